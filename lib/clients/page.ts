import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { communications } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { canCreate as canCreateTask } from "@/lib/tasks/policy"
import { type Client, findClient } from "./client"
import { canSettle } from "./communication"
import { canAnswer } from "./confirming"
import { shownContact } from "./masked"
import * as may from "./policy"

const mostOwed = 20

const owedBy = (clientId: number) =>
  db()
    .select()
    .from(communications)
    .where(
      and(
        eq(communications.clientId, clientId),
        isNotNull(communications.nextAt),
        isNull(communications.settledAt),
      ),
    )
    .orderBy(asc(communications.nextAt), asc(communications.id))
    .limit(mostOwed)

/** Everything that a client's page shows beside its timeline, or null when it isn't the actor's to see. */
export const clientPage = cache(async (actor: PersonActor, id: number) => {
  // Out of an address comes any number, and none.
  const client = Number.isSafeInteger(id) ? await findClient(db(), id) : null
  if (!client || !may.canSee(actor, client)) return null
  const [org, owed] = await Promise.all([organisation(db()), owedBy(id)])
  const who = await peopleOf(client, owed)
  const person = (personId: number) => who.get(personId) ?? { id: personId, name: "", face: null }
  const { handover } = client
  const answers = handover && { client, handover }
  return {
    client,
    owner: person(client.ownerId),
    department: departmentPath(org, client.departmentId),
    contacts: client.contacts.map((contact) => shownContact(actor, client, contact)),
    owed: owed.map((record) => ({
      ...{ id: record.id, nextAt: record.nextAt ?? record.at, plan: record.plan },
      ...{ topic: record.topic, contactName: record.contactName, owner: person(record.ownerId) },
      may: canSettle(actor, client, record),
    })),
    handover: handover && {
      ...handover,
      ...{ from: person(handover.fromId), to: person(handover.toId) },
    },
    can: {
      edit: may.canEdit(actor, client),
      record: may.canRecord(actor, client),
      ask: may.canAskContacts(actor, client),
      archive: may.canArchive(actor, client) && !handover,
      handOver: may.canHandOver(actor, client) && !handover && !client.archivedAt,
      confirm: answers !== null && canAnswer(actor, answers, "confirm"),
      withdraw: answers !== null && canAnswer(actor, answers, "withdraw"),
      task: canCreateTask(actor),
      ticket: may.canCreate(actor) && !client.archivedAt,
    },
  }
})

export type ClientPage = NonNullable<Awaited<ReturnType<typeof clientPage>>>

async function peopleOf(client: Client, owed: readonly { ownerId: number }[]) {
  const { handover } = client
  const ids = [client.ownerId, ...owed.map(({ ownerId }) => ownerId)]
  if (handover) ids.push(handover.fromId, handover.toId)
  const rows = await db()
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
