import { z } from "zod"
import { attendances, meetingAnswers } from "@/db/schema/meetings"
import { repeatFields } from "@/lib/appointments/inputs"
import { wayOut } from "@/lib/outward/inputs"
import { outsiderLines } from "./outsider-lines"
import { speaker } from "./speaker"
import { mostTopics, withTopics } from "./topic-fields"
import { mondayOf } from "./weeks"

const id = z.coerce.number().int().positive()
const version = z.coerce.number().int().positive()
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())
const person = z.string().trim().max(100)
/** Without a script whoever is typed beside the one chosen before takes their place. */
const onePerson = z.preprocess(
  (value) => (Array.isArray(value) ? value.at(-1) : value),
  person.default(""),
)
/** Asked of whatever was typed, also when it has another form. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Company time: `2026-11-25T15:00`, in years that clocks and orders have room for. */
export const local = z
  .string()
  .regex(/^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:00)?$/)
  .refine((text) => isDay(text.slice(0, 10)))
const several = (most: number) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : value === "" || value === undefined ? [] : [value]),
    z.array(person).max(most),
  )

export const mostPeople = 200
const answerReason = z.string().trim().max(500).default("")

const topic = z.strictObject({
  /** One that is there already. */
  id: id.optional(),
  title: z.string().trim().min(1).max(200),
  goal: z.string().trim().max(300).default(""),
  minutes: z.coerce.number().int().min(1).max(480).default(10),
  presenter: person.default(""),
})
export type TopicFields = z.output<typeof topic>

const press = z.enum(["save", "publish"])

const fields = {
  title: z.string().trim().min(1).max(200),
  start: local,
  end: local,
  place: z.string().trim().max(200).default(""),
  online: z.preprocess(
    (value) => value ?? "",
    z
      .string()
      .trim()
      .max(500)
      .refine((text) => text === "" || /^https?:\/\/\S+$/.test(text), {
        message: "meetings.error.online",
      }),
  ),
  host: onePerson,
  noteTaker: onePerson,
  people: several(mostPeople),
  /** A group or department whose people come along: `group:7`. */
  invite: maybe(z.string().regex(/^(group|department):\d{1,15}$/)),
  group: maybe(id),
  sensitivity: maybe(id),
  topics: z.array(topic).max(mostTopics).default([]),
  outsiders: outsiderLines,
  ...repeatFields,
  /** How often it takes place at all, instead of until when. */
  count: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(1).max(999).optional(),
  ),
  /** What the form's button says. */
  press: press.default("save"),
  /** Why it is published with less than a day's notice. */
  reason: z.string().trim().max(500).default(""),
  /** What is read outside was stopped: the way out that was chosen, and the button before it. */
  ...wayOut,
  stopped: press.optional(),
}

/** Two ends would be one too many. */
const oneEnd = ({ until, count }: { until?: string | undefined; count?: number | undefined }) =>
  until === undefined || count === undefined
const twoEnds = { path: ["count"], message: "meetings.error.twoEnds" }

export const newMeeting = z.preprocess(
  withTopics,
  z.strictObject({ ...fields, follows: maybe(id) }).refine(oneEnd, twoEnds),
)
/** What a change of a meeting that comes again is about. */
export const whichMeetings = ["one", "following", "all"] as const
export const editedMeeting = z.preprocess(
  withTopics,
  z
    .strictObject({ ...fields, id, version, which: z.enum(whichMeetings).default("one") })
    .refine(oneEnd, twoEnds),
)
export type MeetingFields = z.output<typeof newMeeting>
export type EditedMeetingFields = z.output<typeof editedMeeting>

/** The button that was meant: the ways out of a stop are buttons of the same form. */
export const pressed = ({
  press,
  stopped,
  outward,
}: Pick<MeetingFields, "press" | "stopped" | "outward">) => (outward ? (stopped ?? press) : press)

export const namedMeeting = z.strictObject({ id })
export const publishedMeeting = z.strictObject({ id, reason: answerReason, ...wayOut })
export const cancelledMeeting = z.strictObject({
  id,
  reason: z.string().trim().min(1).max(500),
  which: z.enum(["one", "following"]).default("one"),
})
export const meetingAnswer = z.strictObject({
  id,
  answer: z.enum(meetingAnswers),
  reason: answerReason,
  /** Meant for all that follow, too. */
  standing: z.stringbool().default(false),
})
export const instantMeeting = z.strictObject({
  title: z.string().trim().min(1).max(200),
  group: maybe(id),
  people: several(mostPeople),
})
export const topicMove = z.strictObject({ id, topic: id })
export const attendance = z.strictObject({
  id,
  person: id,
  attendance: z.enum(attendances),
  reason: answerReason,
})
export const outsiderAttendance = z.strictObject({
  id,
  outsider: id,
  attendance: z.enum(attendances),
  reason: answerReason,
})
export const newNoteTaker = z.strictObject({ id, noteTaker: person.min(1) })
export const question = z.strictObject({ id, text: z.string().trim().min(1).max(500) })
export const namedQuestion = z.strictObject({ id, question: id })
export const meetingComment = z.strictObject({ id, body: z.string().trim().min(1).max(10_000) })

export const newRow = z.strictObject({ id, topic: id })
export const pointText = z.strictObject({
  id,
  row: id,
  version,
  text: z.string().trim().max(2_000).default(""),
  speaker,
})
export const resolutionText = z.strictObject({
  id,
  row: id,
  version,
  text: z.string().trim().max(200).default(""),
  owner: onePerson,
  due: maybe(local),
})
export const namedRow = z.strictObject({ id, row: id })
export const publishedMinutes = z.strictObject({
  id,
  /** The version that stands; none is 0. */
  number: z.coerce.number().int().min(0),
  note: z.string().trim().max(300).default(""),
})
export const newMaterial = z.strictObject({ id, topic: id, file: id })
export const readMaterial = z.strictObject({ id, file: id })
export const nudge = z.strictObject({
  resolutions: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(id).min(1).max(100),
  ),
})

export const meetingFilter = z.object({
  view: z.enum(["coming", "mine", "past", "drafts"]).catch("coming"),
  group: z.coerce.number().int().positive().optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
})
export type MeetingFilter = z.output<typeof meetingFilter>

export const libraryFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
})
export type LibraryFilter = z.output<typeof libraryFilter>

const chosen = z.coerce.number().int().positive().optional().catch(undefined)

/** The week of a report, by any of its days, and what it is cut by. */
export const reportWeek = z.object({
  ...{ department: chosen, host: chosen, meeting: chosen },
  week: z
    .string()
    .regex(/^20\d\d-\d\d-\d\d$/)
    .refine(isDay)
    .transform(mondayOf)
    .optional()
    .catch(undefined),
})
