import { z } from "zod"
import { urgencies } from "@/db/schema/messages"
import { wayOut } from "@/lib/outward/inputs"
import { visibleName } from "@/lib/platform/visible-text"

const id = z.coerce.number().int().positive()
const maybeId = z.preprocess((value) => (value === "" ? null : value), id.nullish())

export const longest = 10_000
/** Whatever somebody typed can be passed on with as many words; passed on again and again it ends. */
export const longestPassedOn = 5 * longest
const body = z.string().max(longest)

/** `ask`: the words say what is to be done; an answer is owed unless it is only for information. */
const mention = z.strictObject({
  personId: id,
  reason: z.string().trim().min(1).max(200),
  needsAnswer: z.boolean(),
})

const sendable = {
  body,
  urgency: z.enum(urgencies).default("ordinary"),
  mentions: z.array(mention).max(200).default([]),
  /** Everybody in the group, with the reason. */
  everyone: z.string().trim().min(1).max(200).nullish(),
  threadId: maybeId,
  quoteId: maybeId,
  fileIds: z.array(id).max(20).default([]),
  /** How many people its author agreed to reach, when that was asked. */
  confirmed: z.coerce.number().int().min(0).optional(),
  ...wayOut,
}

export const newMessage = z.strictObject({ groupId: id, ...sendable })
export type NewMessage = z.output<typeof newMessage>

/** What was kept of one until it was released. */
export const releasedMessage = newMessage.extend({
  body: z.string().max(longestPassedOn),
  sourceId: maybeId,
  note: z.string().max(40).optional(),
})

export const scheduledMessage = z.strictObject({
  groupId: id,
  ...sendable,
  at: z.iso.datetime({ offset: true }),
})
export const oneScheduled = z.strictObject({ id })

export const editedMessage = z.strictObject({
  id,
  body: body
    .trim()
    .min(1)
    .refine((text) => visibleName(text) !== "", { message: "messages.error.empty" }),
  version: z.coerce.number().int().positive(),
  ...wayOut,
})
export const oneMessage = z.strictObject({ id })
export const asked = z.strictObject({ messageId: id })

export const reactionCodes = [
  "got_it",
  "agree",
  "thumbs_up",
  "heart",
  "laugh",
  "celebrate",
  "eyes",
  "thanks",
] as const
export const reaction = z.strictObject({ id, code: z.enum(reactionCodes), on: z.boolean() })

/** How far the stream of a group was read, or one of its threads. */
export const readUpTo = z.strictObject({
  groupId: id,
  threadId: maybeId,
  seq: z.number().int().min(0),
})

export const forwarded = z.strictObject({
  id,
  groupId: id,
  body: body.default(""),
  ...wayOut,
})
export const moved = z.strictObject({ id, groupId: id })
export const kept = z.strictObject({ id, on: z.boolean() })
export const draft = z.strictObject({
  groupId: id,
  threadId: maybeId,
  text: body,
  /** As they stand in the message box; 0 for everybody. Sending asks again who they are. */
  mentions: z
    .array(
      mention.extend({
        personId: z.coerce.number().int().min(0),
        name: z.string().min(1).max(200),
      }),
    )
    .max(200)
    .default([]),
})
export const typing = z.strictObject({ groupId: id })
/** Somebody has the group before them, or no longer. */
export const presence = z.strictObject({ groupId: id, left: z.boolean().default(false) })

/** Where a page of a list goes on, in its address. */
export const placeIn = z.object({ after: z.string().max(60).optional().catch(undefined) })
