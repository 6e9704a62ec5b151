import { clearances } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { Sensitivity } from "./sensitivities"

/** Clears people for a category; who was cleared before is left alone. */
export async function clearPeople(
  ctx: Ctx,
  label: Sensitivity,
  personIds: readonly number[],
): Promise<void> {
  if (label.closedAt) refuse("conflict", { sentence: "people.sensitivity.error.closed" })
  const added = await ctx.tx
    .insert(clearances)
    .values(personIds.map((personId) => ({ personId, sensitivityId: label.id })))
    .onConflictDoNothing()
    .returning({ personId: clearances.personId })
  if (added.length === 0) return
  await organisationChanged(ctx)
  for (const { personId } of added)
    emit(ctx, {
      type: "person.cleared",
      recordId: personId,
      data: { sensitivityId: label.id, personIds: [personId] },
      needsReview: isPerson(ctx.actor) && ctx.actor.personId === personId,
    })
}
