import { z } from "zod"
import { duties, levels } from "@/db/schema/people"

const id = z.coerce.number().int().positive()
/** A field left empty in a form means none. */
const maybeId = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  id.nullable(),
)
/** One of several boxes comes as text, several as a list, none not at all. */
const listOf = <S extends z.ZodType>(each: S, most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(each).max(most),
  )

const department = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    // A staff file writes paths with it.
    .refine((name) => !/[/／]/.test(name)),
  parent: maybeId,
  head: z.string().trim().max(100).default(""),
}
/** Which effects were shown before this was sent. */
const confirmed = z.string().max(40).default("")

export const newDepartment = z.strictObject(department)
export const editedDepartment = z.strictObject({
  ...department,
  id,
  seen: z.string().max(200),
  confirmed,
})
export const endedDepartment = z.strictObject({ id, confirmed })
export const movedPeople = z.strictObject({ people: listOf(id, 200), to: id, confirmed })

export const givenDuties = z.strictObject({
  person: z.string().trim().min(1).max(100),
  duties: listOf(z.enum(duties), duties.length),
  /** These besides what the person has. */
  more: z.literal("yes").optional(),
})

const level = z.enum(levels)
const matrix = z.strictObject({
  reason: z.string().trim().max(200).default(""),
  levels: z.array(z.strictObject({ id, was: level, level })).max(600),
})

/** The matrix as its form sends it: `was.7` what stood there, `level.7` what is wanted. */
export const levelsForm = z.preprocess((raw) => {
  if (typeof raw !== "object" || raw === null) return raw
  const rest: Record<string, unknown> = {}
  const found = new Map<string, Record<string, unknown>>()
  for (const [name, value] of Object.entries(raw)) {
    const [, field, who] = /^(was|level)\.(\d+)$/.exec(name) ?? []
    if (field && who) found.set(who, { ...found.get(who), id: who, [field]: value })
    else rest[name] = value
  }
  const changed = [...found.values()].filter((each) => "level" in each && each.level !== each.was)
  return { ...rest, levels: changed }
}, matrix)

const label = {
  name: z.string().trim().min(1).max(30),
  nameEn: z.string().trim().min(1).max(60),
  note: z.string().trim().max(300).default(""),
}
export const newLabel = z.strictObject(label)
export const editedLabel = z.strictObject({ ...label, id })
export const closedLabel = z.strictObject({ id, closed: z.enum(["yes", "no"]) })
export const clearedPeople = z.strictObject({
  id,
  people: listOf(z.string().trim().max(100), 50),
})
export const lostClearance = z.strictObject({ id, person: id, to: maybeId })
