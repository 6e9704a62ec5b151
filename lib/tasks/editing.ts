import { and, eq } from "drizzle-orm"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import type { NewTask } from "./creating"
import { noteDueChange } from "./due-changes"
import { requireCleared, requireOpenLabel } from "./labels"
import { sortKeyOf } from "./order"
import { canGroup, canHome, canMove } from "./policy"
import { remindAtFor } from "./reminding"
import type { Task } from "./task"

/** `reason`: why it is due at another time. */
type Changes = Partial<NewTask> & { reason?: string }

/** Said in the log with before and after; texts are only named, since they may be restricted. */
const spoken = [
  "ownerId",
  "dueAt",
  "startAt",
  "priority",
  "departmentId",
  "groupId",
  "sensitivityId",
  "riskLevel",
] as const
const unspoken = ["name", "description", "risk"] as const

/**
 * Changes fields of a task that was read at `version`.
 * @throws Refusal "conflict" with what stands there now when somebody was faster
 */
export async function editTask(
  ctx: Ctx & { actor: PersonActor },
  task: Task,
  version: number,
  changes: Changes,
): Promise<number> {
  if (task.version !== version) refuse("conflict", { current: contentOf(task) })
  const { coworkerIds = task.coworkerIds, reason = "", ...fields } = changes
  const after = { ...task, ...fields }
  await checkPlaces(ctx, task, after, coworkerIds)
  await noteDueChange(ctx, task, after.dueAt, reason)
  const [row] = await ctx.tx
    .update(tasks)
    .set({
      ...fields,
      updatedAt: ctx.now,
      version: version + 1,
      sortKey: sortKeyOf(after),
      remindAt: await remindAtFor(after, ctx.now),
    })
    .where(and(eq(tasks.id, task.id), eq(tasks.version, version)))
    .returning({ version: tasks.version })
  if (!row) return refuse("conflict")
  const helpers = await setCoworkers(
    ctx,
    task,
    coworkerIds.filter((id) => id !== after.ownerId),
  )
  if (after.name !== task.name || after.description !== task.description)
    await writeTags(ctx, "task", task.id, [after.name, after.description])
  const changed = { ...differences(task, after), ...helpers }
  if (after.ownerId !== task.ownerId)
    emit(ctx, {
      type: "task.assigned",
      recordId: task.id,
      data: { ownerId: after.ownerId, before: task.ownerId },
    })
  emit(ctx, { type: "task.edited", recordId: task.id, data: changed })
  return row.version
}

/** What a conflict shows beside one's own text. */
export const contentOf = (task: Task) => ({
  name: task.name,
  description: task.description,
  risk: task.risk,
  version: task.version,
})

async function checkPlaces(
  ctx: Ctx & { actor: PersonActor },
  task: Task,
  after: Task,
  coworkerIds: readonly number[],
) {
  const moved = after.departmentId !== task.departmentId
  if (moved && !canMove(ctx.actor, task))
    refuse("invalid", { fields: { department: "tasks.error.leave" } })
  if (after.sensitivityId !== task.sensitivityId) {
    if (!canMove(ctx.actor, task))
      refuse("invalid", { fields: { sensitivity: "tasks.error.label" } })
    await requireOpenLabel(ctx, after.sensitivityId)
  }
  if (moved && after.departmentId !== null && !canHome(ctx.actor, after.departmentId))
    refuse("invalid", { fields: { department: "tasks.error.home" } })
  await checkGroup(ctx, task, after.groupId)
  await requireCleared(ctx, after.sensitivityId, [
    ctx.actor.personId,
    after.ownerId,
    ...coworkerIds,
  ])
}

async function checkGroup(ctx: Ctx & { actor: PersonActor }, task: Task, groupId: number | null) {
  if (groupId === task.groupId) return
  if (!canMove(ctx.actor, task)) refuse("invalid", { fields: { group: "tasks.error.leaveGroup" } })
  if (groupId !== null && !canGroup(ctx.actor, groupId))
    refuse("invalid", { fields: { group: "tasks.error.group" } })
}

async function setCoworkers(ctx: Ctx, task: Task, wanted: readonly number[]) {
  const gone = task.coworkerIds.filter((id) => !wanted.includes(id))
  const added = wanted.filter((id) => !task.coworkerIds.includes(id))
  for (const personId of gone)
    await ctx.tx
      .delete(taskCoworkers)
      .where(and(eq(taskCoworkers.taskId, task.id), eq(taskCoworkers.personId, personId)))
  if (added.length > 0)
    await ctx.tx
      .insert(taskCoworkers)
      .values(added.map((personId) => ({ taskId: task.id, personId })))
  return added.length + gone.length > 0 ? { coworkers: { added, gone } } : {}
}

function differences(before: Task, after: Task): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const field of spoken)
    if (String(before[field]) !== String(after[field]))
      changed[field] = { before: before[field], after: after[field] }
  const texts = unspoken.filter((field) => before[field] !== after[field])
  return texts.length > 0 ? { ...changed, texts } : changed
}
