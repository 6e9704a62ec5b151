import { z } from "zod"
import { clientStages } from "@/db/schema/clients"
import { isCreditCode } from "@/lib/platform/screening/checksums"
import { visibleName } from "@/lib/platform/visible-text"
import { plainCode } from "./credit-code"

const id = z.coerce.number().int().positive()
const line = (most: number) => z.string().trim().max(most).default("")
/** Of one line, with nothing in it that hides or turns round what is read. */
const shown = (most: number) =>
  z.string().max(1_000).transform(visibleName).pipe(z.string().max(most))
const name = (most: number) => shown(most).pipe(z.string().min(1))

const code = z
  .string()
  .max(40)
  .default("")
  .transform(plainCode)
  .refine((value) => value === "" || isCreditCode(value), "clients.error.code")
/** `教育、大客户` and `#教育 #大客户` are the same. */
const tags = z
  .string()
  .max(200)
  .default("")
  .transform((text) =>
    text
      .split(/[\s,，、;；]+/)
      .filter((tag) => /[^#]/.test(tag))
      .map((tag) => (tag.startsWith("#") ? tag : `#${tag}`))
      .join(" "),
  )

const person = {
  name: name(60),
  position: shown(60).default(""),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[\d+()（）\s-]*$/, "clients.error.phone")
    .default(""),
  email: z.email().max(120).or(z.literal("")).default(""),
  wechat: line(60),
}

const fields = {
  name: name(120),
  shortName: shown(40).default(""),
  creditCode: code,
  stage: z.enum(clientStages).default("prospect"),
  tags,
  region: line(40),
  address: line(200),
  remark: line(5_000),
  department: id,
}

export const newClient = z.strictObject({
  ...fields,
  owner: z.string().trim().min(1).max(100),
  /** Whom one calls first; none while the name is empty. */
  contactName: shown(60).default(""),
  contactPosition: shown(60).default(""),
  contactPhone: person.phone,
  contactEmail: person.email,
  contactWechat: line(60),
})
export const editedClient = z.strictObject({ ...fields, id, version: id })
export type ClientFields = Omit<z.output<typeof editedClient>, "id" | "version">

export const clientArchive = z.strictObject({ id, archived: z.stringbool() })
export const clientComment = z.strictObject({
  id,
  body: z.string().trim().min(1).max(10_000),
  files: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(id).max(20),
  ),
})

export const contactFields = z.strictObject({
  id,
  /** The contact that is changed; a new one without. */
  contact: id.optional(),
  ...person,
  main: z.stringbool().default(false),
})
export type ContactFields = Omit<z.output<typeof contactFields>, "id" | "contact">
export const oneContact = z.strictObject({ id, contact: id })
export const contactDetails = ["phone", "email", "wechat"] as const
export const shownContact = z.strictObject({ id, contact: id, field: z.enum(contactDetails) })

export const clientFilter = z.object({
  view: z.enum(["all", "due", "mine", "department", "archived"]).catch("all"),
  stage: z.enum(clientStages).optional().catch(undefined),
  department: id.optional().catch(undefined),
  tag: z.string().trim().min(1).max(40).optional().catch(undefined),
  sort: z.enum(["next", "last", "updated"]).catch("next"),
  after: z.string().max(60).optional().catch(undefined),
})
export type Stage = (typeof clientStages)[number]
export type ClientFilter = z.output<typeof clientFilter>
