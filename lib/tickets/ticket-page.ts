import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { ticketKinds, tickets } from "@/db/schema/tickets"
import { type Actor, type Grant, type GuestActor, guestMay, sees } from "@/lib/platform/actor"
import { staffGrants } from "./ticket"

/**
 * What the client's page knows of a ticket, column by column: whatever else a ticket holds can't be
 * asked for through it.
 */
const columns = {
  id: tickets.id,
  title: tickets.title,
  state: tickets.state,
  priority: tickets.priority,
  createdAt: tickets.createdAt,
  startedAt: tickets.startedAt,
  waitingAt: tickets.waitingAt,
  doneAt: tickets.doneAt,
  closedAt: tickets.closedAt,
  endedBy: tickets.endedBy,
  endsAt: tickets.endsAt,
  solveDueAt: tickets.solveDueAt,
  rating: tickets.rating,
  ratingWords: tickets.ratingWords,
  version: tickets.version,
  guestId: tickets.guestId,
  clientId: tickets.clientId,
  departmentId: tickets.departmentId,
  kindName: ticketKinds.name,
  kindNameEn: ticketKinds.nameEn,
}

const byId = prepared((db) =>
  db
    .select({
      page: columns,
      ownerId: tickets.ownerId,
      authorId: tickets.authorId,
      clientOwnerId: clients.ownerId,
    })
    .from(tickets)
    .innerJoin(clients, eq(clients.id, tickets.clientId))
    .innerJoin(ticketKinds, eq(ticketKinds.id, tickets.kindId))
    .where(eq(tickets.id, sql.placeholder("id")))
    .prepare(),
)

type Row = Awaited<ReturnType<ReturnType<typeof byId>["execute"]>>[number]

/** 客户看到的工单. */
export type TicketPage = Row["page"] & { grants: readonly Grant[]; sensitivityId: null }

/** A ticket as its guests have it, whoever asks: `pageSees` comes next. */
export async function findPage(db: Db, id: number): Promise<TicketPage | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  const { page, clientOwnerId, ...inside } = row
  const guests: Grant[] = [
    { principal: `scope:ticket_page:${id}`, level: "view" },
    ...(page.guestId === null
      ? []
      : [{ principal: `guest:${page.guestId}` as const, level: "view" as const }]),
  ]
  const staff = staffGrants(
    { ...inside, departmentId: page.departmentId },
    { ownerId: clientOwnerId },
  )
  return { ...page, grants: [...staff, ...guests], sensitivityId: null }
}

export const pageSees = (actor: Actor, page: TicketPage): boolean => sees(actor, page)

/** Whoever's ticket it is writes on it, and who was let in to talk; never on what is closed. */
export const guestWrites = (guest: GuestActor, page: TicketPage): boolean =>
  pageSees(guest, page) &&
  page.state !== "closed" &&
  (page.guestId === guest.guestId || guestMay(guest, "ticket_page", page.id, "talk"))

/** 确认已解决 / 还没解决: while the client is asked, or has been told. */
export const guestAnswers = (guest: GuestActor, page: TicketPage): boolean =>
  guestWrites(guest, page) && (page.state === "waiting" || page.state === "done")

/** What is solved is rated, once. */
export const guestRates = (guest: GuestActor, page: TicketPage): boolean =>
  pageSees(guest, page) &&
  (page.guestId === guest.guestId || guestMay(guest, "ticket_page", page.id, "talk")) &&
  page.doneAt !== null &&
  page.rating === null
