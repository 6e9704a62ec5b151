"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { refuse } from "@/lib/platform/refusal"
import { checkMeetingFile, importMeetings } from "./importing"
import { canCreate } from "./policy"

export const importMeetingsAction = action({
  name: "meetings.import",
  input: z.strictObject({ file: z.coerce.number().int().positive() }),
  limit: { times: 20, per: 60 },
  lock: ({ file }) => `import:${file}`,
  prepare: async ({ file }, actor) => (canCreate(actor) ? checkMeetingFile(actor, file) : null),
  load: nothing,
  can: canCreate,
  run: async (ctx, _, __, check) => ({
    count: await importMeetings(ctx, check ?? refuse("not_found")),
  }),
  next: () => "/meetings?view=past",
})
