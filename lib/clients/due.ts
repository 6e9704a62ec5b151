import { and, asc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { bounds } from "@/lib/calendar/bounds"
import { type Actor, isPerson, type PersonActor } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { visibleTo } from "./policy"

const most = 100

const dueFrom = keptForReaders((on, reader) =>
  on
    .select({
      ...{ id: communications.id, clientId: clients.id, client: clients.name },
      ...{ plan: communications.plan, topic: communications.topic },
      ...{ contact: communications.contactName, nextAt: communications.nextAt },
    })
    .from(communications)
    .innerJoin(clients, eq(clients.id, communications.clientId))
    .where(
      and(
        eq(communications.ownerId, reader.me),
        isNotNull(communications.nextAt),
        lt(communications.nextAt, sql.placeholder("until")),
        isNull(communications.settledAt),
        visibleTo(reader),
      ),
    )
    .orderBy(asc(communications.nextAt), asc(communications.id))
    .limit(most)
    .prepare(),
)

/** Next contacts that somebody owes until a moment, the longest owed first. */
export const followUpsDue = (actor: PersonActor, until: Date) =>
  dueFrom(db(), actor, { until: communications.nextAt.mapToDriverValue(until) })

export type DueFollowUp = Awaited<ReturnType<typeof followUpsDue>>[number]

/** What the navigation counts: contacts that one owes today, and what is late. */
export async function dueCount(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  return { count: (await followUpsDue(actor, (await bounds()).endOfToday)).length }
}
