import { z } from "zod"
import { type Recurrence, recurrence } from "@/lib/calendar/recurrence"
import { weekdays } from "@/lib/calendar/work-week"
import { addDays, dayIn, weekdayOf } from "@/lib/calendar/zones"
import { settings } from "@/lib/platform/settings"

export const repeats = ["day", "workday", "week", "month"] as const

const some = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value]),
  z.array(z.enum(weekdays)).max(7),
)

/** How a task comes again, as its form says it. */
export const repeatFields = z.strictObject({
  id: z.coerce.number().int().positive(),
  every: z.enum(repeats),
  interval: z.coerce.number().int().min(1).max(99).default(1),
  on: some,
  until: z.preprocess((value) => value || undefined, z.iso.date().optional()),
})

/** The rule that is meant: weekly on its own weekday, monthly on its own day, unless others are said. */
export async function ruleFrom(
  { every, interval = 1, on = [], until }: Partial<z.output<typeof repeatFields>>,
  dueAt: Date,
): Promise<Recurrence> {
  const { timeZone } = (await settings()).company
  const day = dayIn(timeZone, dueAt)
  const end = until === undefined ? {} : { until }
  if (every === "week") {
    const own = weekdays[weekdayOf(day) - 1]
    return recurrence.parse({ every, interval, on: on.length > 0 ? on : [own], ...end })
  }
  if (every === "month") {
    const last = addDays(day, 1).endsWith("-01")
    return recurrence.parse({
      ...{ every, interval, ...end },
      on: { day: last ? -1 : Number(day.slice(8)) },
    })
  }
  return recurrence.parse({ every: every ?? "day", interval, ...end })
}
