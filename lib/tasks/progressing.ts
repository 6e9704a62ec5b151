import { eq, sql } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { closeAnswered } from "./answering-updates"
import { sortKeyOf } from "./order"
import { remindAtFor } from "./reminding"
import type { Task, TaskState } from "./task"

/** Moves a task to a state; 已完成 is 100 %, and 100 % taken back is 进行中 again. */
export async function moveTask(ctx: Ctx, task: Task, state: TaskState): Promise<void> {
  if (task.state === state) return
  const progress = state === "done" ? 100 : task.progress === 100 ? 90 : task.progress
  await store(ctx, task, { state, progress })
  const type = stateEvents[state]
  emit(ctx, { type, recordId: task.id, data: { before: task.state, after: state, progress } })
}

const stateEvents = {
  todo: "task.paused",
  doing: "task.started",
  need_support: "task.needs_support",
  done: "task.completed",
} as const satisfies Record<TaskState, string>

/** How it stands, in percent. Beginning starts a task and 100 % completes it. */
export async function reportProgress(ctx: Ctx, task: Task, progress: number): Promise<void> {
  const state = stateAt(task.state, progress)
  await store(ctx, task, { state, progress })
  if (state === "done" && task.state !== "done")
    emit(ctx, {
      type: "task.completed",
      recordId: task.id,
      data: { before: task.state, after: state, progress },
    })
  else
    emit(ctx, {
      type: "task.progressed",
      recordId: task.id,
      data: { before: task.progress, after: progress },
    })
}

function stateAt(state: TaskState, progress: number): TaskState {
  if (progress === 100) return "done"
  if (state === "done") return "doing"
  return state === "todo" && progress > 0 ? "doing" : state
}

async function store(
  ctx: Ctx,
  task: Task,
  { state, progress }: { state: TaskState; progress: number },
) {
  const doneAt = state === "done" ? (task.doneAt ?? ctx.now) : null
  await ctx.tx
    .update(tasks)
    .set({
      state,
      progress,
      // Asking anew asks everybody again.
      ...(state === "need_support" &&
        task.state !== "need_support" && { supporterId: null, supportedAt: null }),
      doneAt,
      remindAt: await remindAtFor({ dueAt: task.dueAt, state }, ctx.now),
      progressAt: ctx.now,
      updatedAt: ctx.now,
      sortKey: sortKeyOf({ state, dueAt: task.dueAt, doneAt }),
      version: sql`${tasks.version} + 1`,
    })
    .where(eq(tasks.id, task.id))
  await closeAnswered(ctx, task.ownerId)
}
