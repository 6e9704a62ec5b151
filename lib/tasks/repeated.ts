import { taskChecks, taskCoworkers, tasks } from "@/db/schema/tasks"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeTags } from "@/lib/platform/tagging"
import { checksOf } from "./checks"
import { sortKeyOf } from "./order"
import { remindAtFor } from "./reminding"
import type { Task } from "./task"

/** The same work again: who does it and what it takes stays, how far it is begins anew. */
export async function repeat(ctx: Ctx, task: Task, dueAt: Date, occurrence: string): Promise<void> {
  const { name, description, ownerId, creatorId, departmentId, groupId, sensitivityId } = task
  const ahead = task.startAt && task.dueAt ? Number(task.dueAt) - Number(task.startAt) : null
  const [made] = await ctx.tx
    .insert(tasks)
    .values({
      ...{ name, description, ownerId, creatorId, departmentId, groupId, sensitivityId },
      ...{ priority: task.priority, seriesId: task.seriesId, occurrence, dueAt },
      startAt: ahead === null ? null : new Date(Number(dueAt) - ahead),
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
      remindAt: await remindAtFor({ dueAt, state: "todo" }, ctx.now),
      sortKey: sortKeyOf({ state: "todo", dueAt, doneAt: null }),
    })
    .onConflictDoNothing()
    .returning({ id: tasks.id })
  if (!made) return
  const { coworkerIds } = task
  if (coworkerIds.length > 0)
    await ctx.tx
      .insert(taskCoworkers)
      .values(coworkerIds.map((personId) => ({ taskId: made.id, personId })))
  const checks = await checksOf(ctx.tx, task.id)
  if (checks.length > 0)
    await ctx.tx
      .insert(taskChecks)
      .values(checks.map(({ body }, nth) => ({ taskId: made.id, body, place: nth + 1 })))
  await writeTags(ctx, "task", made.id, [name, description], true)
  emit(ctx, {
    type: "task.repeated",
    recordId: made.id,
    data: { seriesId: task.seriesId, ownerId },
  })
}
