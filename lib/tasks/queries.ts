import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { departments, people, sensitivities } from "@/db/schema/people"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import type { TaskFilter } from "./inputs"
import { stateRange } from "./order"
import { canComment, canEdit, canReport, canSee, visibleTo } from "./policy"
import { findTask } from "./task"

export const pageSize = 50

const columns = {
  id: tasks.id,
  name: tasks.name,
  state: tasks.state,
  priority: tasks.priority,
  progress: tasks.progress,
  progressAt: tasks.progressAt,
  dueAt: tasks.dueAt,
  doneAt: tasks.doneAt,
  updatedAt: tasks.updatedAt,
  sortKey: tasks.sortKey,
  ownerId: tasks.ownerId,
  ownerName: people.name,
  department: departments.name,
}

export interface Bounds {
  /** Instants that the filters 今天 and 本周 end at. */
  endOfToday: Date
  endOfWeek: Date
  now: Date
}

/** One page of a view. What the actor may not see has no row, no count, no trace. */
export async function listTasks(actor: PersonActor, filter: TaskFilter, bounds: Bounds) {
  const order = orders[filter.sort]
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select(columns)
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .leftJoin(departments, eq(departments.id, tasks.departmentId))
    .where(
      and(
        scope(actor, filter, after),
        ...narrowed(filter, bounds),
        after ? order.after(after.key, after.id) : undefined,
      ),
    )
    .orderBy(...order.by)
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const coworkers = await coworkersOf(shown.map((row) => row.id))
  return {
    rows: shown.map((row) => ({
      ...row,
      coworkers: coworkers.get(row.id) ?? [],
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
  filter: TaskFilter,
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
    case "all":
      return everything(actor, filter, after)
  }
}

/** In the usual order a page of all visible tasks is a union of index ranges; in others a filter. */
function everything(
  actor: PersonActor,
  filter: TaskFilter,
  after: { key: number; id: number } | null,
) {
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

function narrowed(filter: TaskFilter, { endOfToday, endOfWeek, now }: Bounds): (SQL | undefined)[] {
  const done = stateRange("done").from
  const inState = (state: NonNullable<TaskFilter["state"]>) => {
    if (state === "open") return lt(tasks.sortKey, done)
    if (state === "overdue") return and(lt(tasks.sortKey, done), lt(tasks.dueAt, now))
    const { from, until } = stateRange(state)
    return and(gte(tasks.sortKey, from), lt(tasks.sortKey, until))
  }
  const until = filter.due === "today" ? endOfToday : endOfWeek
  return [
    filter.state ? inState(filter.state) : undefined,
    filter.priority ? eq(tasks.priority, filter.priority) : undefined,
    filter.due ? and(lt(tasks.sortKey, done), lt(tasks.dueAt, until)) : undefined,
  ]
}

async function coworkersOf(taskIds: readonly number[]) {
  const found = new Map<number, { id: number; name: string }[]>()
  if (taskIds.length === 0) return found
  const rows = await db()
    .select({ taskId: taskCoworkers.taskId, id: people.id, name: people.name })
    .from(taskCoworkers)
    .innerJoin(people, eq(people.id, taskCoworkers.personId))
    .where(inArray(taskCoworkers.taskId, [...taskIds]))
    .orderBy(taskCoworkers.taskId, people.id)
  for (const { taskId, ...person } of rows) {
    const list = found.get(taskId)
    if (list) list.push(person)
    else found.set(taskId, [person])
  }
  return found
}

/** A task with names and what the actor may do, or null when it isn't theirs to see. */
export const taskPage = cache(async (actor: PersonActor, id: number) => {
  const task = await findTask(db(), id)
  if (!task || !canSee(actor, task)) return null
  const wanted = [task.ownerId, task.creatorId, ...task.coworkerIds]
  const names = await db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
  const person = (personId: number) =>
    names.find((row) => row.id === personId) ?? { id: personId, name: "" }
  const [home] =
    task.departmentId === null
      ? []
      : await db()
          .select({ name: departments.name })
          .from(departments)
          .where(eq(departments.id, task.departmentId))
  const [label] =
    task.sensitivityId === null
      ? []
      : await db()
          .select({ name: sensitivities.name, nameEn: sensitivities.nameEn })
          .from(sensitivities)
          .where(eq(sensitivities.id, task.sensitivityId))
  return {
    task,
    sensitivity: label ?? null,
    owner: person(task.ownerId),
    creator: person(task.creatorId),
    coworkers: task.coworkerIds.map(person),
    department: home?.name ?? null,
    can: {
      edit: canEdit(actor, task),
      report: canReport(actor, task),
      comment: canComment(actor, task),
    },
  }
})

export type TaskPage = NonNullable<Awaited<ReturnType<typeof taskPage>>>
