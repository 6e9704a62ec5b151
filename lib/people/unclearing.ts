import { and, eq } from "drizzle-orm"
import { clearances } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf, organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { labelKeepers, labelledOf } from "./labelled"
import type { Sensitivity } from "./sensitivities"

/**
 * Takes a clearance away. What the person owns under the label goes to somebody who is cleared, in
 * the same transaction (decision 5): otherwise nobody would answer for it.
 * @param to the new owner; needed only where there is something to hand over
 */
export async function unclear(
  ctx: Ctx,
  label: Sensitivity,
  personId: number,
  to: number | null,
): Promise<void> {
  const owned = await labelledOf(ctx.tx, label.id, personId)
  if (owned.length > 0) await checkHeir(ctx, label.id, personId, to)
  const [gone] = await ctx.tx
    .delete(clearances)
    .where(and(eq(clearances.personId, personId), eq(clearances.sensitivityId, label.id)))
    .returning({ personId: clearances.personId })
  if (!gone) refuse("conflict", { sentence: "people.sensitivity.error.gone" })
  await organisationChanged(ctx)
  for (const { handOver } of labelKeepers())
    await handOver(ctx, { sensitivityId: label.id, from: personId, to })
  emit(ctx, {
    type: "person.uncleared",
    recordId: personId,
    data: {
      sensitivityId: label.id,
      personIds: [personId],
      ...(owned.length > 0 && { newOwnerId: to, records: owned.length }),
    },
  })
}

async function checkHeir(ctx: Ctx, sensitivityId: number, from: number, to: number | null) {
  if (to === null || to === from)
    return refuse("invalid", { fields: { to: "people.sensitivity.error.heir" } })
  const [heir] = await actorsOf(ctx.tx, [to])
  if (!heir?.clearances.has(sensitivityId))
    refuse("invalid", { fields: { to: "people.sensitivity.error.heirNotCleared" } })
}
