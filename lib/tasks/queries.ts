import { and, eq, isNull } from "drizzle-orm"
import { db, preparedFor } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { departments, people } from "@/db/schema/people"
import { taskSeries, tasks } from "@/db/schema/tasks"
import { readerKey } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { coworkersOf } from "./coworkers"
import { dueSpan } from "./due-span"
import { type Listed, pageSize } from "./listed"
import { orderOf } from "./orders"
import { narrowed, scope } from "./scope"
import { tickedOf } from "./ticked"

export const columns = {
  id: tasks.id,
  name: tasks.name,
  state: tasks.state,
  priority: tasks.priority,
  progress: tasks.progress,
  progressAt: tasks.progressAt,
  startAt: tasks.startAt,
  createdAt: tasks.createdAt,
  dueAt: tasks.dueAt,
  doneAt: tasks.doneAt,
  updatedAt: tasks.updatedAt,
  sortKey: tasks.sortKey,
  ownerId: tasks.ownerId,
  departmentId: tasks.departmentId,
  groupId: tasks.groupId,
  ownerName: people.name,
  ownerFace: people.faceFileId,
  department: departments.name,
  group: groups.name,
  risk: tasks.risk,
  support: tasks.support,
  riskLevel: tasks.riskLevel,
  /** How it comes again, where it does. */
  rule: taskSeries.rule,
}

export interface Bounds {
  /** The company's. */
  timeZone: string
  /** Instants that the filters 今天 and 本周 end at. */
  endOfToday: Date
  endOfWeek: Date
  now: Date
}

const page = preparedFor((on, { actor, filter }: { actor: PersonActor; filter: Listed }) => {
  const order = orderOf(filter)
  const after = decodeCursor(filter.after)
  return on
    .select(columns)
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .leftJoin(departments, eq(departments.id, tasks.departmentId))
    .leftJoin(groups, eq(groups.id, tasks.groupId))
    .leftJoin(taskSeries, and(eq(taskSeries.id, tasks.seriesId), isNull(taskSeries.endedAt)))
    .where(
      and(scope(actor, filter, after), ...narrowed(filter), after ? order.after(after) : undefined),
    )
    .orderBy(...order.by)
    .limit(pageSize + 1)
    .prepare()
})

/** One page of a view. What the actor may not see has no row, no count, no trace. */
export async function listTasks(actor: PersonActor, filter: Listed, bounds: Bounds) {
  const order = orderOf(filter)
  const key = `${JSON.stringify(filter)}|${actor.personId}|${actor.departmentId}|${readerKey(actor)}`
  const rows = await page(db(), key, { actor, filter }).execute(instantsOf(filter, bounds))
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const ids = shown.map((row) => row.id)
  const [helping, ticked] = await Promise.all([coworkersOf(ids), tickedOf(ids)])
  return {
    rows: shown.map((row) => ({
      ...row,
      // What a group is called is its members' to read, whoever sees the task.
      group: actor.principals.has(`group:${row.groupId ?? 0}`) ? row.group : null,
      coworkers: helping.get(row.id) ?? [],
      ticked: ticked.get(row.id) ?? null,
      overdue: isOverdue(row, bounds.now),
    })),
    next: last ? encodeCursor(order.place(last)) : null,
  }
}

export type TaskListRow = Awaited<ReturnType<typeof listTasks>>["rows"][number]

/** 已逾期 is computed, never stored. */
export const isOverdue = (task: { state: string; dueAt: Date | null }, now: Date): boolean =>
  task.state !== "done" && task.dueAt !== null && task.dueAt < now

/** A placeholder's value isn't mapped by its column. */
export const stored = (at: Date) => tasks.dueAt.mapToDriverValue(at)

/** What `narrowed` leaves open in a query that outlives its moment. */
export function instantsOf(filter: Listed, bounds: Bounds) {
  const { from, until } = dueSpan(filter.due, bounds)
  return { now: stored(bounds.now), from: stored(from), until: stored(until) }
}
