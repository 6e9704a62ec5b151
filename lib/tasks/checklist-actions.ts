"use server"

import { action } from "@/lib/action"
import { addChecks, moveCheck, removeCheck, tickCheck } from "./checklist"
import { movedCheck, namedCheck, newChecks, tickedCheck } from "./inputs-detail"
import { canReport } from "./policy"
import { seenTask } from "./task"

export const addChecksAction = action({
  name: "tasks.check_add",
  input: newChecks,
  load: seenTask,
  can: canReport,
  run: (ctx, task, { body }) => addChecks(ctx, task.id, body),
})

export const tickCheckAction = action({
  name: "tasks.check_tick",
  input: tickedCheck,
  load: seenTask,
  can: canReport,
  run: (ctx, task, { check, done }) => tickCheck(ctx, task.id, check, done),
})

export const moveCheckAction = action({
  name: "tasks.check_move",
  input: movedCheck,
  load: seenTask,
  can: canReport,
  run: (ctx, task, { check, to }) => moveCheck(ctx, task.id, check, to),
})

export const removeCheckAction = action({
  name: "tasks.check_remove",
  input: namedCheck,
  load: seenTask,
  can: canReport,
  run: (ctx, task, { check }) => removeCheck(ctx, task.id, check),
})
