"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { seenGroup } from "@/lib/groups/group"
import { canPost } from "@/lib/groups/policy"
import { longest, oneMessage, oneScheduled } from "./inputs"
import { keep } from "./keeping"
import { seenMessage } from "./message"
import { canUse } from "./policy"
import { ownScheduled, unschedule } from "./scheduling"
import { plainly, sendMessage } from "./sending"

/** The message box where no script runs: words only. */
export const sendAction = action({
  name: "messages.send_plain",
  input: z.strictObject({
    groupId: z.coerce.number().int().positive(),
    body: z.string().trim().min(1).max(longest),
  }),
  load: seenGroup,
  can: canPost,
  run: (ctx, group, { body }) => sendMessage(ctx, group, plainly(body)),
  lock: ({ groupId }) => `group:${groupId}`,
  next: (_, { groupId }) => `/groups/${groupId}`,
})

export const dropKeptAction = action({
  name: "messages.drop_kept",
  input: oneMessage,
  load: seenMessage,
  can: canUse,
  run: async (ctx, message) => {
    await keep(ctx, message.id, false)
  },
})

export const cancelScheduledAction = action({
  name: "messages.unschedule",
  input: oneScheduled,
  load: ownScheduled,
  can: () => true,
  run: unschedule,
})
