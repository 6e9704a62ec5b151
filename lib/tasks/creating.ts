import { sql } from "drizzle-orm"
import { plain, preparedInsert } from "@/db/engine"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { requireCleared, requireOpenLabel } from "./labels"
import { sortKeyOf } from "./order"
import { canGroup, canHome, canImportTo } from "./policy"
import { remindAtFor } from "./reminding"
import type { Source } from "./source"
import type { TaskState } from "./task"

export interface NewTask {
  name: string
  description: string
  ownerId: number
  coworkerIds: readonly number[]
  startAt: Date | null
  dueAt: Date | null
  priority: "high" | "medium" | "low"
  departmentId: number | null
  /** The group whose work it is. */
  groupId?: number | null
  sensitivityId: number | null
  risk: string
  riskLevel?: "high" | "medium" | "low" | null
  /** The record that it is made from, which its maker may see. */
  source?: Source | null
  /** The label is the source's own. */
  labelOfSource?: true
  /** It comes out of a file, as one of many, and stands there like this. */
  imported?: { state: TaskState; progress: number }
}

const stored = (at: Date | null) => at && tasks.dueAt.mapToDriverValue(at)

const insertTask = preparedInsert(tasks.id, (db) =>
  db.insert(tasks).values({
    name: sql.placeholder("name"),
    description: sql.placeholder("description"),
    ownerId: sql.placeholder("ownerId"),
    creatorId: sql.placeholder("creatorId"),
    departmentId: plain("departmentId"),
    groupId: plain("groupId"),
    sensitivityId: plain("sensitivityId"),
    startAt: plain("startAt"),
    dueAt: plain("dueAt"),
    priority: sql.placeholder("priority"),
    risk: sql.placeholder("risk"),
    riskLevel: plain("riskLevel"),
    remindAt: plain("remindAt"),
    createdAt: sql.placeholder("at"),
    updatedAt: sql.placeholder("at"),
    sortKey: sql.placeholder("sortKey"),
    state: sql.placeholder("state"),
    progress: sql.placeholder("progress"),
    progressAt: plain("progressAt"),
    doneAt: plain("doneAt"),
    sourceKind: plain("sourceKind"),
    sourceId: plain("sourceId"),
  }),
)

/**
 * Creates a task and tells its owner and co-workers.
 * @throws Refusal when the home isn't the creator's to use, or somebody named isn't cleared
 */
export async function createTask(
  ctx: Ctx & { actor: PersonActor },
  task: NewTask,
): Promise<number> {
  const may = task.imported ? canImportTo : canHome
  if (task.departmentId !== null && !may(ctx.actor, task.departmentId))
    refuse("invalid", { fields: { department: "tasks.error.home" } })
  const { groupId = null, riskLevel = null } = task
  if (groupId !== null && !canGroup(ctx.actor, groupId))
    refuse("invalid", { fields: { group: "tasks.error.group" } })
  // What a task has from the record that it is made from is no choice: a label closed since stays.
  if (!task.labelOfSource) await requireOpenLabel(ctx, task.sensitivityId)
  await requireCleared(ctx, task.sensitivityId, [
    ctx.actor.personId,
    task.ownerId,
    ...task.coworkerIds,
  ])
  const { coworkerIds, source = null, imported, labelOfSource: _, ...fields } = task
  const id = await insertTask(ctx.tx, {
    ...fields,
    ...{ groupId, riskLevel },
    startAt: stored(task.startAt),
    ...(await standing(task, ctx.now)),
    creatorId: ctx.actor.personId,
    at: ctx.now,
    sourceKind: source?.kind ?? null,
    sourceId: source?.id ?? null,
  })
  const helping = coworkerIds.filter((personId) => personId !== task.ownerId)
  if (helping.length > 0)
    await ctx.tx.insert(taskCoworkers).values(helping.map((personId) => ({ taskId: id, personId })))
  await writeTags(ctx, "task", id, [task.name, task.description], true)
  emit(ctx, {
    type: imported ? "task.imported" : "task.created",
    recordId: id,
    data: { ownerId: task.ownerId, coworkerIds: helping, ...imported, ...(source && { source }) },
  })
  return id
}

/** A new task hasn't begun; one out of a file stands as it stood there. */
async function standing({ dueAt, imported }: NewTask, now: Date) {
  const { state = "todo", progress = 0 } = imported ?? {}
  const doneAt = state === "done" ? now : null
  return {
    ...{ state, progress, dueAt: stored(dueAt), doneAt: stored(doneAt) },
    progressAt: stored(progress > 0 || state !== "todo" ? now : null),
    remindAt: stored(await remindAtFor({ dueAt, state }, now)),
    sortKey: sortKeyOf({ state, dueAt, doneAt }),
  }
}
