import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import { ticketKinds, tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { counting, countsBeside } from "@/lib/platform/counting"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { organisation, subtree } from "@/lib/platform/organisation"
import type { TicketFilter } from "./inputs"
import { visibleTo } from "./policy"
import { inView, scopeOf } from "./scope"

const pageSize = 50

const columns = {
  ...{ id: tickets.id, title: tickets.title, state: tickets.state, priority: tickets.priority },
  ...{ clientId: tickets.clientId, client: clients.name, departmentId: tickets.departmentId },
  ...{ kindName: ticketKinds.name, kindNameEn: ticketKinds.nameEn },
  ...{ ownerId: tickets.ownerId, ownerName: people.name, ownerFace: people.faceFileId },
  ...{ createdAt: tickets.createdAt, owedSince: tickets.owedSince, doneAt: tickets.doneAt },
  ...{ answeredAt: tickets.answeredAt, answerDueAt: tickets.answerDueAt },
  ...{ solveDueAt: tickets.solveDueAt, rating: tickets.rating, sortKey: tickets.sortKey },
}

/** One page of a view, in the order of states. What the actor may not see has no trace. */
export async function listTickets(actor: PersonActor, filter: TicketFilter) {
  const org = await organisation(db())
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select(columns)
    .from(tickets)
    .innerJoin(clients, eq(clients.id, tickets.clientId))
    .innerJoin(ticketKinds, eq(ticketKinds.id, tickets.kindId))
    .leftJoin(people, eq(people.id, tickets.ownerId))
    .where(and(scopeOf(org, actor, filter), after ? beyond(after.key, after.id) : undefined))
    .orderBy(asc(tickets.sortKey), asc(tickets.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) => ({
      ...row,
      department: org.departments.get(row.departmentId)?.name ?? "",
    })),
    next: last ? encodeCursor({ key: last.sortKey, id: last.id }) : null,
  }
}

export type TicketListRow = Awaited<ReturnType<typeof listTickets>>["rows"][number]

const beyond = (key: number, id: number): SQL =>
  sql`(${tickets.sortKey}, ${tickets.id}) > (${key}, ${id})`

const counted = counting(tickets, (reader, view: TicketFilter["view"]) =>
  and(inView(view, reader.me, idsGiven("own")), visibleTo(reader)),
)

/** How many tickets each of these views has, counted up to 100. */
export async function viewCounts(actor: PersonActor, views: readonly TicketFilter["view"][]) {
  const own = subtree(await organisation(db()), actor.departmentId)
  const given = { own: JSON.stringify(own) }
  return countsBeside(views, (view) => counted(actor, given, view))
}
