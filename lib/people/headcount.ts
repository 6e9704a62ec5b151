import { type SQL, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import { type Now, newSince, type View } from "./directory-scope"
import { awayOn } from "./leave-now"

export type Headcount = Record<View, number>

const none: Headcount = { active: 0, heads: 0, new: 0, leave: 0, left: 0 }

const counted = (condition: SQL): SQL<number> =>
  sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number)

/** How many people every view has in every department, those of departments below not included. */
export async function headcounts(on: Db, { org, today }: Now): Promise<Map<number, Headcount>> {
  const here = sql`${people.disabledAt} is null`
  const heads = idsIn([...org.ledBy.keys()])
  const rows = await on
    .select({
      departmentId: people.departmentId,
      active: counted(here),
      heads: counted(sql`${here} and ${people.id} in ${heads}`),
      new: counted(sql`${here} and ${people.hiredOn} >= ${newSince(today)}`),
      leave: counted(sql`${here} and ${people.id} in ${awayOn(on, today)}`),
      left: counted(sql`${people.disabledAt} is not null`),
    })
    .from(people)
    .groupBy(people.departmentId)
  return new Map(rows.map(({ departmentId, ...counts }) => [departmentId, counts]))
}

/** What some departments have together. */
export function together(
  counts: ReadonlyMap<number, Headcount>,
  departmentIds: Iterable<number>,
): Headcount {
  const sum = { ...none }
  for (const id of departmentIds) {
    const one = counts.get(id) ?? none
    sum.active += one.active
    sum.heads += one.heads
    sum.new += one.new
    sum.leave += one.leave
    sum.left += one.left
  }
  return sum
}
