import { z } from "zod"
import { duties, levels } from "@/db/schema/people"
import { id, listOf } from "./form-values"

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
