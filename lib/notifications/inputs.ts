import { z } from "zod"

export const bundleState = z.strictObject({
  id: z.coerce.number().int().positive(),
  to: z.enum(["open", "later", "done", "unread"]),
})
/** More than a page of both groups shows can't be chosen. */
export const severalStates = z.strictObject({
  bundles: z.array(z.coerce.number().int().positive()).min(1).max(100),
  to: z.enum(["open", "later", "done", "unread"]),
})
const narrowed = {
  /** Of one kind of record: `task`. */
  kind: z.string().regex(/^[a-z_]{1,40}$/),
  unread: z.literal("yes"),
}
const left = z.literal("").transform(() => undefined)
export const everything = z.strictObject({
  needsYou: z.stringbool().optional(),
  kind: narrowed.kind.or(left).optional(),
  unread: narrowed.unread.or(left).optional(),
})
export const inboxFilter = z.object({
  state: z.enum(["open", "later", "done"]).catch("open"),
  kind: narrowed.kind.optional().catch(undefined),
  /** Only what hasn't been looked at. */
  unread: narrowed.unread.optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
  /** The bundle whose record stands beside the list. */
  open: z.coerce.number().int().positive().optional().catch(undefined),
})
export const record = z.strictObject({ kind: z.string().max(40), id: z.number().int().positive() })
export type InboxFilter = z.infer<typeof inboxFilter>
/** What a list is narrowed to, besides its state. */
export type InboxNarrowed = Pick<InboxFilter, "kind" | "unread">
