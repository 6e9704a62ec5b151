import { and, asc, eq, gte, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { addDays, instantOf, weekdayOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Listed } from "./listed"
import { type Bounds, isOverdue } from "./queries"
import { narrowed, scope } from "./scope"

/** Tasks of one month; whoever has more narrows the filter. */
const most = 600

/** The days that a month's page shows: whole weeks from a Monday on. */
export function monthDays(month: string): string[] {
  const first = `${month}-01`
  const monday = addDays(first, 1 - weekdayOf(first))
  const days: string[] = []
  for (let day = monday; day.slice(0, 7) <= month || weekdayOf(day) !== 1; day = addDays(day, 1))
    days.push(day)
  return days
}

const at = (instant: Date) => sql`${tasks.dueAt.mapToDriverValue(instant)}`

/** Tasks of a view that are due on some days, what is due first. */
export async function dueOn(
  actor: PersonActor,
  filter: Listed,
  days: readonly string[],
  timeZone: string,
  bounds: Bounds,
) {
  const from = instantOf(timeZone, days[0] ?? "", "00:00")
  const until = instantOf(timeZone, addDays(days.at(-1) ?? "", 1), "00:00")
  const rows = await db()
    .select({
      id: tasks.id,
      name: tasks.name,
      state: tasks.state,
      dueAt: tasks.dueAt,
      ownerName: people.name,
    })
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(
      and(
        gte(tasks.dueAt, from),
        lt(tasks.dueAt, until),
        scope(actor, { ...filter, sort: "due" }, null),
        ...narrowed(filter, {
          now: at(bounds.now),
          until: at(filter.due === "today" ? bounds.endOfToday : bounds.endOfWeek),
        }),
      ),
    )
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(most)
  return rows.map((row) => ({ ...row, overdue: isOverdue(row, bounds.now) }))
}
