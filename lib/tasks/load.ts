import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"
import type { Bounds } from "./queries"

const most = 300

const stored = (at: Date) => tasks.dueAt.mapToDriverValue(at)
const countIf = (condition: ReturnType<typeof sql>) =>
  sql<number>`count(case when ${condition} then 1 end)`

/**
 * What the people of the departments that somebody leads have to do: open, late, due until the
 * week's end. Tasks that the head may not see aren't counted.
 */
export async function loadOf(actor: PersonActor, { now, endOfWeek }: Bounds) {
  if (actor.leads.size === 0) return []
  const rows = await db()
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      post: people.post,
      open: sql<number>`count(${tasks.id})`,
      late: countIf(sql`${tasks.dueAt} < ${stored(now)}`),
      week: countIf(
        sql`${tasks.dueAt} >= ${stored(now)} and ${tasks.dueAt} < ${stored(endOfWeek)}`,
      ),
      support: countIf(sql`${tasks.state} = 'need_support'`),
    })
    .from(people)
    .leftJoin(
      tasks,
      and(
        eq(tasks.ownerId, people.id),
        lt(tasks.sortKey, stateRange("done").from),
        visibleTo(actor),
      ),
    )
    .where(and(inArray(people.departmentId, [...actor.leads]), isNull(people.disabledAt)))
    .groupBy(people.id, people.name, people.faceFileId, people.post)
    .orderBy(asc(people.name), asc(people.id))
    .limit(most)
  return rows
    .map((row) => ({
      ...row,
      open: Number(row.open),
      late: Number(row.late),
      week: Number(row.week),
      support: Number(row.support),
    }))
    .toSorted((a, b) => b.late - a.late || b.open - a.open)
}

export type Load = Awaited<ReturnType<typeof loadOf>>[number]
