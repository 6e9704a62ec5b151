import { and, asc, eq, gte, isNull, lte } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import type { Db } from "@/db/database"
import { leaves, people } from "@/db/schema/people"
import { dayIn } from "@/lib/calendar/zones"
import { settings } from "@/lib/platform/settings"

export type Leave = typeof leaves.$inferSelect

/** Today as the company counts days. */
export const companyToday = async (now = new Date()): Promise<string> =>
  dayIn((await settings()).company.timeZone, now)

/** Leave that wasn't called off and touches some of these days. */
const touching = (first: string, last: string) =>
  and(isNull(leaves.endedAt), lte(leaves.firstDay, last), gte(leaves.lastDay, first))

export const leavesOf = (db: Db, personId: number, first: string, last: string) =>
  db
    .select()
    .from(leaves)
    .where(and(eq(leaves.personId, personId), touching(first, last)))
    .orderBy(asc(leaves.firstDay))
    .limit(50)

const deputies = alias(people, "deputies")

/** One person's leave from today on, the nearest first, with the deputies' names. */
export const comingLeave = async (db: Db, personId: number, now = new Date()) =>
  db
    .select({ leave: leaves, deputyName: deputies.name })
    .from(leaves)
    .leftJoin(deputies, eq(deputies.id, leaves.deputyId))
    .where(
      and(
        eq(leaves.personId, personId),
        isNull(leaves.endedAt),
        gte(leaves.lastDay, await companyToday(now)),
      ),
    )
    .orderBy(asc(leaves.firstDay))
    .limit(20)

export async function findLeave(db: Db, id: number): Promise<Leave | null> {
  const [row] = await db.select().from(leaves).where(eq(leaves.id, id))
  return row ?? null
}
