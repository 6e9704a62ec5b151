"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { refuse } from "@/lib/platform/refusal"
import { checkTaskFile, importTasks } from "./importing"
import { canCreate } from "./policy"

export const importTasksAction = action({
  name: "tasks.import",
  input: z.strictObject({ file: z.coerce.number().int().positive() }),
  limit: { times: 20, per: 60 },
  lock: ({ file }) => `import:${file}`,
  prepare: async ({ file }, actor) => (canCreate(actor) ? checkTaskFile(actor, file) : null),
  load: nothing,
  can: canCreate,
  run: async (ctx, _, __, check) => ({
    count: await importTasks(ctx, check ?? refuse("not_found")),
  }),
  next: () => "/tasks?view=created&sort=updated",
})
