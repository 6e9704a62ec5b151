import { endOfWorkingDay, isWorkingDay, nextWorkingDay } from "./work-time"
import { type WorkCalendar, weekdays } from "./work-week"
import { dayIn, instantOf } from "./zones"

export interface ComingDay {
  /** "YYYY-MM-DD" */
  day: string
  noon: Date
  end: Date
}

/** The next working days, today among them when it is one; none in a calendar without hours. */
export function comingDays(calendar: WorkCalendar, now: Date, count: number): ComingDay[] {
  if (weekdays.every((weekday) => calendar.week[weekday].length === 0)) return []
  const days: ComingDay[] = []
  const today = dayIn(calendar.timeZone, now)
  let day = isWorkingDay(calendar, today) ? today : nextWorkingDay(calendar, today)
  for (; days.length < count; day = nextWorkingDay(calendar, day)) {
    const end = endOfWorkingDay(calendar, day)
    if (end) days.push({ day, noon: instantOf(calendar.timeZone, day, "12:00"), end })
  }
  return days
}
