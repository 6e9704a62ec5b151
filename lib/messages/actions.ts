"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { seenGroup } from "@/lib/groups/group"
import { canPost } from "@/lib/groups/policy"
import { wayOut } from "@/lib/outward/inputs"
import { longest, oneMessage, oneScheduled } from "./inputs"
import { keep } from "./keeping"
import { sendOrAsk } from "./leaving"
import { seenMessage } from "./message"
import { canUse } from "./policy"
import { ownScheduled, unschedule } from "./scheduling"
import { plainly } from "./sending"
import { tellOwn } from "./telling"

/** The message box where no script runs: words only. */
export const sendAction = action({
  name: "messages.send_plain",
  input: z.strictObject({
    groupId: z.coerce.number().int().positive(),
    body: z.string().trim().min(1).max(longest),
    ...wayOut,
  }),
  load: seenGroup,
  can: canPost,
  run: (ctx, group, { body, outward, outwardReason }) =>
    sendOrAsk(ctx, group, { ...plainly(body), outward, outwardReason }),
  lock: ({ groupId }) => `group:${groupId}`,
  next: (sent, { groupId }) => ("asked" in sent ? `/outward/${sent.asked}` : `/groups/${groupId}`),
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
  after: (_, personId) => tellOwn(personId),
})
