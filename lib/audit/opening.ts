import type { PersonActor } from "@/lib/platform/actor"
import type { Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { countAgainst } from "@/lib/platform/rate-limit"
import { write } from "@/lib/platform/write"
import { type AuditFilter, narrowing } from "./filter"
import { logId } from "./log"

const onceIn = 600

/** What somebody looked for, as the log keeps it: names typed are ids or words, never more. */
export function lookedFor(filter: AuditFilter): { filter?: string[] } {
  const asked = Object.entries(narrowing(filter)).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  )
  return asked.length > 0 ? { filter: asked } : {}
}

/** Opening the log is in the log: once in ten minutes for the same question of the same person. */
export async function noteOpening(
  actor: PersonActor,
  filter: AuditFilter,
  origin: Origin,
): Promise<void> {
  const data = lookedFor(filter)
  const key = `audit.opened:${actor.personId}:${data.filter?.join("&") ?? ""}`
  await write(
    actor,
    async (ctx) => {
      const recently = await countAgainst(ctx.tx, key, { times: 1, per: onceIn }, ctx.now)
      if (recently === 0) emit(ctx, { type: "audit.opened", recordId: logId, data })
    },
    { origin },
  )
}
