import { z } from "zod"
import { guestMays } from "@/db/schema/guests"
import { visibleName } from "@/lib/platform/visible-text"

export const mostScopes = 10

const id = z.coerce.number().int().positive()
/** One line, with nothing in it that hides or turns round what is read. */
const text = (most: number) =>
  z.string().max(1_000).transform(visibleName).pipe(z.string().max(most))
const line = (most: number) => text(most).pipe(z.string().min(1))
const day = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/)
  .refine((text) => {
    const at = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  })
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on")

/** `group:7:view` */
const scope = z
  .string()
  .regex(new RegExp(`^[a-z_]{1,30}:\\d{1,15}:(${guestMays.join("|")})$`))
  .transform((text) => {
    const [kind = "", record = "", may] = text.split(":")
    return { kind, id: Number(record), may: z.enum(guestMays).parse(may) }
  })

/**
 * What is opened although its author has heard what is in it: `group:7:view`, with commas between
 * them.
 */
const seen = z
  .string()
  .max(600)
  .default("")
  .transform((text) => text.split(",").filter(Boolean))

export const newInvitation = z.strictObject({
  name: line(60),
  organisation: text(80).default(""),
  email: z.email().max(200).or(z.literal("")).default(""),
  purpose: line(200),
  locale: z.enum(["zh", "en"]).default("zh"),
  until: day,
  code: ticked,
  opens: seen,
  /** Left empty rows are none; the same thing twice is a mistake of the page, not two. */
  scopes: z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : [raw]).filter((each) => each !== ""),
    z.array(scope).min(1).max(mostScopes),
  ),
})
export type NewInvitation = z.output<typeof newInvitation>

export const ownInvitation = z.strictObject({ id })
export const extended = z.strictObject({ id, until: day })
export const decided = z.strictObject({
  id,
  department: id,
  accepts: z.enum(["yes", "no"]).transform((word) => word === "yes"),
  opens: seen,
})
export const device = z.strictObject({ id, session: id })

export const guestWords = z.strictObject({ group: id, body: z.string().trim().min(1).max(10_000) })

export const invitationsFilter = z.object({
  view: z.enum(["live", "waiting", "over", "all"]).catch("live"),
  after: z.string().max(60).optional().catch(undefined),
})
export type InvitationsFilter = z.output<typeof invitationsFilter>
