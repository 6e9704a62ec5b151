"use server"

import { action, nothing } from "@/lib/action"
import { comment } from "@/lib/platform/comments"
import { commentOn } from "./attaching"
import { changeMany, seenTasks } from "./changing-many"
import { createTask } from "./creating"
import { editTask } from "./editing"
import {
  changedTasks,
  editedTask,
  newTask,
  restoredTasks,
  taskComment,
  taskProgress,
  taskState,
} from "./inputs"
import { canComment, canCreate, canEdit, canReport } from "./policy"
import { moveTask, reportProgress } from "./progressing"
import { readChanges, readFields, readNewTask } from "./reading-input"
import { repeatFromNow } from "./repeating"
import { restoreMany } from "./restoring-many"
import { requireSource, sourceIn } from "./source"
import { seenTask } from "./task"

export const createTaskAction = action({
  name: "tasks.create",
  input: newTask,
  load: nothing,
  can: canCreate,
  run: async (ctx, _, { source, repeat, ...input }) => {
    const id = await createTask(ctx, {
      ...(await readNewTask(ctx.tx, input)),
      source: source ? await requireSource(ctx.tx, ctx.actor, sourceIn(source)) : null,
    })
    if (repeat) await repeatFromNow(ctx, id, repeat)
    return id
  },
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
  run: (ctx, task, { state, support }) => moveTask(ctx, task, state, support),
})

export const reportProgressAction = action({
  name: "tasks.progress",
  input: taskProgress,
  load: seenTask,
  can: canReport,
  run: async (ctx, task, { progress, state, note }) => {
    await reportProgress(ctx, task, progress, { state, note })
    if (note) await comment(ctx, "task", task.id, note)
  },
})

export const commentTaskAction = action({
  name: "tasks.comment",
  input: taskComment,
  load: seenTask,
  can: canComment,
  run: (ctx, task, { body, files }) => commentOn(ctx, task, body, files),
})

export const changeTasksAction = action({
  name: "tasks.change_many",
  input: changedTasks,
  load: seenTasks,
  can: (actor, tasks) => tasks.some((task) => canReport(actor, task)),
  run: async (ctx, tasks, input) => changeMany(ctx, tasks, await readChanges(ctx.tx, input)),
  limit: { times: 30, per: 60 },
})

export const restoreTasksAction = action({
  name: "tasks.restore_many",
  input: restoredTasks,
  load: (ctx, { before }) => seenTasks(ctx, { tasks: before.map(({ id }) => id) }),
  can: (actor, tasks) => tasks.some((task) => canReport(actor, task)),
  run: (ctx, tasks, { before, reason }) => restoreMany(ctx, tasks, before, reason),
  limit: { times: 30, per: 60 },
})
