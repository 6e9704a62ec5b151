import { eq, sql } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { closeAnswered } from "./answering-updates"
import { sortKeyOf } from "./order"
import { remindAtFor } from "./reminding"
import type { Task, TaskState } from "./task"

/**
 * Moves a task to a state; 已完成 is 100 %, and 100 % taken back is 进行中 again.
 * @param support who or what is needed, of 需支持: can be said afterwards too
 */
export async function moveTask(
  ctx: Ctx,
  task: Task,
  state: TaskState,
  support = "",
): Promise<void> {
  const saysMore = state === "need_support" && support !== "" && support !== task.support
  if (task.state === state && !saysMore) return
  const progress = state === "done" ? 100 : task.progress === 100 ? 90 : task.progress
  await stand(ctx, task, { state, progress, support })
}

async function stand(ctx: Ctx, task: Task, to: Standing): Promise<void> {
  await store(ctx, task, to)
  const { state, progress } = to
  const type = stateEvents[state]
  emit(ctx, { type, recordId: task.id, data: { before: task.state, after: state, progress } })
}

const stateEvents = {
  todo: "task.paused",
  doing: "task.started",
  need_support: "task.needs_support",
  done: "task.completed",
} as const satisfies Record<TaskState, string>

/**
 * How it stands, in percent. Beginning starts a task and 100 % completes it; so does 已完成, and
 * another state is said along with it.
 */
export async function reportProgress(
  ctx: Ctx,
  task: Task,
  percent: number,
  said: { state?: TaskState | null; note?: string } = {},
): Promise<void> {
  const progress = said.state === "done" ? 100 : percent
  const state = stateAt(said.state ?? task.state, progress)
  const support = said.note ?? ""
  if (said.state && state !== task.state) return stand(ctx, task, { state, progress, support })
  await store(ctx, task, { state, progress, support: "" })
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

interface Standing {
  state: TaskState
  progress: number
  /** Who or what is needed; empty leaves what was said. */
  support: string
}

async function store(ctx: Ctx, task: Task, { state, progress, support }: Standing) {
  const doneAt = state === "done" ? (task.doneAt ?? ctx.now) : null
  await ctx.tx
    .update(tasks)
    .set({
      state,
      progress,
      support: state === "need_support" ? support || task.support : "",
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
