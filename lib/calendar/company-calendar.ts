import { cache } from "react"
import { type Settings, settings } from "@/lib/platform/settings"
import { holidaysOf, knownYears } from "./holidays"
import { type DayOverride, type WorkCalendar, type WorkWeek, weekdays } from "./work-week"

interface Made {
  of: Settings
  from: string
  calendar: WorkCalendar
}
let made: Made | undefined

/**
 * The company's work calendar: its hours, the public holidays as far as they are known, and the
 * company's own exceptions on top. One object per settings, since days are cached on it.
 */
export const companyCalendar = cache(async (): Promise<WorkCalendar> => {
  const of = await settings()
  if (made?.of === of) return made.calendar
  const { company, workWeek, workDays } = of
  const from = JSON.stringify([company.timeZone, workWeek, workDays])
  if (made?.from === from) {
    made.of = of
    return made.calendar
  }
  const week = Object.fromEntries(weekdays.map((day, at) => [day, workWeek[at] ?? []]))
  const days = [...knownYears().flatMap(holidaysOf), ...workDays]
  const calendar: WorkCalendar = {
    timeZone: company.timeZone,
    week: isWeek(week) ? week : never(),
    overrides: new Map<string, DayOverride>(days.map((day) => [day.day, day])),
  }
  made = { of, from, calendar }
  return calendar
})

const isWeek = (week: Record<string, unknown>): week is Record<string, never> & WorkWeek =>
  weekdays.every((day) => Array.isArray(week[day]))

const never = (): never => {
  throw new Error("a week has seven days")
}
