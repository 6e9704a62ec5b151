import { and, eq, inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { RowOutcome } from "@/lib/platform/record-import"
import { cleanCell } from "@/lib/platform/sheet-columns"
import { canImportTo } from "@/lib/tasks/policy"
import { findClient } from "./client"
import { talkTitles } from "./import-columns"
import type { TalkPlan } from "./import-rows"
import { nameKeyOf } from "./likeness"
import { canRecord, visibleTo } from "./policy"

type Outcome = RowOutcome<TalkPlan>

const note = (code: string, value: string) => ({
  ...{ code, value },
  column: talkTitles.client[0] ?? "",
})
const failed = (outcome: Outcome, code: string, value: string): Outcome => ({
  ...outcome,
  kind: "error",
  errors: [note(code, value)],
  plan: null,
})

/** Which client a name means: one of the actor's to see, by name or short name; else it is made. */
export async function withClients(
  actor: PersonActor,
  outcomes: readonly Outcome[],
): Promise<Outcome[]> {
  const known = await knownTo(actor, outcomes)
  const homes = await homesOf(outcomes.flatMap(({ plan }) => plan?.content.ownerId ?? []))
  const found: Outcome[] = []
  for (const outcome of outcomes) {
    const { plan } = outcome
    if (!plan) {
      found.push(outcome)
      continue
    }
    const [client, ...more] = known.get(nameKeyOf(plan.clientName)) ?? []
    if (more.length > 0) found.push(failed(outcome, "severalClients", plan.clientName))
    else if (client) found.push(await about(actor, outcome, plan, client))
    else if (canImportTo(actor, homes.get(plan.content.ownerId) ?? 0))
      found.push({
        ...outcome,
        warnings: [...outcome.warnings, note("newClient", plan.clientName)],
      })
    else found.push(failed(outcome, "notYours", plan.clientName))
  }
  return found
}

async function about(actor: PersonActor, outcome: Outcome, plan: TalkPlan, id: number) {
  const client = await findClient(db(), id)
  if (!client || !canRecord(actor, client)) return failed(outcome, "notYours", plan.clientName)
  const then = await db()
    .select({ topic: communications.topic })
    .from(communications)
    .where(and(eq(communications.clientId, id), eq(communications.at, plan.content.at)))
  // Cells come with half-width signs, whatever was exported.
  if (then.some(({ topic }) => cleanCell(topic) === plan.content.topic))
    return { ...outcome, kind: "unchanged" as const, plan: null, warnings: [] }
  return { ...outcome, plan: { ...plan, clientId: id } }
}

async function knownTo(actor: PersonActor, outcomes: readonly Outcome[]) {
  const keys = new Set(outcomes.flatMap(({ plan }) => (plan ? nameKeyOf(plan.clientName) : [])))
  const by = async (column: typeof clients.nameKey | typeof clients.shortKey) =>
    keys.size === 0
      ? []
      : db()
          .select({ id: clients.id, key: column })
          .from(clients)
          .where(and(inArray(column, [...keys]), visibleTo(actor)))
  const found = new Map<string, number[]>()
  for (const { id, key } of [...(await by(clients.nameKey)), ...(await by(clients.shortKey))]) {
    const ids = found.get(key) ?? []
    if (!ids.includes(id)) found.set(key, [...ids, id])
  }
  return found
}

async function homesOf(ids: readonly number[]) {
  const rows = await db()
    .select({ id: people.id, home: people.departmentId })
    .from(people)
    .where(inArray(people.id, idsIn(ids)))
  return new Map(rows.map(({ id, home }) => [id, home]))
}
