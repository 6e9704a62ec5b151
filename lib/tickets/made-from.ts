import { desc, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { tickets } from "@/db/schema/tickets"

const most = 500

/** Tickets of clients: they stand in the client's line of time. */
export async function ticketsFrom(
  on: Db,
  kind: string,
  ids: readonly number[],
): Promise<Map<number, number[]>> {
  if (kind !== "client") return new Map()
  const rows = await on
    .select({ id: tickets.id, from: tickets.clientId })
    .from(tickets)
    .where(inArray(tickets.clientId, [...ids]))
    .orderBy(desc(tickets.id))
    .limit(most)
  return new Map(
    [...Map.groupBy(rows.toReversed(), ({ from }) => from)].map(([from, of]) => [
      from,
      of.map(({ id }) => id),
    ]),
  )
}
