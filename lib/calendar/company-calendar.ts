import { cache } from "react"
import { settings } from "@/lib/platform/settings"
import { holidaysOf, knownYears } from "./holidays"
import { type DayOverride, type WorkCalendar, type WorkWeek, weekdays } from "./work-week"

let made: { from: string; calendar: WorkCalendar } | undefined

/**
 * The company's work calendar: its hours, the public holidays as far as they are known, and the
 * company's own exceptions on top. One object per settings, since days are cached on it.
 */
export const companyCalendar = cache(async (): Promise<WorkCalendar> => {
  const { company, workWeek, workDays } = await settings()
  const from = JSON.stringify([company.timeZone, workWeek, workDays])
  if (made?.from === from) return made.calendar
  const week = Object.fromEntries(weekdays.map((day, at) => [day, workWeek[at] ?? []]))
  const days = [...knownYears().flatMap(holidaysOf), ...workDays]
  const calendar: WorkCalendar = {
    timeZone: company.timeZone,
    week: isWeek(week) ? week : never(),
    overrides: new Map<string, DayOverride>(days.map((day) => [day.day, day])),
  }
  made = { from, calendar }
  return calendar
})

const isWeek = (week: Record<string, unknown>): week is Record<string, never> & WorkWeek =>
  weekdays.every((day) => Array.isArray(week[day]))

const never = (): never => {
  throw new Error("a week has seven days")
}
