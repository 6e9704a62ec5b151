"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { emit } from "@/lib/platform/events"
import { startCheck } from "./checking"
import { logId } from "./log"
import { mayAudit } from "./policy"
import { markedEvent, review } from "./reviewing"

export const reviewEventAction = action({
  name: "audit.review",
  input: z.strictObject({
    id: z.coerce.number().int().positive(),
    note: z.string().trim().max(1000).default(""),
  }),
  load: (ctx, { id }) => markedEvent(ctx.tx, id),
  can: mayAudit,
  run: (ctx, event, { note }) => review(ctx, event, note),
})

export const checkLogAction = action({
  name: "audit.check",
  input: z.strictObject({}),
  load: nothing,
  can: mayAudit,
  limit: { times: 3, per: 60 },
  run: async (ctx) => emit(ctx, { type: "audit.check_asked", recordId: logId }),
  // Not waited for: it goes through the whole log.
  after: async () => void startCheck(),
})
