import { isWorkingDay } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays } from "@/lib/calendar/zones"

/** Days of one leave at most. */
export const longestLeave = 366

export interface Days {
  firstDay: string
  lastDay: string
}

/** Every calendar day, both ends included. */
export function daysOf({ firstDay, lastDay }: Days): string[] {
  const days: string[] = []
  for (let day = firstDay; day <= lastDay && days.length < longestLeave; day = addDays(day, 1))
    days.push(day)
  return days
}

/** The days on which somebody would have worked. */
export const workingDaysOf = (calendar: WorkCalendar, days: Days): string[] =>
  daysOf(days).filter((day) => isWorkingDay(calendar, day))

/** How much of some days lies in others. */
export function covered(
  days: readonly string[],
  others: readonly Days[],
): "none" | "part" | "whole" {
  const inside = days.filter((day) =>
    others.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay),
  )
  if (inside.length === 0) return "none"
  return inside.length === days.length ? "whole" : "part"
}
