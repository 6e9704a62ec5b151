import { z } from "zod"
import { groupRoles, joinRules } from "@/db/schema/groups"
import { visibleName } from "@/lib/platform/visible-text"

const id = z.coerce.number().int().positive()
const groupId = id
/** A field left empty in a form means none. */
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())
/** Chosen from a list (`#id`), or typed without JavaScript: name, staff number, e-mail. */
const people = z
  .preprocess(
    (value) =>
      [value ?? []]
        .flat()
        .flatMap((one) => (typeof one === "string" ? one.split(/[、,，;；]/) : one)),
    z.array(z.string().trim().max(100)).max(50),
  )
  .transform((names) => names.filter((name) => name !== ""))
const name = z.string().max(400).transform(visibleName).pipe(z.string().min(1).max(60))
const about = z.string().trim().max(500).default("")

/** What people make with the form; emergencies come about in another way. */
export const madeKinds = ["project", "department", "client", "casual", "direct"] as const

export const newGroup = z.strictObject({
  kind: z.enum(madeKinds),
  /** A department's group may be left without one: then it is called as the department is. */
  name: z.string().max(400).transform(visibleName).pipe(z.string().max(60)).default(""),
  about,
  department: maybe(id),
  members: people,
  joinRule: z.enum(joinRules).default("invitation"),
})
export type GroupFields = z.output<typeof newGroup>

export const editedGroup = z.strictObject({
  groupId,
  version: id,
  name,
  about,
  joinRule: z.enum(joinRules),
})

export const oneGroup = z.strictObject({ groupId })
export const newMembers = z.strictObject({
  groupId,
  members: people.pipe(z.array(z.string()).min(1)),
})
export const oneMember = z.strictObject({ groupId, personId: id })
export const memberRole = oneMember.extend({ role: z.enum(groupRoles) })
export const memberOnCall = oneMember.extend({ onCall: z.stringbool().or(z.boolean()) })
export const askedToJoin = z.strictObject({ groupId, note: z.string().trim().max(200).default("") })
export const decidedRequest = z.strictObject({
  groupId,
  requestId: id,
  accept: z.stringbool().or(z.boolean()),
})
export const ownPlace = z.strictObject({ groupId, on: z.stringbool().or(z.boolean()) })
export const directWith = z.strictObject({ people: people.pipe(z.array(z.string()).min(1)) })

export const newAnnouncement = z.strictObject({
  groupId,
  topic: z.string().max(400).transform(visibleName).pipe(z.string().min(1).max(100)),
  body: z.string().trim().max(10_000).default(""),
  /** Working hours, down to a quarter. */
  ordinaryHours: maybe(z.coerce.number().min(0.25).max(80)),
  urgentMinutes: maybe(z.coerce.number().int().min(1).max(1440)),
})
export const readAnnouncement = z.strictObject({ groupId, announcementId: id })

export const browseFilter = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  view: z.enum(["open", "all"]).catch("open"),
  after: z.string().max(60).optional().catch(undefined),
})
export type BrowseFilter = z.output<typeof browseFilter>

export const membersFilter = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
})
export type MembersFilter = z.output<typeof membersFilter>
