"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { refuse } from "@/lib/platform/refusal"
import { canEdit } from "./policy"
import { repeatFields, ruleFrom } from "./repeating-input"
import { endSeries, repeatTask } from "./series"
import { seenTask } from "./task"

export const repeatTaskAction = action({
  name: "tasks.repeat",
  input: repeatFields,
  load: seenTask,
  can: canEdit,
  run: async (ctx, task, input) => {
    if (!task.dueAt) return refuse("invalid", { fields: { every: "tasks.error.repeatNoDue" } })
    await repeatTask(ctx, task, await ruleFrom(input, task.dueAt))
  },
})

export const endSeriesAction = action({
  name: "tasks.end_series",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  load: seenTask,
  can: canEdit,
  run: endSeries,
})
