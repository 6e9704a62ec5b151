import { isWorkingDay, nextWorkingDay, startOfWorkingDay } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { workingDayFrom } from "@/lib/calendar/working-days"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"

/** A day's next contact is owed from when work begins, or from nine on a day off. */
export const morningOf = (calendar: WorkCalendar, day: string): Date =>
  startOfWorkingDay(calendar, day) ?? instantOf(calendar.timeZone, day, "09:00")

/** On the day itself, or on the first day of work after it. */
const orLater = (calendar: WorkCalendar, day: string): string =>
  isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day)

/** 3 天 are working days; 1 周 and 2 周 are the same weekday, or the next day of work. */
export function quickDays(
  calendar: WorkCalendar,
  now: Date,
): [three: string, week: string, two: string] {
  const today = dayIn(calendar.timeZone, now)
  return [
    workingDayFrom(calendar, today, 3),
    orLater(calendar, addDays(today, 7)),
    orLater(calendar, addDays(today, 14)),
  ]
}

/**
 * When a follow-up is spoken of next, seen from a moment: on the morning of its day, or of the first
 * working day after it, then each working morning.
 * @param after what was due up to this moment has been said, or was missed: once is enough
 */
export function nextReminder(
  calendar: WorkCalendar,
  nextAt: Date | null,
  after: Date,
): Date | null {
  if (!nextAt) return null
  const day = dayIn(calendar.timeZone, nextAt)
  try {
    const first = isWorkingDay(calendar, day)
      ? nextAt
      : morningOf(calendar, nextWorkingDay(calendar, day))
    if (first > after) return first
    const today = dayIn(calendar.timeZone, after)
    const morning = startOfWorkingDay(calendar, today)
    if (morning && morning > after) return morning
    return morningOf(calendar, nextWorkingDay(calendar, today))
  } catch (error) {
    // A company without hours is reminded all the same: real days count there.
    if (!(error instanceof RangeError)) throw error
    return nextAt > after ? nextAt : new Date(after.getTime() + 86_400_000)
  }
}
