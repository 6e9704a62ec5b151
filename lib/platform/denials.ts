import { actorId, type GuestActor, type PersonActor } from "./actor"
import type { Ctx } from "./context"
import { emit } from "./events"
import { countAgainst } from "./rate-limit"

/** A denial is kept once a minute per person and action, so that nobody can flood the audit log. */
export async function denied(
  ctx: Ctx & { actor: PersonActor | GuestActor },
  action: string,
  code: string,
): Promise<void> {
  const { kind } = ctx.actor
  const id = actorId(ctx.actor) ?? 0
  const recently = await countAgainst(
    ctx.tx,
    kind === "guest" ? `denied:${action}:guest:${id}` : `denied:${action}:${id}`,
    { times: 1, per: 60 },
    ctx.now,
  )
  if (recently > 0) return
  emit(ctx, { type: `${kind}.denied`, recordId: id, data: { action, code } })
}
