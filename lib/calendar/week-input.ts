import { z } from "zod"
import type { Settings } from "@/lib/platform/settings"
import { type Period, weekdays } from "./work-week"
import { minutesOf } from "./zones"

/** Periods a day that the form has room for. */
export const periodsADay = 4

type Week = Settings["workWeek"]
type Problem = { field: string; message: string }

const fieldName = /^(mon|tue|wed|thu|fri|sat|sun)[0-3](From|Until)$/
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)

/** A browser's field has no 24:00: a period that ends at 00:00 ends with the day. */
const endOf = (typed: string) => (typed === "00:00" ? "24:00" : typed)
export const asTyped = (end: string) => (end === "24:00" ? "00:00" : end)

function periodAt(fields: Record<string, string>, row: string, found: Problem[]) {
  const from = fields[`${row}From`] ?? ""
  const until = endOf(fields[`${row}Until`] ?? "")
  if (from === "" && until === "") return []
  if (from === "") found.push({ field: `${row}From`, message: "errors.required" })
  else if (until === "") found.push({ field: `${row}Until`, message: "errors.required" })
  else if (minutesOf(from) >= minutesOf(until))
    found.push({ field: `${row}Until`, message: "calendar.error.endsBefore" })
  else return [{ row, from, until }]
  return []
}

function dayOf(fields: Record<string, string>, day: string, found: Problem[]): Period[] {
  const periods = Array.from({ length: periodsADay }, (_, at) =>
    periodAt(fields, `${day}${at}`, found),
  )
    .flat()
    .toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
  for (const [at, { row, from }] of periods.entries()) {
    const before = periods[at - 1]
    if (before && minutesOf(from) < minutesOf(before.until))
      found.push({ field: `${row}From`, message: "calendar.error.overlaps" })
  }
  return periods.map(({ from, until }) => [from, until])
}

/** The form of the week: `mon0From`, `mon0Until` and so on, empty where there is no period. */
export const weekForm = z
  .record(z.string().regex(fieldName), clock)
  .transform((fields, context): Week => {
    const found: Problem[] = []
    const week = weekdays.map((day) =>
      dayOf(fields, day, found).map(([a, b]): [string, string] => [a, b]),
    )
    if (found.length === 0 && week.every((periods) => periods.length === 0))
      found.push({ field: "week", message: "calendar.error.noHours" })
    for (const { field, message } of found)
      context.addIssue({ code: "custom", path: [field], message })
    return week
  })
