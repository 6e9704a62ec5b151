import { and, asc, eq, isNotNull, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { tickets } from "@/db/schema/tickets"
import { type Actor, isPerson, type PersonActor } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { endedFrom } from "./order"
import { visibleTo } from "./policy"

const most = 100

const owedBy = keptForReaders((on, reader) =>
  on
    .select({
      ...{ id: tickets.id, title: tickets.title, state: tickets.state },
      ...{ client: clients.name, owedSince: tickets.owedSince },
      ...{ answeredAt: tickets.answeredAt, answerDueAt: tickets.answerDueAt },
      solveDueAt: tickets.solveDueAt,
    })
    .from(tickets)
    .innerJoin(clients, eq(clients.id, tickets.clientId))
    .where(
      and(
        eq(tickets.ownerId, reader.me),
        isNotNull(tickets.owedSince),
        lt(tickets.sortKey, endedFrom),
        visibleTo(reader),
      ),
    )
    .orderBy(asc(tickets.owedSince), asc(tickets.id))
    .limit(most)
    .prepare(),
)

/** Tickets on which somebody owes the client a word, the longest owed first. */
export const ticketsOwed = (actor: PersonActor) => owedBy(db(), actor)

export type OwedTicket = Awaited<ReturnType<typeof ticketsOwed>>[number]

/** What runs out next on a ticket that is open: the first answer, then the solution. */
export const dueOf = ({
  answeredAt,
  answerDueAt,
  solveDueAt,
}: Pick<OwedTicket, "answeredAt" | "answerDueAt" | "solveDueAt">): Date =>
  answeredAt ? solveDueAt : answerDueAt

/** What the navigation counts: words that one owes; urgent once one of them is late. */
export async function owedCount(actor: Actor): Promise<{ count: number; urgent?: boolean }> {
  if (!isPerson(actor)) return { count: 0 }
  const owed = await ticketsOwed(actor)
  const now = new Date()
  return { count: owed.length, urgent: owed.some((ticket) => dueOf(ticket) <= now) }
}
