import { and, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import type { AuditFilter } from "./filter"
import { type Group, groups } from "./groups"
import { scopeOf } from "./scope"
import type { IdRange } from "./time-search"

/** Counting ends here: a tab shows 999+. */
export const mostCounted = 1_000

/** How many there are under each tab in the time that is asked for, people and records left aside. */
export async function countByGroup({ from, until }: AuditFilter) {
  const time = { from, until }
  const { range } = await scopeOf(time)
  const counted = await Promise.all(
    groups.map(
      async (group): Promise<[Group, number]> => [group, await countOf({ ...time, group }, range)],
    ),
  )
  const all = await countOf(time, range)
  return { all, byGroup: new Map(counted) }
}

async function countOf(filter: AuditFilter, range: IdRange): Promise<number> {
  const scope = await scopeOf(filter, range)
  if (scope.branches.length === 0) return 0
  const parts = scope.branches.map(
    (branch) => sql`(select count(*) from (select 1 from events where ${and(branch, scope.rest)}
      and events.id >= ${scope.range.first} and events.id < ${scope.range.end}
      limit ${mostCounted}) as part)`,
  )
  const [row] = await engine().rows<{ n: number }>(
    db(),
    sql`select ${sql.join(parts, sql` + `)} as n`,
  )
  return Math.min(mostCounted, Number(row?.n ?? 0))
}
