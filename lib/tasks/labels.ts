import { and, eq, isNull } from "drizzle-orm"
import { sensitivities } from "@/db/schema/people"
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
    values: { names: blocked.map((actor) => actor.name) },
  })
}

/** A label that was closed, or never was, is given to no task any more. */
export async function requireOpenLabel(ctx: Ctx, sensitivityId: number | null) {
  if (sensitivityId === null) return
  const [open] = await ctx.tx
    .select({ id: sensitivities.id })
    .from(sensitivities)
    .where(and(eq(sensitivities.id, sensitivityId), isNull(sensitivities.closedAt)))
  if (!open) refuse("invalid", { fields: { sensitivity: "tasks.error.closedLabel" } })
}
