import { and, eq, isNull, sql } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { settled } from "@/lib/platform/settled"
import { findTask, type Task } from "./task"

/**
 * Somebody takes upon themselves what a task needs: it leaves the others' pages.
 * @throws Refusal conflict, with a name, when somebody else was faster
 */
export async function takeSupport(ctx: Ctx & { actor: PersonActor }, task: Task): Promise<void> {
  if (task.state !== "need_support") refuse("conflict", { sentence: "tasks.error.noSupport" })
  const [taken] = await ctx.tx
    .update(tasks)
    .set({
      ...{ supporterId: ctx.actor.personId, supportedAt: ctx.now, updatedAt: ctx.now },
      version: sql`${tasks.version} + 1`,
    })
    .where(and(eq(tasks.id, task.id), isNull(tasks.supporterId)))
    .returning({ id: tasks.id })
  if (!taken) refuse("conflict", { sentence: "tasks.error.supported" })
  await settled(ctx, "tasks.support", "task", task.id)
  emit(ctx, { type: "task.support_taken", recordId: task.id })
}

/** It goes on by itself: nobody has to help any more. */
export async function withoutSupport(ctx: Ctx, { recordId, data }: NewEvent): Promise<void> {
  if (data?.before !== "need_support") return
  const task = await findTask(ctx.tx, recordId)
  if (!task || task.state === "need_support") return
  await settled(ctx, "tasks.support", "task", task.id)
}
