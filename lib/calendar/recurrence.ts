import { z } from "zod"
import { type Weekday, weekdays } from "./work-week"
import { dayNumberOf } from "./zones"

const everyWeekday = z.enum(weekdays)
const end = {
  /** The last day on which it may fall, "YYYY-MM-DD". */
  until: z.string().refine(isDay).optional(),
  /** How often it happens at all, the first time among them. */
  count: z.int().min(1).max(999).optional(),
}
const interval = z.int().min(1).max(99)

/**
 * How something comes again. Days of a month that a month doesn't have are left out (RFC 5545,
 * 3.3.10); -1 is its last day, or its last such weekday. `workday` goes by the work calendar.
 */
export const recurrence = z
  .discriminatedUnion("every", [
    z.strictObject({ every: z.enum(["day", "workday", "year"]), interval, ...end }),
    z.strictObject({
      every: z.literal("week"),
      interval,
      on: z.array(everyWeekday).max(7).transform(inWeek),
      ...end,
    }),
    z.strictObject({
      every: z.literal("month"),
      interval,
      on: z.union([
        z.strictObject({
          day: z
            .int()
            .min(-1)
            .max(31)
            .refine((day) => day !== 0),
        }),
        z.strictObject({ nth: z.literal([1, 2, 3, 4, 5, -1]), weekday: everyWeekday }),
      ]),
      ...end,
    }),
  ])
  .refine(({ until, count }) => until === undefined || count === undefined)
export type Recurrence = z.infer<typeof recurrence>

function isDay(text: string): boolean {
  try {
    return dayNumberOf(text) > 0
  } catch {
    return false
  }
}

function inWeek(days: Weekday[]): Weekday[] {
  return weekdays.filter((day) => days.includes(day))
}

const frequencies = {
  day: "DAILY",
  workday: "WORKDAYS",
  week: "WEEKLY",
  month: "MONTHLY",
  year: "YEARLY",
} as const
const code = (day: Weekday) => day.slice(0, 2).toUpperCase()
const codes = new Map(weekdays.map((day) => [code(day), day]))

/** A rule as text: a RRULE of RFC 5545, but for `FREQ=WORKDAYS`, which that doesn't have. */
export function writeRecurrence(rule: Recurrence): string {
  const parts = [`FREQ=${frequencies[rule.every]}`]
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.every === "week" && rule.on.length > 0) parts.push(`BYDAY=${rule.on.map(code)}`)
  if (rule.every === "month") {
    parts.push(
      "day" in rule.on
        ? `BYMONTHDAY=${rule.on.day}`
        : `BYDAY=${rule.on.nth}${code(rule.on.weekday)}`,
    )
  }
  if (rule.until) parts.push(`UNTIL=${rule.until.replaceAll("-", "")}`)
  if (rule.count) parts.push(`COUNT=${rule.count}`)
  return parts.join(";")
}

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
const written = (day: string | undefined) => day?.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")

function onOf(every: string | undefined, parts: ReadonlyMap<string, string>) {
  const days = parts.get("BYDAY")?.split(",") ?? []
  if (every === "week") return { on: days.map((each) => codes.get(each)) }
  if (every !== "month") return {}
  const [, nth, weekday = ""] = /^(-?\d)([A-Z]{2})$/.exec(days.join()) ?? []
  return {
    on: nth
      ? { nth: Number(nth), weekday: codes.get(weekday) }
      : { day: number(parts.get("BYMONTHDAY")) },
  }
}

/** What `writeRecurrence` wrote; undefined for anything that isn't one of these rules. */
export function readRecurrence(text: string): Recurrence | undefined {
  const parts = new Map(
    text.split(";").map((part): [string, string] => {
      const [name = "", value = ""] = part.split("=")
      return [name, value]
    }),
  )
  const every = Object.entries(frequencies).find(([, name]) => name === parts.get("FREQ"))?.[0]
  const read = recurrence.safeParse({
    every,
    interval: number(parts.get("INTERVAL") ?? "1"),
    ...onOf(every, parts),
    ...(parts.has("UNTIL") && { until: written(parts.get("UNTIL")) }),
    ...(parts.has("COUNT") && { count: number(parts.get("COUNT")) }),
  })
  return read.success && sameParts(read.data, parts) ? read.data : undefined
}

// A part that isn't understood (BYSETPOS) would make other days of it than were meant.
function sameParts(rule: Recurrence, parts: ReadonlyMap<string, string>): boolean {
  const own = writeRecurrence(rule).split(";")
  return own.length === [...parts].filter((each) => each.join("=") !== "INTERVAL=1").length
}
