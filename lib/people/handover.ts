import type { Db } from "@/db/database"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"
import type { HandoverPlan } from "./handover-plan"
import { handOverHeads } from "./head-handover"
import { superiorsOf } from "./superiors"

type Own = Ctx & { actor: PersonActor }

/** What one person answers for, kind by kind; kinds of which there is nothing are left out. */
export async function heldBy(db: Db, personId: number) {
  const found: { holding: Holding; records: readonly Held[] }[] = []
  for (const holding of registry().modules.flatMap((module) => [...(module.holdings ?? [])])) {
    const records = await holding.held(db, personId)
    if (records.length > 0) found.push({ holding, records })
  }
  return found
}

/**
 * Moves what a person answers for to those who take it over, and tells each of them once. A
 * labelled record goes to somebody cleared only (decision 5): for a label that the one handing over
 * doesn't know, the nearest superior who is cleared takes it without a word; with none it stays.
 * @throws Refusal when nobody is named, or somebody named isn't cleared
 */
export async function handOver(ctx: Own, personId: number, plan: HandoverPlan): Promise<void> {
  if ([...plan.receivers.values()].includes(personId))
    refuse("invalid", { fields: { to: "people.handover.notSelf" } })
  const said = new Map<number, Received>()
  if (!plan.later)
    for (const { holding, records } of await heldBy(ctx.tx, personId))
      for (const [label, ids] of byLabel(records)) {
        const to = await receiverOf(ctx, personId, plan, holding.kind, label)
        if (to === null) continue
        await holding.handOver(ctx, ids, { from: personId, to })
        const { counts } = receivedBy(said, to)
        counts[holding.kind] = (counts[holding.kind] ?? 0) + ids.length
      }
  const led = await handOverHeads(ctx, personId, plan)
  for (const { departmentId, to } of led)
    if (to !== null) receivedBy(said, to).departments.push(departmentId)
  if (said.size === 0 && led.length === 0) return
  emit(ctx, { type: "person.handed_over", recordId: personId, data: { led } })
  // Who left may be out of sight: each receiver is told on their own record.
  for (const [to, received] of said)
    emit(ctx, { type: "person.took_over", recordId: to, data: { from: personId, ...received } })
}

/** What one of the receivers got. */
interface Received {
  counts: Record<string, number>
  departments: number[]
}

function receivedBy(said: Map<number, Received>, personId: number): Received {
  const known = said.get(personId) ?? { counts: {}, departments: [] }
  said.set(personId, known)
  return known
}

function byLabel(records: readonly Held[]): Map<number | null, number[]> {
  const groups = new Map<number | null, number[]>()
  for (const { id, sensitivityId } of records) {
    const ids = groups.get(sensitivityId)
    if (ids) ids.push(id)
    else groups.set(sensitivityId, [id])
  }
  return groups
}

async function receiverOf(
  ctx: Own,
  personId: number,
  { receivers }: HandoverPlan,
  kind: string,
  label: number | null,
): Promise<number | null> {
  const usual = receivers.get(`to.${kind}`) ?? receivers.get("to") ?? null
  if (label === null)
    return usual ?? refuse("invalid", { fields: { to: "people.handover.nobody" } })
  const known = ctx.actor.clearances.has(label)
  const wanted = known ? (receivers.get(`to.${kind}.${label}`) ?? usual) : usual
  const above = known ? [] : await superiorsOf(ctx.tx, personId)
  const order = wanted === null ? above : [wanted, ...above]
  const actors = await actorsOf(ctx.tx, order)
  const cleared = order.find((id) =>
    actors.some((actor) => actor.personId === id && actor.clearances.has(label)),
  )
  if (cleared !== undefined || !known) return cleared ?? null
  return refuse("invalid", {
    fields: { [`to.${kind}.${label}`]: "people.handover.notCleared" },
  })
}
