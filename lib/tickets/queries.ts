import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import { ticketKinds, tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { organisation } from "@/lib/platform/organisation"
import type { TicketFilter } from "./inputs"
import { scopeOf } from "./scope"

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

const mostCounted = 100

/** How many tickets each of these views has, counted up to 100. */
export async function viewCounts<V extends TicketFilter["view"]>(
  actor: PersonActor,
  views: readonly V[],
): Promise<Map<V, number>> {
  const org = await organisation(db())
  const counted = await Promise.all(
    views.map(async (view) => {
      const rows = db()
        .select({ one: sql`1`.as("one") })
        .from(tickets)
        .where(scopeOf(org, actor, { ...nothingElse, view }))
        .limit(mostCounted)
      const [row] = await engine().rows<{ count: number }>(
        db(),
        sql`select count(*) as count from (${rows}) as found`,
      )
      return [view, Number(row?.count ?? 0)] as const
    }),
  )
  return new Map(counted)
}

const nothingElse = {
  ...{ state: undefined, kind: undefined, department: undefined },
  ...{ client: undefined, priority: undefined },
}
