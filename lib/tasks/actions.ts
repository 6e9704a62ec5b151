"use server"

import { action, nothing } from "@/lib/action"
import { comment } from "@/lib/platform/comments"
import { createTask } from "./creating"
import { editTask } from "./editing"
import { editedTask, newTask, taskComment, taskProgress, taskState } from "./inputs"
import { canComment, canCreate, canEdit, canReport } from "./policy"
import { moveTask, reportProgress } from "./progressing"
import { readFields, readNewTask } from "./reading-input"
import { requireSource, sourceIn } from "./source"
import { seenTask } from "./task"

export const createTaskAction = action({
  name: "tasks.create",
  input: newTask,
  load: nothing,
  can: canCreate,
  run: async (ctx, _, { source, ...input }) =>
    createTask(ctx, {
      ...(await readNewTask(ctx.tx, input)),
      source: source ? await requireSource(ctx.tx, ctx.actor, sourceIn(source)) : null,
    }),
  next: (id, { again }) => (again ? undefined : `/tasks/${id}`),
})

export const saveTaskAction = action({
  name: "tasks.edit",
  input: editedTask,
  load: seenTask,
  can: canEdit,
  run: async (ctx, task, { id: _, version, ...fields }) =>
    editTask(ctx, task, version, await readFields(ctx.tx, fields)),
  next: (_, { id }) => `/tasks/${id}`,
})

export const moveTaskAction = action({
  name: "tasks.move",
  input: taskState,
  load: seenTask,
  can: canReport,
  run: (ctx, task, { state }) => moveTask(ctx, task, state),
})

export const reportProgressAction = action({
  name: "tasks.progress",
  input: taskProgress,
  load: seenTask,
  can: canReport,
  run: async (ctx, task, { progress, note }) => {
    await reportProgress(ctx, task, progress)
    if (note) await comment(ctx, "task", task.id, note)
  },
})

export const commentTaskAction = action({
  name: "tasks.comment",
  input: taskComment,
  load: seenTask,
  can: canComment,
  run: (ctx, task, { body }) => comment(ctx, "task", task.id, body),
})
