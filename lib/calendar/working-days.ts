import { holidaysOf } from "./holidays"
import { isWorkingDay } from "./work-time"
import { usualWeek, type WorkCalendar } from "./work-week"
import { addDays, dayIn, instantOf } from "./zones"

/** The usual week with the public holidays of a year and its neighbours. */
export function usualCalendar(timeZone: string, year: number): WorkCalendar {
  const days = [year - 1, year, year + 1].flatMap(holidaysOf)
  return { timeZone, week: usualWeek, overrides: new Map(days.map((day) => [day.day, day])) }
}

/** Moments so many working days from today, in company time: where a sample company's past lies. */
export function momentsAround(timeZone: string, now: Date) {
  const today = dayIn(timeZone, now)
  const calendar = usualCalendar(timeZone, Number(today.slice(0, 4)))
  return (days: number, clock: string): Date =>
    instantOf(timeZone, workingDayFrom(calendar, today, days), clock)
}

/**
 * The nth working day after a day, before it when negative; 0 is the day itself, worked or not.
 * @param day "YYYY-MM-DD"
 */
export function workingDayFrom(calendar: WorkCalendar, day: string, n: number): string {
  const step = n < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}
