import { z } from "zod"
import { priorities, riskLevels, taskStates } from "@/db/schema/tasks"
import { tagsIn } from "@/lib/platform/tags"
import { repeats } from "./repeating-input"

const id = z.coerce.number().int().positive()
/** A field left empty in a form means none. */
export const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())
/** `datetime-local` in company time, or an ISO instant. Read by `instantIn`. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/)
  .refine(isMoment)
/** A person chosen from a list (id), or typed without JavaScript (name, staff number, e-mail). */
export const person = z.string().trim().min(1).max(100)
const people = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[、,，;；]/) : (value ?? [])),
  z.array(z.string().trim().max(100)).max(50),
)

export const taskFields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(10_000).default(""),
  owner: person,
  coworkers: people.transform((names) => names.filter((name) => name !== "")),
  start: maybe(moment),
  due: maybe(moment),
  priority: z.enum(priorities).default("medium"),
  department: maybe(id),
  group: maybe(id),
  sensitivity: maybe(id),
  risk: z.string().trim().max(2_000).default(""),
  riskLevel: maybe(z.enum(riskLevels)),
})
export type TaskFields = z.output<typeof taskFields>

/** `again`: the form stays for the next one. */
export const newTask = taskFields.extend({
  again: z.stringbool().optional(),
  /** How often it comes again. */
  repeat: maybe(z.enum(repeats)),
  /** The record that it is made from: `message:12`. */
  source: maybe(z.string().regex(/^[a-z]{1,20}:\d{1,15}$/)),
})

export const editedTask = taskFields.partial().extend({
  id,
  version: z.coerce.number().int().positive(),
  /** Why it is due at another time. */
  reason: z.string().trim().max(500).optional(),
})

/** Who or what is needed, of what needs support. */
const support = z.string().trim().max(500).default("")
export const taskState = z.strictObject({ id, state: z.enum(taskStates), support })
export const taskProgress = z.strictObject({
  id,
  progress: z.coerce.number().int().min(0).max(100),
  /** Left out, it follows from the progress. */
  state: maybe(z.enum(taskStates)),
  note: z.string().trim().max(500).default(""),
})
export const taskComment = z.strictObject({
  id,
  body: z.string().trim().min(1).max(10_000),
  /** Files sent with it. */
  files: z.array(id).max(20).default([]),
})

const some = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(id).min(1).max(200),
)

/** A tag, with its # or without. */
const tag = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/^[#＃]/, ""))
  .refine((name) => tagsIn(`#${name}`)[0]?.name === name, { message: "tasks.error.tag" })

/** What is chosen in a list, and what becomes of all of it. */
export const changedTasks = z.strictObject({
  tasks: some,
  state: maybe(z.enum(taskStates)),
  support,
  priority: maybe(z.enum(priorities)),
  owner: maybe(person),
  due: maybe(moment),
  tag: maybe(tag),
  reason: z.string().trim().max(500).default(""),
})

/** How tasks stood before they were changed together. */
export const restoredTasks = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  before: z
    .array(
      z.strictObject({
        id,
        state: z.enum(taskStates),
        progress: z.number().int().min(0).max(100),
        support,
        priority: z.enum(priorities),
        ownerId: id,
        due: moment.nullable(),
        tag: tag.nullable(),
      }),
    )
    .min(1)
    .max(200),
})

export const taskFilter = z.object({
  view: z
    .enum(["mine", "helping", "created", "department", "group", "risks", "people", "all"])
    .catch("mine"),
  state: z
    .enum([...taskStates, "open", "overdue"])
    .optional()
    .catch(undefined),
  priority: z.enum(priorities).optional().catch(undefined),
  /** Open and due by the end of today or of this week; or everything due on one day. */
  due: z
    .union([z.enum(["today", "week"]), z.iso.date().refine(isShown)])
    .optional()
    .catch(undefined),
  department: z.coerce.number().int().positive().optional().catch(undefined),
  group: z.coerce.number().int().positive().optional().catch(undefined),
  owner: z.coerce.number().int().positive().optional().catch(undefined),
  sort: z.enum(["state", "due", "updated"]).catch("state"),
  /** What the list is grouped by; by state unless something else is said. */
  by: z.enum(["state", "owner", "home", "due"]).optional().catch(undefined),
  as: z.enum(["list", "board", "timeline", "calendar"]).catch("list"),
  /** Of the timeline and the calendar: a day to begin with, and how much it shows. */
  from: z.iso.date().refine(isShown).optional().catch(undefined),
  span: z.enum(["week", "month", "quarter"]).catch("month"),
  after: z.string().max(60).optional().catch(undefined),
})
export type TaskFilter = z.output<typeof taskFilter>

/** Days around which a month and a quarter have room: the years that a task may have. */
function isShown(day: string): boolean {
  return day >= "1970-02-01" && day < "3000"
}

/** A day that exists, at a time that exists, in a year that the order of lists has room for. */
function isMoment(text: string): boolean {
  const [day = "", time = ""] = text.split("T")
  const year = Number(day.slice(0, 4))
  if (year < 1970 || year > 2999 || time.slice(0, 2) > "23" || time.slice(3, 5) > "59") return false
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return false
  return !Number.isNaN(new Date(text).getTime())
}
