import { and, asc, eq, sql } from "drizzle-orm"
import { db, preparedFor } from "@/db/engine"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { addDays, instantOf, weekdayOf } from "@/lib/calendar/zones"
import { dueDays, readerKey, visibleDue } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import type { Listed } from "./listed"
import { type Bounds, instantsOf, isOverdue } from "./queries"
import { inView, listOfView, narrowed } from "./scope"

/** Tasks that a month holds of each day; the day's own list has all of them. */
export const perDay = 8

/** The days that a month's page shows: whole weeks from a Monday on. */
export function monthDays(month: string): string[] {
  const first = `${month}-01`
  const monday = addDays(first, 1 - weekdayOf(first))
  const days: string[] = []
  for (let day = monday; day.slice(0, 7) <= month || weekdayOf(day) !== 1; day = addDays(day, 1))
    days.push(day)
  return days
}

interface Asked {
  actor: PersonActor
  filter: Listed
}

/** Each day takes its first from the lists of what the reader may see, however many are due in all. */
const month = preparedFor((on, { actor, filter }: Asked) => {
  const asked = and(inView(actor, filter), ...narrowed(filter))
  const ids = visibleDue(actor, "task", {
    days: sql.placeholder("days"),
    principals: listOfView(actor, filter),
    where:
      asked &&
      sql`exists (select 1 from ${tasks} where ${tasks.id} = access.record_id and ${asked})`,
    limit: perDay + 1,
  })
  return on
    .select({
      id: tasks.id,
      name: tasks.name,
      state: tasks.state,
      dueAt: tasks.dueAt,
      ownerName: people.name,
    })
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(sql`${tasks.id} in (${ids})`)
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .prepare()
})

/** The first tasks of a view that are due on each of some days: one more than a day shows. */
export async function dueOn(
  actor: PersonActor,
  filter: Listed,
  days: readonly string[],
  bounds: Bounds,
) {
  const key = `${JSON.stringify(filter)}|${actor.personId}|${actor.departmentId}|${readerKey(actor)}`
  const start = (day: string) => instantOf(bounds.timeZone, day, "00:00")
  const rows = await month(db(), key, { actor, filter }).execute({
    ...instantsOf(filter, bounds),
    days: dueDays(days.map((day) => ({ from: start(day), until: start(addDays(day, 1)) }))),
  })
  return rows.map((row) => ({ ...row, overdue: isOverdue(row, bounds.now) }))
}
