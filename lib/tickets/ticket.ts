import { desc, eq, inArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { ticketKinds, ticketReplies, tickets } from "@/db/schema/tickets"
import { type Grant, isPerson, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { numberOf } from "./numbers"

export type TicketRow = typeof tickets.$inferSelect
export type TicketKind = typeof ticketKinds.$inferSelect

/** A ticket as the company knows it, with what decides who sees it. Guests have `TicketPage`. */
export interface Ticket extends TicketRow {
  client: { id: number; name: string; ownerId: number }
  kind: TicketKind
  /** Of what was said to and by the client, the newest: what a search finds it by. */
  said: readonly string[]
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select({
      ticket: tickets,
      kind: ticketKinds,
      client: { id: clients.id, name: clients.name, ownerId: clients.ownerId },
    })
    .from(tickets)
    .innerJoin(clients, eq(clients.id, tickets.clientId))
    .innerJoin(ticketKinds, eq(ticketKinds.id, tickets.kindId))
    .where(eq(tickets.id, sql.placeholder("id")))
    .prepare(),
)
const newest = 100
const saidIn = prepared((db) =>
  db
    .select({ body: ticketReplies.body })
    .from(ticketReplies)
    .where(eq(ticketReplies.ticketId, sql.placeholder("id")))
    .orderBy(desc(ticketReplies.id))
    .limit(newest)
    .prepare(),
)

/** The ticket, whoever asks: `canSee` comes next. */
export async function findTicket(db: Db, id: number): Promise<Ticket | null> {
  // Out of an address comes any number, and none.
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  const said = await saidIn(db).execute({ id })
  return {
    ...row.ticket,
    ...{ client: row.client, kind: row.kind, sensitivityId: null },
    said: said.map(({ body }) => body),
    grants: staffGrants(row.ticket, row.client),
  }
}

/** Its department, its owner, who wrote it down, and who is responsible for the client. */
export function staffGrants(
  row: Pick<TicketRow, "departmentId" | "ownerId" | "authorId">,
  client: { ownerId: number },
): Grant[] {
  const people = new Set([row.ownerId, row.authorId, client.ownerId].flatMap((id) => id ?? []))
  return [
    { principal: `department:${row.departmentId}`, level: "admin" },
    ...[...people].map((id): Grant => ({ principal: `person:${id}`, level: "edit" })),
  ]
}

/** For actions: the ticket that an input names, if it is the actor's to see. */
export async function seenTicket(ctx: Ctx, input: { id: number }): Promise<Ticket | null> {
  const ticket = await findTicket(ctx.tx, input.id)
  return ticket && isPerson(ctx.actor) && sees(ctx.actor, ticket) ? ticket : null
}

/** Number and title: how a ticket is called wherever it is named. */
export const titleOf = ({ id, title }: { id: number; title: string }): string =>
  `${numberOf(id)} ${title}`

export const hrefOf = ({ id }: { id: number }): string => `/tickets/${id}`

/** Tickets as lists of records of every kind name them. */
export async function titledTickets(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: tickets.id, title: tickets.title })
    .from(tickets)
    .where(inArray(tickets.id, [...ids]))
  return new Map(rows.map((row) => [row.id, { title: titleOf(row), href: hrefOf(row) }]))
}
