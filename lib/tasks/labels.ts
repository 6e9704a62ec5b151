import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"

/**
 * Everybody named on a labelled task must be cleared for its label (decision 5).
 * @throws Refusal naming who isn't
 */
export async function requireCleared(
  ctx: Ctx,
  sensitivityId: number | null,
  personIds: readonly number[],
) {
  if (sensitivityId === null) return
  const named = await actorsOf(ctx.tx, [...new Set(personIds)])
  const blocked = named.filter((actor) => !actor.clearances.has(sensitivityId))
  if (blocked.length === 0) return
  refuse("invalid", {
    fields: { owner: "tasks.error.notCleared" },
    values: { names: blocked.map((actor) => actor.name).join("、") },
  })
}
