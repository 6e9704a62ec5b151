import { and, desc, eq, inArray, isNotNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"

const most = 500

/** Meetings of groups in which a client is spoken with: they stand in the client's line of time. */
export async function meetingsFrom(
  on: Db,
  kind: string,
  ids: readonly number[],
): Promise<Map<number, number[]>> {
  if (kind !== "client") return new Map()
  const rows = await on
    .select({ id: meetings.id, from: groups.clientId })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(and(inArray(groups.clientId, [...ids]), isNotNull(meetings.publishedAt)))
    .orderBy(desc(meetings.id))
    .limit(most)
  const made = new Map<number, number[]>()
  for (const { id, from } of rows.toReversed())
    if (from !== null) made.set(from, [...(made.get(from) ?? []), id])
  return made
}
