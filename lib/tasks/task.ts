import { eq, inArray, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { registry } from "@/lib/platform/registry"

export type TaskRow = typeof tasks.$inferSelect
export type TaskState = TaskRow["state"]

/** A task with what decides who sees it. */
export interface Task extends TaskRow {
  coworkerIds: readonly number[]
  grants: readonly Grant[]
}

const byId = prepared((db) =>
  db
    .select()
    .from(tasks)
    .where(eq(tasks.id, sql.placeholder("id")))
    .prepare(),
)
const coworkersOf = prepared((db) =>
  db
    .select({ personId: taskCoworkers.personId })
    .from(taskCoworkers)
    .where(eq(taskCoworkers.taskId, sql.placeholder("id")))
    .orderBy(taskCoworkers.personId)
    .prepare(),
)

/** The task, whoever asks: `canSee` comes next. */
export async function findTask(db: Db, id: number): Promise<Task | null> {
  // Out of an address comes any number, and none.
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  const coworkers = await coworkersOf(db).execute({ id })
  return withGrants(
    row,
    coworkers.map((coworker) => coworker.personId),
    await openedBy(db, row),
  )
}

const byIds = prepared((on) =>
  on
    .select()
    .from(tasks)
    .where(inArray(tasks.id, idsGiven("ids")))
    .prepare(),
)
const coworkersOn = prepared((on) =>
  on
    .select()
    .from(taskCoworkers)
    .where(inArray(taskCoworkers.taskId, idsGiven("ids")))
    .orderBy(taskCoworkers.taskId, taskCoworkers.personId)
    .prepare(),
)

/** Many at once, by id; those that aren't there are left out. */
export async function findTasks(db: Db, ids: readonly number[]): Promise<Map<number, Task>> {
  const given = { ids: JSON.stringify(ids) }
  const [rows, helping] = await Promise.all([
    byIds(db).execute(given),
    coworkersOn(db).execute(given),
  ])
  const coworkers = Map.groupBy(helping, ({ taskId }) => taskId)
  const found = rows.map(async (row): Promise<[number, Task]> => {
    const ofTask = coworkers.get(row.id)?.map(({ personId }) => personId) ?? []
    return [row.id, withGrants(row, ofTask, await openedBy(db, row))]
  })
  return new Map(await Promise.all(found))
}

/** Who sees the record that a task was made for sees the task, where that kind says so. */
async function openedBy(db: Db, { sourceKind, sourceId }: TaskRow): Promise<readonly Grant[]> {
  if (sourceKind === null || sourceId === null) return []
  const kind = registry().kinds.get(sourceKind)
  return kind?.opens ? inside((await kind.find(db, sourceId))?.grants ?? []) : []
}

/** A guest of the record was let in to it alone, not to the work behind it. */
const inside = (grants: readonly Grant[]) =>
  grants.filter(({ principal }) => !principal.startsWith("scope:"))

/** Owner, creator and co-workers see a task, and whoever belongs to its home (decision 1). */
export function withGrants(
  row: TaskRow,
  coworkerIds: readonly number[],
  opened: readonly Grant[] = [],
): Task {
  const grants = new Map<Grant["principal"], Grant["level"]>()
  for (const { principal } of opened) grants.set(principal, "view")
  for (const id of coworkerIds) grants.set(`person:${id}`, "view")
  for (const id of [row.ownerId, row.creatorId]) grants.set(`person:${id}`, "edit")
  if (row.departmentId !== null) grants.set(`department:${row.departmentId}`, "admin")
  if (row.groupId !== null) grants.set(`group:${row.groupId}`, "admin")
  return {
    ...row,
    coworkerIds,
    grants: [...grants].map(([principal, level]) => ({ principal, level })),
  }
}

/** For actions: the task that an input names, if it is the actor's to see. */
export async function seenTask(ctx: Ctx, input: { id: number }): Promise<Task | null> {
  const task = await findTask(ctx.tx, input.id)
  return task && sees(ctx.actor, task) ? task : null
}

/** Tasks as lists of records of every kind name them. */
export async function titledTasks(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: tasks.id, title: tasks.name })
    .from(tasks)
    .where(inArray(tasks.id, [...ids]))
  return new Map(rows.map(({ id, title }) => [id, { title, href: `/tasks/${id}` }]))
}
