"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { plansOf } from "@/lib/platform/record-import"
import { refuse } from "@/lib/platform/refusal"
import { checkTaskFile, importTasks } from "./importing"
import { canCreate } from "./policy"

export const importTasksAction = action({
  name: "tasks.import",
  input: z.strictObject({ file: z.coerce.number().int().positive() }),
  limit: { times: 20, per: 60 },
  prepare: async ({ file }, actor) => (canCreate(actor) ? checkTaskFile(actor, file) : null),
  load: nothing,
  can: canCreate,
  run: async (ctx, _, __, check) => {
    const plans = plansOf(check ?? refuse("not_found"))
    if (plans.length === 0) refuse("invalid", { sentence: "tasks.error.nothingToImport" })
    return { count: await importTasks(ctx, plans) }
  },
  next: () => "/tasks?view=created&sort=updated",
})
