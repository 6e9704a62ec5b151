import { and, desc, eq, inArray, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { ticketReplies, tickets } from "@/db/schema/tickets"
import type { GuestActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"
import type { TicketPage } from "./ticket-page"

const pageSize = 100
const mostTickets = 100

/** What a guest reads of a reply: words, files, when, and who, as far as the company names people. */
export interface GuestReply {
  id: number
  at: Date
  body: string
  own: boolean
  /** A guest's name, a colleague's, or the department's. */
  name: string
  /** The part of the company, or where the guest is from. */
  from: string
  staff: boolean
  files: { id: number; name: string; size: number }[]
}

const rowsOf = (page: TicketPage, before: number | undefined) =>
  db()
    .select({
      ...{ id: ticketReplies.id, at: ticketReplies.at, body: ticketReplies.body },
      ...{ fileIds: ticketReplies.fileIds, guestId: ticketReplies.guestId },
      ...{ person: people.name, departmentId: people.departmentId },
      ...{ guest: guestInvitations.name, organisation: guestInvitations.organisation },
    })
    .from(ticketReplies)
    .leftJoin(people, eq(people.id, ticketReplies.personId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, ticketReplies.guestId))
    .where(
      and(
        eq(ticketReplies.ticketId, page.id),
        before === undefined ? undefined : lt(ticketReplies.id, before),
      ),
    )
    .orderBy(desc(ticketReplies.id))
    .limit(pageSize + 1)

/**
 * What was said openly on a ticket, the newest last. The caller has checked that it is the guest's
 * to see. No other table than that of replies is asked for words.
 */
export async function repliesForGuest(guest: GuestActor, page: TicketPage, before?: number) {
  const found = await rowsOf(page, before)
  const shown = found.slice(0, pageSize).reverse()
  const [{ departments }, { tickets: rules }, attached] = await Promise.all([
    organisation(db()),
    settings(),
    filesOn(page.id),
  ])
  const rows = shown.map((row): GuestReply => {
    const staff = row.guestId === null
    const department = departments.get(row.departmentId ?? page.departmentId)?.name ?? ""
    const person = rules.showNames ? (row.person ?? "") : ""
    return {
      ...{ id: row.id, at: row.at, body: row.body, staff, own: row.guestId === guest.guestId },
      name: staff ? person || department : (row.guest ?? ""),
      from: staff ? (person ? department : "") : (row.organisation ?? ""),
      files: row.fileIds.flatMap((id) => attached.get(id) ?? []),
    }
  })
  return { rows, earlier: found.length > pageSize ? (shown[0]?.id ?? null) : null }
}

/** Files of replies, by number; those of notes hang elsewhere. */
async function filesOn(ticketId: number) {
  const rows = await db()
    .select({ id: files.id, name: files.name, size: files.size })
    .from(files)
    .where(and(eq(files.kind, "ticket_page"), eq(files.recordId, ticketId)))
    .limit(500)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Tickets that are a guest's: their own, and those that they were let in to. */
export async function ticketsOfGuest(guest: GuestActor) {
  const opened = guest.scopes.flatMap(({ kind, id }) => (kind === "ticket_page" ? [id] : []))
  const columns = {
    ...{ id: tickets.id, title: tickets.title, state: tickets.state, updatedAt: tickets.updatedAt },
    ...{ createdAt: tickets.createdAt, solveDueAt: tickets.solveDueAt },
  }
  const own = await db()
    .select(columns)
    .from(tickets)
    .where(eq(tickets.guestId, guest.guestId))
    .orderBy(desc(tickets.id))
    .limit(mostTickets)
  const shared = await db()
    .select(columns)
    .from(tickets)
    .where(inArray(tickets.id, [0, ...opened]))
    .limit(mostTickets)
  const all = new Map([...own, ...shared].map((row) => [row.id, row]))
  return [...all.values()].toSorted((a, b) => b.id - a.id)
}

export type GuestTicket = Awaited<ReturnType<typeof ticketsOfGuest>>[number]
