import { type Recurrence, writeRecurrence } from "@/lib/calendar/recurrence"
import { alignedStart } from "@/lib/calendar/recurring"
import { type WorkCalendar, weekdays } from "@/lib/calendar/work-week"
import { addDays, dayIn, dayNumberOf, instantOf, weekdayOf } from "@/lib/calendar/zones"
import { refuse } from "@/lib/platform/refusal"
import type { AppointmentFields } from "./inputs"
import { endFrom } from "./occurrences"
import type { Content } from "./writing"

const longestDays = 60

/** The form's local times as instants; a whole day is from midnight to midnight. */
export function timesIn(
  { start, end, allDay }: Pick<AppointmentFields, "start" | "end" | "allDay">,
  timeZone: string,
): { startAt: Date; endAt: Date; allDay: boolean } {
  const at = (local: string) => instantOf(timeZone, local.slice(0, 10), local.slice(11, 16))
  const startAt = allDay ? instantOf(timeZone, start.slice(0, 10), "00:00") : at(start)
  const endAt = allDay ? instantOf(timeZone, addDays(end.slice(0, 10), 1), "00:00") : at(end)
  requireOrder(startAt, endAt)
  return { startAt, endAt, allDay }
}

/** @throws Refusal when the end isn't after the start, or weeks later */
export function requireOrder(startAt: Date, endAt: Date): void {
  if (endAt <= startAt) refuse("invalid", { fields: { end: "appointments.error.order" } })
  if (+endAt - +startAt > longestDays * 86_400_000)
    refuse("invalid", { fields: { end: "appointments.error.long" } })
}

const nthOf = (day: string) => {
  const nth = Math.ceil(Number(day.slice(8)) / 7)
  return nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : -1
}

type RepeatFields = Pick<AppointmentFields, "repeat" | "interval" | "on" | "until"> & {
  count?: number | undefined
}

/** The rule that a form chose, seen from the day it starts on. */
export function ruleOf(fields: RepeatFields, day: string): Recurrence | null {
  const { repeat, interval, until, count } = fields
  const often = { interval, ...(until && { until }), ...(count && { count }) }
  const weekday = weekdays[weekdayOf(day) - 1] ?? "mon"
  const monthly = (on: Extract<Recurrence, { every: "month" }>["on"]): Recurrence => ({
    every: "month",
    on,
    ...often,
  })
  switch (repeat) {
    case "none":
      return null
    case "week":
      return {
        every: "week",
        on: fields.on.length > 0 ? weekdays.filter((each) => fields.on.includes(each)) : [weekday],
        ...often,
      }
    case "month":
      return monthly({ day: Number(day.slice(8)) })
    case "monthEnd":
      return monthly({ day: -1 })
    case "monthNth":
      return monthly({ nth: nthOf(day), weekday })
    case "monthLast":
      return monthly({ nth: -1, weekday })
    default:
      return { every: repeat, ...often }
  }
}

/**
 * What a form says, with its rule. One that starts beside its rule starts on the rule's first day.
 * @throws Refusal when the times are in the wrong order, or the rule has no day at all
 */
export function contentFrom(fields: AppointmentFields, calendar: WorkCalendar): Content {
  const { timeZone } = calendar
  const { title, place, note, shows } = fields
  const times = timesIn(fields, timeZone)
  const rule = ruleOf(fields, fields.start.slice(0, 10))
  const reminders = [...new Set(fields.reminders)].toSorted((a, b) => a - b)
  const said = { title, place, note, shows, reminders }
  if (!rule) return { ...said, ...times, rule: null }
  const startAt = alignedStart({ rule, start: times.startAt }, calendar)
  if (!startAt) return refuse("invalid", { fields: { until: "appointments.error.never" } })
  const lasts =
    dayNumberOf(dayIn(timeZone, times.endAt)) - dayNumberOf(dayIn(timeZone, times.startAt))
  if (lasts > 1 && rule.every === "day" && rule.interval < lasts)
    refuse("invalid", { fields: { interval: "appointments.error.overlap" } })
  return {
    ...said,
    allDay: times.allDay,
    startAt,
    endAt: endFrom(times, startAt, timeZone),
    rule: writeRecurrence(rule),
  }
}
