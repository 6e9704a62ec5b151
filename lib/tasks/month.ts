import { and, asc, eq, sql } from "drizzle-orm"
import { db, preparedFor } from "@/db/engine"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { addDays, instantOf, weekdayOf } from "@/lib/calendar/zones"
import { readerKey } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import type { Listed } from "./listed"
import { type Bounds, instantsOf, isOverdue, stored } from "./queries"
import { narrowed, scope } from "./scope"

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
  days: number
}

/** Each day takes its first from the index of due times, however many are due in all. */
const month = preparedFor((on, { actor, filter, days }: Asked) => {
  const firstOf = (nth: number) =>
    on
      .select({ id: tasks.id })
      .from(tasks)
      .where(
        and(
          sql`${tasks.dueAt} >= ${sql.placeholder(`day${nth}`)}`,
          sql`${tasks.dueAt} < ${sql.placeholder(`day${nth + 1}`)}`,
          scope(actor, { ...filter, sort: "due" }, null),
          ...narrowed(filter),
        ),
      )
      .orderBy(asc(tasks.dueAt), asc(tasks.id))
      .limit(perDay + 1)
      .as(`of_day${nth}`)
  const picked = Array.from({ length: days }, (_, nth) => sql`select "id" from ${firstOf(nth)}`)
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
    .where(sql`${tasks.id} in (${sql.join(picked, sql` union all `)})`)
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
  const key = `${JSON.stringify(filter)}|${days.length}|${actor.personId}|${actor.departmentId}|${readerKey(actor)}`
  const ends = [...days, addDays(days.at(-1) ?? "", 1)]
  const starts = ends.map((day, nth) => [
    `day${nth}`,
    stored(instantOf(bounds.timeZone, day, "00:00")),
  ])
  const rows = await month(db(), key, { actor, filter, days: days.length }).execute({
    ...instantsOf(filter, bounds),
    ...Object.fromEntries(starts),
  })
  return rows.map((row) => ({ ...row, overdue: isOverdue(row, bounds.now) }))
}
