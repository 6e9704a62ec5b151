"use server"

import { z } from "zod"
import { action, reading } from "@/lib/action"
import { linkedTask } from "./inputs-detail"
import { linkTask, unlinkTask } from "./linking"
import { namedTasks } from "./naming"
import { canEdit } from "./policy"
import { seenTask } from "./task"

export const linkTaskAction = action({
  name: "tasks.link",
  input: linkedTask,
  load: seenTask,
  can: canEdit,
  run: (ctx, task, { before }) => linkTask(ctx, task, before),
})

export const unlinkTaskAction = action({
  name: "tasks.unlink",
  input: linkedTask,
  load: seenTask,
  can: canEdit,
  run: (ctx, task, { before }) => unlinkTask(ctx, task, before),
})

const find = reading({
  name: "tasks.find",
  input: z.strictObject({ query: z.string().max(60) }),
  run: (actor, { query }) => namedTasks(actor, query),
})

/** Tasks for a picker, by words of their names. */
export async function findTasks(query: string) {
  return (await find({ query })) ?? []
}
