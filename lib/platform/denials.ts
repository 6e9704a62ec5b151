import type { PersonActor } from "./actor"
import type { Ctx } from "./context"
import { emit } from "./events"
import { countAgainst } from "./rate-limit"

/** A denial is kept once a minute per person and action, so that nobody can flood the audit log. */
export async function denied(
  ctx: Ctx & { actor: PersonActor },
  action: string,
  code: string,
): Promise<void> {
  const recently = await countAgainst(
    ctx.tx,
    `denied:${action}:${ctx.actor.personId}`,
    { times: 1, per: 60 },
    ctx.now,
  )
  if (recently > 0) return
  emit(ctx, { type: "person.denied", recordId: ctx.actor.personId, data: { action, code } })
}
