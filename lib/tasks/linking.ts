import { and, count, eq } from "drizzle-orm"
import { taskLinks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { waitsFor } from "./circles"
import { seenTask, type Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/** Tasks that one task can wait for. */
export const mostBefore = 20

/**
 * From now on a task begins when another is done.
 * @throws Refusal not_found when the other isn't the actor's to see; invalid when the two would
 *   wait for each other, over however many between them
 */
export async function linkTask(ctx: Own, task: Task, beforeId: number): Promise<void> {
  const before = (await seenTask(ctx, { id: beforeId })) ?? refuse("not_found")
  if (await waitsFor(ctx, before.id, task.id))
    refuse("invalid", { fields: { before: "tasks.error.circle" } })
  const [present] = await ctx.tx
    .select({ all: count() })
    .from(taskLinks)
    .where(eq(taskLinks.taskId, task.id))
  if ((present?.all ?? 0) >= mostBefore)
    refuse("invalid", {
      fields: { before: "tasks.error.manyBefore" },
      values: { most: mostBefore },
    })
  const [made] = await ctx.tx
    .insert(taskLinks)
    .values({ taskId: task.id, beforeId, personId: ctx.actor.personId, at: ctx.now })
    .onConflictDoNothing()
    .returning({ taskId: taskLinks.taskId })
  if (!made) refuse("invalid", { fields: { before: "tasks.error.linked" } })
  emit(ctx, { type: "task.linked", recordId: task.id, data: { beforeId } })
}

/** @throws Refusal not_found when it doesn't wait for that one */
export async function unlinkTask(ctx: Own, task: Task, beforeId: number): Promise<void> {
  const gone = await ctx.tx
    .delete(taskLinks)
    .where(and(eq(taskLinks.taskId, task.id), eq(taskLinks.beforeId, beforeId)))
    .returning({ taskId: taskLinks.taskId })
  if (gone.length === 0) refuse("not_found")
  emit(ctx, { type: "task.unlinked", recordId: task.id, data: { beforeId } })
}
