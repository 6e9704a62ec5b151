import type { Recurrence } from "./recurrence"
import { recurringDayFrom, recurringDays } from "./recurring-days"
import type { WorkCalendar } from "./work-week"
import { addDays, clockIn, dayIn, instantOf } from "./zones"

/**
 * Something that comes again at the same time of the clock in company time, summer or winter: an
 * appointment, the due time of a task.
 */
export interface Recurring {
  rule: Recurrence
  /** From when the rule counts; its clock is that of every occurrence. */
  start: Date
}

/** Where an occurrence of a day lies; a time that the clock skips that day is an hour later. */
export function occurrenceOn({ start }: Recurring, day: string, { timeZone }: WorkCalendar): Date {
  return instantOf(timeZone, day, clockIn(timeZone, start))
}

/** The occurrences from an instant on and before another, in order. */
export function occurrencesBetween(
  recurring: Recurring,
  from: Date,
  before: Date,
  calendar: WorkCalendar,
): Date[] {
  const { timeZone } = calendar
  const days = [dayIn(timeZone, from), dayIn(timeZone, before)] as const
  return recurringDays(recurring.rule, dayIn(timeZone, recurring.start), days, calendar)
    .map((day) => occurrenceOn(recurring, day, calendar))
    .filter((at) => at >= from && at < before)
}

/** The first occurrence after an instant; undefined when there is none any more. */
export function nextOccurrence(
  recurring: Recurring,
  after: Date,
  calendar: WorkCalendar,
): Date | undefined {
  const { timeZone } = calendar
  const first = dayIn(timeZone, recurring.start)
  const today = dayIn(timeZone, after)
  for (const from of [today, addDays(today, 1)]) {
    const day = recurringDayFrom(recurring.rule, first, from, calendar)
    const at = day && occurrenceOn(recurring, day, calendar)
    if (!at || at > after) return at || undefined
  }
  return undefined
}

/** The start moved on to the first day that the rule has, where it isn't one of them. */
export function alignedStart(recurring: Recurring, calendar: WorkCalendar): Date | undefined {
  const day = dayIn(calendar.timeZone, recurring.start)
  const first = recurringDayFrom(recurring.rule, day, day, calendar)
  return first === undefined ? undefined : occurrenceOn(recurring, first, calendar)
}
