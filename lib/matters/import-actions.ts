"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { plansOf } from "@/lib/platform/record-import"
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
  run: async (ctx, _, __, check) => {
    const plans = plansOf(check ?? refuse("not_found"))
    if (plans.length === 0) refuse("invalid", { sentence: "tasks.error.nothingToImport" })
    return { count: await importMatters(ctx, plans) }
  },
  next: () => "/matters?sort=updated",
})
