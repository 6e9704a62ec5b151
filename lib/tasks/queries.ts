import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm"
import { db, preparedFor } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { departments, people } from "@/db/schema/people"
import { taskCoworkers, taskSeries, tasks } from "@/db/schema/tasks"
import { readerKey, visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { coworkersOf } from "./coworkers"
import type { TaskFilter } from "./inputs"
import { stateRange } from "./order"
import { visibleTo } from "./policy"
import { tickedOf } from "./ticked"

export const pageSize = 50

const columns = {
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
  ownerName: people.name,
  ownerFace: people.faceFileId,
  department: departments.name,
  group: groups.name,
  risk: tasks.risk,
  riskLevel: tasks.riskLevel,
  /** How it comes again, where it does. */
  rule: taskSeries.rule,
}

export interface Bounds {
  /** Instants that the filters 今天 and 本周 end at. */
  endOfToday: Date
  endOfWeek: Date
  now: Date
}

/** How the list is looked at makes no difference to what is in it. */
type Listed = Omit<TaskFilter, "as" | "from" | "span">

/** A filter without how its list is looked at: the query is the same. */
export const plain = ({ as: _, from: __, span: ___, ...filter }: TaskFilter): Listed => filter

const page = preparedFor((on, { actor, filter }: { actor: PersonActor; filter: Listed }) => {
  const order = orders[filter.sort]
  const after = decodeCursor(filter.after)
  return on
    .select(columns)
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .leftJoin(departments, eq(departments.id, tasks.departmentId))
    .leftJoin(groups, eq(groups.id, tasks.groupId))
    .leftJoin(taskSeries, and(eq(taskSeries.id, tasks.seriesId), isNull(taskSeries.endedAt)))
    .where(
      and(
        scope(actor, filter, after),
        ...narrowed(filter),
        after ? order.after(after.key, after.id) : undefined,
      ),
    )
    .orderBy(...order.by)
    .limit(pageSize + 1)
    .prepare()
})

/** One page of a view. What the actor may not see has no row, no count, no trace. */
export async function listTasks(actor: PersonActor, filter: Listed, bounds: Bounds) {
  const order = orders[filter.sort]
  const key = `${JSON.stringify(filter)}|${actor.personId}|${actor.departmentId}|${readerKey(actor)}`
  const rows = await page(db(), key, { actor, filter }).execute({
    now: stored(bounds.now),
    until: stored(filter.due === "today" ? bounds.endOfToday : bounds.endOfWeek),
  })
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const ids = shown.map((row) => row.id)
  const [helping, ticked] = await Promise.all([coworkersOf(ids), tickedOf(ids)])
  return {
    rows: shown.map((row) => ({
      ...row,
      coworkers: helping.get(row.id) ?? [],
      ticked: ticked.get(row.id) ?? null,
      overdue: isOverdue(row, bounds.now),
    })),
    next: last ? encodeCursor({ key: order.key(last), id: last.id }) : null,
  }
}

export type TaskListRow = Awaited<ReturnType<typeof listTasks>>["rows"][number]

/** 已逾期 is computed, never stored. */
export const isOverdue = (task: { state: string; dueAt: Date | null }, now: Date): boolean =>
  task.state !== "done" && task.dueAt !== null && task.dueAt < now

interface Order {
  by: SQL[]
  key(row: { sortKey: number; dueAt: Date | null; updatedAt: Date }): number
  after(key: number, id: number): SQL
}

const far = 9e15
const dueKey = sql`coalesce(${tasks.dueAt}, ${tasks.dueAt.mapToDriverValue(new Date(8.64e15 / 2))})`

const orders: Record<TaskFilter["sort"], Order> = {
  state: {
    by: [asc(tasks.sortKey), asc(tasks.id)],
    key: (row) => row.sortKey,
    after: (key, id) => sql`(${tasks.sortKey}, ${tasks.id}) > (${key}, ${id})`,
  },
  due: {
    by: [asc(dueKey), asc(tasks.id)],
    key: (row) => row.dueAt?.getTime() ?? far,
    after: (key, id) =>
      sql`(${dueKey}, ${tasks.id}) > (${tasks.dueAt.mapToDriverValue(new Date(Math.min(key, 8.64e15 / 2)))}, ${id})`,
  },
  updated: {
    by: [desc(tasks.updatedAt), desc(tasks.id)],
    key: (row) => row.updatedAt.getTime(),
    after: (key, id) =>
      sql`(${tasks.updatedAt}, ${tasks.id}) < (${tasks.updatedAt.mapToDriverValue(new Date(key))}, ${id})`,
  },
}

/** Which tasks a view shows: always an index range of the person's own, or the visible ones. */
function scope(
  actor: PersonActor,
  filter: Listed,
  after: { key: number; id: number } | null,
): SQL | undefined {
  const helping = db()
    .select({ id: taskCoworkers.taskId })
    .from(taskCoworkers)
    .where(eq(taskCoworkers.personId, actor.personId))
  switch (filter.view) {
    case "mine":
      return and(eq(tasks.ownerId, actor.personId), visibleTo(actor))
    case "helping":
      return and(inArray(tasks.id, helping), visibleTo(actor))
    case "created":
      return and(eq(tasks.creatorId, actor.personId), visibleTo(actor))
    case "department":
      return and(eq(tasks.departmentId, filter.department ?? actor.departmentId), visibleTo(actor))
    case "group":
      return and(eq(tasks.groupId, filter.group ?? 0), visibleTo(actor))
    case "risks":
      return and(
        lt(tasks.sortKey, stateRange("done").from),
        or(isNotNull(tasks.riskLevel), ne(tasks.risk, "")),
        visibleTo(actor),
      )
    case "all":
      return everything(actor, filter, after)
  }
}

/** In the usual order a page of all visible tasks is a union of index ranges; in others a filter. */
function everything(actor: PersonActor, filter: Listed, after: { key: number; id: number } | null) {
  const plain =
    filter.sort === "state" && !filter.priority && !filter.due && filter.state !== "overdue"
  if (!plain) return visibleTo(actor)
  const range =
    filter.state && filter.state !== "open" && filter.state !== "overdue"
      ? stateRange(filter.state)
      : {}
  const open = filter.state === "open" ? { until: stateRange("done").from } : {}
  const ids = visibleIds(actor, "task", {
    ...range,
    ...open,
    limit: pageSize + 1,
    ...(after ? { after: { sortKey: after.key, id: after.id } } : {}),
  })
  return sql`${tasks.id} in (${ids})`
}

/** Instants are placeholders: the query outlives them. */
function narrowed(filter: Listed): (SQL | undefined)[] {
  const done = stateRange("done").from
  const inState = (state: NonNullable<TaskFilter["state"]>) => {
    if (state === "open") return lt(tasks.sortKey, done)
    if (state === "overdue")
      return and(lt(tasks.sortKey, done), lt(tasks.dueAt, sql.placeholder("now")))
    const { from, until } = stateRange(state)
    return and(gte(tasks.sortKey, from), lt(tasks.sortKey, until))
  }
  const dueSoon = and(lt(tasks.sortKey, done), lt(tasks.dueAt, sql.placeholder("until")))
  return [
    filter.state ? inState(filter.state) : undefined,
    filter.priority ? eq(tasks.priority, filter.priority) : undefined,
    filter.due ? dueSoon : undefined,
  ]
}

/** A placeholder's value isn't mapped by its column. */
const stored = (at: Date) => tasks.dueAt.mapToDriverValue(at)
