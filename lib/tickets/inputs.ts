import { z } from "zod"
import { priorities } from "@/db/schema/tasks"
import { ticketStates } from "@/db/schema/tickets"
import { wayOut } from "@/lib/outward/inputs"

const id = z.coerce.number().int().positive()
const text = (most: number) => z.string().trim().max(most)
/** One file, several, or none. */
const files = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
  z.array(id).max(20),
)
const moment = z.string().regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d$/, "errors.notValid")

const fresh = {
  title: text(120).min(1),
  body: text(10_000).min(1),
  kind: id,
  priority: z.enum(priorities).default("medium"),
}
export const newTicket = z.strictObject({
  ...fresh,
  /** Its number, or what it is called. */
  client: z.coerce.string().trim().min(1).max(200),
  contact: text(60).default(""),
  files,
  ...wayOut,
})
/** Out of the guest's form: which client's it is, says the invitation. */
export const guestTicket = z.strictObject({ ...fresh, desk: id })

export const ownTicket = z.strictObject({ id })
export const publicWords = z.strictObject({ id, body: text(10_000).default(""), files, ...wayOut })
export const privateWords = z.strictObject({ id, body: text(10_000).min(1), files })
/** 请客户确认 says what was done. */
export const askedWords = z.strictObject({ id, body: text(10_000).min(1), files, ...wayOut })

/** What was kept until it was released. */
export const releasedWords = z.object({
  id,
  body: z.string(),
  fileIds: z.array(id),
  asks: z.boolean(),
})
export const releasedTicket = z.object({
  client: id,
  content: z.object({
    ...{ title: z.string(), body: z.string(), kindId: id, priority: z.enum(priorities) },
    ...{ contactName: z.string(), fileIds: z.array(id) },
  }),
})

export const toPerson = z.strictObject({ id, to: text(100).min(1) })
export const toKind = z.strictObject({ id, kind: id })
export const withPriority = z.strictObject({ id, priority: z.enum(priorities) })
export const withPromise = z.strictObject({ id, due: moment })
/** Empty: nobody from outside. */
export const forGuest = z.strictObject({ id, guest: id.or(z.literal("")).default("") })
export const linked = z.strictObject({ id, what: text(500).min(1) })
export const unlinked = z.strictObject({ id, kind: text(30), record: id })

export const guestWords = z.strictObject({ ticket: id, body: text(10_000).min(1) })
export const guestTicketOnly = z.strictObject({ ticket: id })
export const guestDenial = z.strictObject({ ticket: id, body: text(2_000).min(1) })
export const guestRating = z.strictObject({
  ticket: id,
  rating: z.coerce.number().int().min(1).max(5),
  words: text(1_000).default(""),
})

export const kindFields = z.strictObject({
  /** The kind that is changed; a new one without. */
  id: id.optional(),
  name: text(30).min(1),
  nameEn: text(60).default(""),
  department: id,
})
export const oneOfThese = z.strictObject({ id })
export const answerFields = z.strictObject({
  department: id,
  title: text(60).min(1),
  body: text(5_000).min(1),
})

export const ticketFilter = z.object({
  view: z.enum(["open", "owed", "mine", "department", "ended"]).catch("open"),
  state: z.enum(ticketStates).optional().catch(undefined),
  kind: id.optional().catch(undefined),
  department: id.optional().catch(undefined),
  client: id.optional().catch(undefined),
  priority: z.enum(priorities).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
})
export type TicketFilter = z.output<typeof ticketFilter>
