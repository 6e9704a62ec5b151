import { and, desc, eq, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { overNow } from "@/lib/platform/guest-session"
import { endedFrom } from "./order"
import { visibleTo } from "./policy"

const mostOpened = 100

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
