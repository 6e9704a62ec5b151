import { and, count, eq, lt, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { stateRange } from "./order"
import { visibleTo } from "./policy"
import { stored } from "./queries"

const countIf = (condition: SQL) => sql<number>`count(case when ${condition} then 1 end)`
const [now, today, until] = [
  sql`${sql.placeholder("now")}`,
  sql`${sql.placeholder("today")}`,
  sql`${sql.placeholder("until")}`,
]

const counted = keptForReaders((on, reader) =>
  on
    .select({
      all: count(),
      late: countIf(sql`${tasks.dueAt} < ${now}`),
      behind: countIf(sql`${tasks.progressAt} is null or ${tasks.progressAt} < ${today}`),
    })
    .from(tasks)
    .where(
      and(
        eq(tasks.ownerId, reader.me),
        lt(tasks.sortKey, stateRange("done").from),
        sql`${tasks.dueAt} < ${until}`,
        visibleTo(reader.own),
      ),
    )
    .prepare(),
)

/**
 * How many of somebody's tasks are due by the end of today, how many of these are late, and how many
 * haven't been heard of today; all of them, however few a page lists.
 */
export async function dueToday(
  actor: PersonActor,
  bounds: { now: Date; startOfToday: Date; endOfToday: Date },
) {
  const [row] = await counted(db(), actor, {
    now: stored(bounds.now),
    today: stored(bounds.startOfToday),
    until: stored(bounds.endOfToday),
  })
  return {
    count: Number(row?.all ?? 0),
    late: Number(row?.late ?? 0),
    behind: Number(row?.behind ?? 0),
  }
}
