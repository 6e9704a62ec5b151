"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { refuse } from "@/lib/platform/refusal"
import { checkMatterFile, importMatters } from "./importing"
import { numberLock } from "./numbers"
import { canCreate } from "./policy"

export const importMattersAction = action({
  name: "matters.import",
  input: z.strictObject({ file: z.coerce.number().int().positive() }),
  limit: { times: 20, per: 60 },
  lock: () => numberLock,
  prepare: async ({ file }, actor) => (canCreate(actor) ? checkMatterFile(actor, file) : null),
  load: nothing,
  can: canCreate,
  run: async (ctx, _, __, check) => ({
    count: await importMatters(ctx, check ?? refuse("not_found")),
  }),
  next: () => "/matters?sort=updated",
})
