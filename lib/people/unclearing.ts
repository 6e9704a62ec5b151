import { and, eq } from "drizzle-orm"
import { clearances } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf, organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"
import { labelKeepers, labelledOf } from "./labelled"
import type { Sensitivity } from "./sensitivities"

/**
 * Takes a clearance away. What the person owns under the label goes to somebody who is cleared, in
 * the same transaction (decision 5): otherwise nobody would answer for it.
 * @param to the new owner; whoever isn't cleared always names one, or the answer would tell whether
 *   there is anything
 */
export async function unclear(
  ctx: Ctx,
  label: Sensitivity,
  personId: number,
  to: number | null,
): Promise<void> {
  const owned = await labelledOf(ctx.tx, label.id, personId)
  if (owned.length > 0 || isBlind(ctx, label.id)) await checkHeir(ctx, label.id, personId, to)
  const [gone] = await ctx.tx
    .delete(clearances)
    .where(and(eq(clearances.personId, personId), eq(clearances.sensitivityId, label.id)))
    .returning({ personId: clearances.personId })
  if (!gone) refuse("conflict", { sentence: "people.sensitivity.error.gone" })
  await organisationChanged(ctx)
  for (const { leave } of labelKeepers()) await leave(ctx, label.id, personId)
  if (to !== null) await give(ctx, owned, personId, to)
  emit(ctx, {
    type: "person.uncleared",
    recordId: personId,
    data: { sensitivityId: label.id, personIds: [personId], ...(to !== null && { to }) },
  })
}

const isBlind = ({ actor }: Ctx, sensitivityId: number): boolean =>
  isPerson(actor) && !actor.clearances.has(sensitivityId)

/** By each kind's own way of handing over; the new owner is told once, of everything together. */
async function give(
  ctx: Ctx,
  owned: readonly { kind: string; id: number }[],
  from: number,
  to: number,
): Promise<void> {
  const counts: Record<string, number> = {}
  for (const { kind, handOver } of registry().modules.flatMap(({ holdings }) => holdings ?? [])) {
    const ids = owned.filter((each) => each.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    counts[kind] = ids.length
    await handOver(ctx, ids, { from, to })
  }
  if (owned.length > 0)
    emit(ctx, {
      type: "person.took_over",
      recordId: to,
      data: { from, counts, departments: [] },
    })
}

async function checkHeir(ctx: Ctx, sensitivityId: number, from: number, to: number | null) {
  if (to === null || to === from)
    return refuse("invalid", { fields: { to: "people.sensitivity.error.heir" } })
  const [heir] = await actorsOf(ctx.tx, [to])
  if (!heir?.clearances.has(sensitivityId))
    refuse("invalid", { fields: { to: "people.sensitivity.error.heirNotCleared" } })
}
