import { inArray } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { findClient } from "@/lib/clients/client"
import { canSee as seesClient } from "@/lib/clients/policy"
import { mattersFrom } from "@/lib/matters/made-from"
import type { PersonActor } from "@/lib/platform/actor"
import { guestNames } from "@/lib/platform/guest-names"
import { placeKey } from "@/lib/platform/naming"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { shownRecords } from "@/lib/platform/shown-records"
import { canCreate as canCreateTask } from "@/lib/tasks/policy"
import { tasksFrom } from "@/lib/tasks/source"
import { deskGuests } from "./choices"
import { linksOf } from "./linking"
import * as may from "./policy"
import { findTicket, type Ticket } from "./ticket"

/** Everything that a ticket's page shows beside its thread, or null when it isn't the actor's to see. */
export const ticketPage = cache(async (actor: PersonActor, id: number) => {
  const ticket = await findTicket(db(), id)
  if (!ticket || !may.canSee(actor, ticket)) return null
  const [org, who, related, desk, client, names] = await Promise.all([
    organisation(db()),
    peopleOf(ticket),
    relatedTo(actor, id),
    deskGuests(ticket.clientId),
    findClient(db(), ticket.clientId),
    guestNames(db(), ticket.guestId === null ? [] : [ticket.guestId], actor.locale ?? "zh"),
  ])
  const person = (personId: number | null) =>
    personId === null ? null : (who.get(personId) ?? { id: personId, name: "", face: null })
  return {
    ticket,
    owner: person(ticket.ownerId),
    author: person(ticket.authorId),
    clientOwner: person(ticket.client.ownerId),
    department: departmentPath(org, ticket.departmentId),
    /** Who works on it needn't see the client; its name they know. */
    clientSeen: client !== null && seesClient(actor, client),
    guest: ticket.guestId === null ? null : (names.get(ticket.guestId) ?? ""),
    desk,
    related,
    can: rightsOn(actor, ticket),
  }
})

export type TicketScreenData = NonNullable<Awaited<ReturnType<typeof ticketPage>>>

const rightsOn = (actor: PersonActor, ticket: Ticket) => ({
  work: may.canWork(actor, ticket),
  reply: may.canReply(actor, ticket),
  note: may.canNote(actor, ticket),
  take: may.canTake(actor, ticket),
  pass: may.canPass(actor, ticket),
  create: canCreateTask(actor),
})

async function peopleOf({ ownerId, authorId, client }: Ticket) {
  const ids = [ownerId, authorId, client.ownerId].flatMap((id) => id ?? [])
  const rows = await db()
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Tasks and matters made from it, and what it was tied to, as far as the reader may see them. */
async function relatedTo(actor: PersonActor, id: number) {
  const [tasks, matters, links] = await Promise.all([
    tasksFrom(db(), "ticket", [id]),
    mattersFrom(db(), "ticket", [id]),
    linksOf(db(), id),
  ])
  const places = [
    ...(tasks.get(id) ?? []).map((recordId) => ({ kind: "task", recordId, tied: false })),
    ...(matters.get(id) ?? []).map((recordId) => ({ kind: "matter", recordId, tied: false })),
    ...links.map((link) => ({ ...link, tied: true })),
  ]
  const shown = await shownRecords(actor, places)
  return places.flatMap(({ kind, recordId, tied }) => {
    const record = shown.get(placeKey({ kind, recordId }))
    return record ? [{ ...record, kind, id: recordId, tied }] : []
  })
}
