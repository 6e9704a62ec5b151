import { and, desc, eq, isNull, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { tickets } from "@/db/schema/tickets"
import { visibleTo as seesClients } from "@/lib/clients/policy"
import type { PersonActor } from "@/lib/platform/actor"
import { overNow } from "@/lib/platform/guest-session"
import { endedFrom } from "./order"
import { visibleTo } from "./policy"

const mostOpened = 100

/** Clients whose tickets somebody could open to a guest, their own first. */
export async function clientsToOpen(actor: PersonActor): Promise<number[]> {
  const rows = await db()
    .select({ id: clients.id, ownerId: clients.ownerId })
    .from(clients)
    .where(and(isNull(clients.archivedAt), seesClients(actor)))
    .orderBy(desc(clients.updatedAt), desc(clients.id))
    .limit(mostOpened)
  const mine = (row: { ownerId: number }) => (row.ownerId === actor.personId ? 0 : 1)
  return rows.toSorted((a, b) => mine(a) - mine(b)).map(({ id }) => id)
}

/** Open tickets that somebody could show to a guest, the newest first. */
export async function ticketsToOpen(actor: PersonActor): Promise<number[]> {
  const rows = await db()
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(lt(tickets.sortKey, endedFrom), visibleTo(actor)))
    .orderBy(desc(tickets.id))
    .limit(mostOpened)
  return rows.map(({ id }) => id)
}

/** Guests in force who were let in to hand in tickets of a client. */
export async function deskGuests(clientId: number) {
  const rows = await db()
    .select({ invitation: guestInvitations })
    .from(guestScopes)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestScopes.invitationId))
    .where(and(eq(guestScopes.kind, "ticket_desk"), eq(guestScopes.recordId, clientId)))
    .orderBy(desc(guestInvitations.id))
    .limit(50)
  return rows.flatMap(({ invitation: { id, name, organisation, ...facts } }) =>
    overNow({ ...facts, hostLeftAt: null }) ? [] : [{ id, name, organisation }],
  )
}
