import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { leaves, people } from "@/db/schema/people"

/** That somebody is away on a day ("YYYY-MM-DD" of the company). */
const on = (day: string): SQL | undefined =>
  and(lte(leaves.firstDay, day), gte(leaves.lastDay, day), isNull(leaves.endedAt))

/** The ids of those who are away on a day, as a subquery. */
export const awayOn = (db: Db, day: string) =>
  db.select({ personId: leaves.personId }).from(leaves).where(on(day))

export interface LeaveNow {
  lastDay: string
  deputyId: number | null
  deputyName: string | null
}

/** Until when those of some people are away who are away on a day, and who stands in. */
export async function leavesOn(
  db: Db,
  personIds: readonly number[],
  day: string,
): Promise<Map<number, LeaveNow>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({
      personId: leaves.personId,
      lastDay: leaves.lastDay,
      deputyId: leaves.deputyId,
      deputyName: people.name,
    })
    .from(leaves)
    .leftJoin(people, and(eq(people.id, leaves.deputyId), isNull(people.disabledAt)))
    .where(and(inArray(leaves.personId, idsIn(personIds)), on(day)))
    .orderBy(asc(leaves.lastDay), desc(leaves.id))
  return new Map(rows.map(({ personId, ...leave }) => [personId, leave]))
}
