import { z } from "zod"
import { matterStates } from "@/db/schema/matters"
import { priorities } from "@/db/schema/tasks"

export const mostParts = 8

const id = z.coerce.number().int().positive()
/** A field left empty in a form means none. */
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())
const person = z.string().trim().max(100)
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isDay)

const part = z.strictObject({
  department: id,
  /** Left empty, the head of the department answers for it. */
  owner: person.default(""),
  work: z.string().trim().max(200).default(""),
})

const fields = {
  description: z.string().trim().min(1).max(200),
  goal: z.string().trim().max(2_000).default(""),
  background: z.string().trim().max(5_000).default(""),
  owner: person.min(1),
  work: z.string().trim().max(200).default(""),
  urgency: z.enum(priorities).default("medium"),
  due: maybe(day),
  remark: z.string().trim().max(2_000).default(""),
  group: maybe(id),
  sensitivity: maybe(id),
  parts: z.array(part).min(1).max(mostParts).default([]),
}

export const newMatter = z.preprocess(
  withParts,
  z.strictObject({
    ...fields,
    department: id,
    /** The record that it is made from: `message:12`. */
    source: maybe(z.string().regex(/^[a-z]{1,20}:\d{1,15}$/)),
  }),
)
export const editedMatter = z.preprocess(
  withParts,
  z.strictObject({
    ...fields,
    id,
    version: z.coerce.number().int().positive(),
    /** Why the planned day changes. */
    reason: z.string().trim().max(500).default(""),
  }),
)
export type NewMatterFields = z.output<typeof newMatter>
export type EditedMatterFields = z.output<typeof editedMatter>

export const matterState = z.strictObject({ id, state: z.enum(matterStates) })
export const matterSupport = z.strictObject({
  id,
  support: z.string().trim().min(1).max(1_000),
  from: person.min(1),
})
export const ownPart = z.strictObject({ id, department: id })
/** Files that are sent with it, or alone. */
const files = z.array(id).max(20)
export const matterComment = z.strictObject({
  id,
  body: z.string().trim().min(1).max(10_000),
  files: files.default([]),
})
export const matterFiles = z.strictObject({ id, files: files.min(1) })
export const matterFile = z.strictObject({ id, file: id })
export const newSubTask = z.strictObject({
  id,
  department: id,
  name: z.string().trim().min(1).max(200),
  owner: person.min(1),
  due: maybe(day),
})

export const matterFilter = z.object({
  view: z.enum(["all", "waiting", "mine", "department", "matrix"]).catch("all"),
  state: z
    .enum([...matterStates, "open", "overdue"])
    .optional()
    .catch(undefined),
  urgency: z.enum(priorities).optional().catch(undefined),
  due: z.enum(["week", "month"]).optional().catch(undefined),
  department: z.coerce.number().int().positive().optional().catch(undefined),
  sort: z.enum(["state", "due", "updated"]).catch("state"),
  after: z.string().max(60).optional().catch(undefined),
})
export type MatterFilter = z.output<typeof matterFilter>

const inRow = new Map([
  ["part", "department"],
  ["who", "owner"],
  ["work", "work"],
])

/** A form's numbered rows `part1`, `who1`, `work1` as a list; rows left empty are none. */
function withParts(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || "parts" in raw) return raw
  const rest: Record<string, unknown> = {}
  const rows: Record<string, unknown>[] = []
  for (const [name, value] of Object.entries(raw)) {
    const [, what = "", nth] = /^(part|who|work)([1-8])$/.exec(name) ?? []
    const field = inRow.get(what)
    if (!field) rest[name] = value
    else if (value !== "") {
      const row = rows[Number(nth)] ?? {}
      row[field] = value
      rows[Number(nth)] = row
    }
  }
  const parts = rows.flatMap((row) => row ?? [])
  return parts.length > 0 ? { ...rest, parts } : rest
}

/** A day that exists, in a year that the order of lists has room for. */
function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const at = new Date(`${text}T00:00:00Z`)
  if (year < 1970 || year > 2999 || Number.isNaN(at.getTime())) return false
  return at.toISOString().startsWith(text)
}
