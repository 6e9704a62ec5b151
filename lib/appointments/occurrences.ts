import { readRecurrence } from "@/lib/calendar/recurrence"
import { occurrencesBetween } from "@/lib/calendar/recurring"
import { recurringDays } from "@/lib/calendar/recurring-days"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, dayNumberOf, instantOf } from "@/lib/calendar/zones"
import type { Span } from "@/lib/platform/calendar-source"
import type { Appointment, AppointmentRow, Change } from "./appointment"

/** One time that an appointment takes place. */
export interface Occurrence {
  /** The day of the rule; of one that happens once, its own. */
  day: string
  start: Date
  end: Date
  /** Where this one says something else than the others. */
  title?: string
  place?: string
  note?: string
}

type Timed = Pick<AppointmentRow, "startAt" | "endAt" | "allDay">

/** The end of an occurrence that starts elsewhere: as long as all are, or as many whole days. */
export function endFrom({ startAt, endAt, allDay }: Timed, start: Date, zone: string): Date {
  if (!allDay) return new Date(start.getTime() + endAt.getTime() - startAt.getTime())
  const days = dayNumberOf(dayIn(zone, endAt)) - dayNumberOf(dayIn(zone, startAt))
  return instantOf(zone, addDays(dayIn(zone, start), Math.max(1, days)), "00:00")
}

/** A changed day as an occurrence; none when it is left out. */
export function changedOccurrence(change: Change): Occurrence[] {
  const { day, startAt: start, endAt: end, leftOut, title, place, note } = change
  if (leftOut || !start || !end) return []
  const said = {
    ...(title !== null && { title }),
    ...(place !== null && { place }),
    ...(note !== null && { note }),
  }
  return [{ day, start, end, ...said }]
}

/** When an appointment takes place within a span, in order. */
export function occurrencesIn(
  appointment: Appointment,
  { from, until }: Span,
  calendar: WorkCalendar,
): Occurrence[] {
  const { timeZone } = calendar
  const touches = ({ start, end }: Occurrence) => start < until && end > from
  const { startAt, endAt, changes } = appointment
  const rule = appointment.rule === null ? undefined : readRecurrence(appointment.rule)
  if (!rule) {
    const once = { day: dayIn(timeZone, startAt), start: startAt, end: endAt }
    return touches(once) ? [once] : []
  }
  const changed = new Set(changes.map(({ day }) => day))
  const lasting = endAt.getTime() - startAt.getTime()
  const early = new Date(from.getTime() - lasting)
  const usual = occurrencesBetween({ rule, start: startAt }, early, until, calendar)
    .map((start) => ({
      day: dayIn(timeZone, start),
      start,
      end: endFrom(appointment, start, timeZone),
    }))
    .filter(({ day }) => !changed.has(day))
  return [...usual, ...changes.flatMap(changedOccurrence)]
    .filter(touches)
    .toSorted((a, b) => +a.start - +b.start)
}

/** The occurrence of a day of the rule, wherever it lies; undefined when there is none. */
export function occurrenceOf(
  appointment: Appointment,
  day: string,
  calendar: WorkCalendar,
): Occurrence | undefined {
  const { timeZone } = calendar
  const changed = appointment.changes.find((change) => change.day === day)
  return changed
    ? changedOccurrence(changed)[0]
    : plainOccurrence(appointment, day, timeZone, calendar)
}

/** The same, as if nothing about that day had been changed. */
export function plainOccurrence(
  { rule: text, ...appointment }: Timed & { rule: string | null },
  day: string,
  timeZone: string,
  calendar: WorkCalendar,
): Occurrence | undefined {
  const first = dayIn(timeZone, appointment.startAt)
  const rule = text === null ? undefined : readRecurrence(text)
  const fits = rule ? recurringDays(rule, first, [day, day], calendar).length > 0 : day === first
  if (!fits) return undefined
  const start = instantOf(timeZone, day, clockIn(timeZone, appointment.startAt))
  return { day, start, end: endFrom(appointment, start, timeZone) }
}

/** Whether a rule begins on the day: what follows it is all of it then. */
export const isFirst = ({ startAt }: AppointmentRow, day: string, { timeZone }: WorkCalendar) =>
  day <= dayIn(timeZone, startAt)

const longest = 36_525

/** When the last occurrence is over at the latest, where the rule ends at all. */
export function lastEnd(
  { rule: text, ...appointment }: Timed & { rule: string | null },
  calendar: WorkCalendar,
): Date | null {
  const rule = text === null ? undefined : readRecurrence(text)
  if (!rule) return appointment.endAt
  if (rule.until === undefined && rule.count === undefined) return null
  const { timeZone } = calendar
  const first = dayIn(timeZone, appointment.startAt)
  const counted = () =>
    recurringDays(rule, first, [first, addDays(first, longest)], calendar).at(-1)
  const day = rule.until ?? counted() ?? first
  const start = instantOf(timeZone, day, clockIn(timeZone, appointment.startAt))
  return endFrom(appointment, start, timeZone)
}
