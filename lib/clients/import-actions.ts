"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { refuse } from "@/lib/platform/refusal"
import { checkTalkFile, importTalks } from "./importing"
import { canCreate } from "./policy"

export const importTalksAction = action({
  name: "clients.import",
  input: z.strictObject({ file: z.coerce.number().int().positive() }),
  limit: { times: 20, per: 60 },
  prepare: async ({ file }, actor) => (canCreate(actor) ? checkTalkFile(actor, file) : null),
  load: nothing,
  can: canCreate,
  run: async (ctx, _, __, check) => ({
    count: await importTalks(ctx, check ?? refuse("not_found")),
  }),
  next: () => "/clients?sort=updated",
})
