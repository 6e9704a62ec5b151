import { and, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clearances } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf, organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"
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

const holders = () => registry().modules.flatMap((module) => module.labelled ?? [])

/** The records under a label that somebody owns: they would lose them with the clearance. */
export async function labelledOf(db: Db, sensitivityId: number, personId: number) {
  const found = await Promise.all(
    holders().map(async ({ kind, ownedBy }) => ({
      kind,
      ids: await ownedBy(db, sensitivityId, personId),
    })),
  )
  return found.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })))
}

/** How many records a label closes. */
export async function labelledCount(db: Db, sensitivityId: number): Promise<number> {
  const counts = await Promise.all(holders().map(({ count }) => count(db, sensitivityId)))
  return counts.reduce((sum, count) => sum + count, 0)
}

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
  for (const { handOver } of holders())
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
