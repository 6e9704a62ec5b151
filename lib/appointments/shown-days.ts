import { addDays, weekdayOf } from "@/lib/calendar/zones"
import type { View } from "./calendar-inputs"

const run = (from: string, count: number) =>
  Array.from({ length: count }, (_, nth) => addDays(from, nth))

const monday = (day: string) => addDays(day, 1 - weekdayOf(day))

const agendaDays = 21

/** The days of whole weeks that a month touches, as a month is printed. */
export function monthDays(day: string): string[] {
  const first = monday(`${day.slice(0, 7)}-01`)
  const next = monthFrom(day, 1)
  const weeks = run(first, 42)
  return weeks.filter((each) => monday(each) < next)
}

/** The first day of a month so many months on. */
export function monthFrom(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

/** What a phone lists in place of a week: the days to come. */
export const phoneDays = (day: string): string[] => run(day, 14)

/** The days that a view shows around a day. */
export function shownDays(view: View, day: string): string[] {
  if (view === "day") return [day]
  if (view === "week") return run(monday(day), 7)
  return view === "month" ? monthDays(day) : run(day, agendaDays)
}

/** Where its arrows lead. */
export function stepped(view: View, day: string, step: 1 | -1): string {
  if (view === "month") return monthFrom(day, step)
  const days = { day: 1, week: 7, agenda: agendaDays }[view]
  return addDays(day, step * days)
}

/** The number of a week, as ISO 8601 counts. */
export function weekNumber(day: string): number {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const first = `${thursday.slice(0, 4)}-01-01`
  return Math.floor((Date.parse(thursday) - Date.parse(first)) / 604_800_000) + 1
}
