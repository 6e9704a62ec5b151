import { resolvePerson } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Before } from "./changing-many"
import { editTask } from "./editing"
import { canEdit, canReport } from "./policy"
import { moveTask, reportProgress } from "./progressing"
import { withoutTag } from "./tagged"
import { seenTask, type Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/**
 * Takes tasks back to how they stood, as far as the actor may: who only reports how a task stands
 * changed nothing else of it.
 * @throws Refusal as `editTask` does, and for an owner who doesn't work here
 */
export async function restoreMany(
  ctx: Own,
  tasks: readonly Task[],
  before: readonly Before[],
  reason: string,
): Promise<void> {
  for (const task of tasks) {
    const then = before.find(({ id }) => id === task.id)
    if (!then || !canReport(ctx.actor, task)) continue
    if (canEdit(ctx.actor, task)) await restoreFields(ctx, task, then, reason)
    const edited = await seenTask(ctx, task)
    if (edited && edited.progress !== then.progress)
      await reportProgress(ctx, edited, then.progress)
    const now = await seenTask(ctx, task)
    if (now) await moveTask(ctx, now, then.state, then.support)
  }
}

async function restoreFields(ctx: Own, task: Task, then: Before, reason: string): Promise<void> {
  const { priority, due, tag } = then
  const description = tag ? withoutTag(task.description, tag) : task.description
  // What comes back was in a browser meanwhile: an owner is somebody who works here.
  const ownerId =
    then.ownerId === task.ownerId
      ? task.ownerId
      : await resolvePerson(ctx.tx, `#${then.ownerId}`, "owner")
  const dueAt = due === null ? null : new Date(due)
  await editTask(ctx, task, task.version, { priority, ownerId, dueAt, description, reason })
}
