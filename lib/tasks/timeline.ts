import { isWorkingDay } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf, weekdayOf } from "@/lib/calendar/zones"

/** Days that a timeline shows, and how wide each is, in px. */
export const spans = {
  week: { days: 14, width: 66 },
  month: { days: 35, width: 33 },
  quarter: { days: 91, width: 11 },
} as const
export type Span = keyof typeof spans

export interface TimelineDay {
  day: string
  working: boolean
  today: boolean
}

export interface Scale {
  days: TimelineDay[]
  width: number
  /** Distance from the left edge, in px; beyond either edge too. */
  x(at: Date): number
}

/** The days from a Monday on; without a first day, from the Monday of the week before this one. */
export function scaleOf(
  calendar: WorkCalendar,
  span: Span,
  first: string | undefined,
  now: Date,
): Scale {
  const { timeZone } = calendar
  const today = dayIn(timeZone, now)
  const around = first ?? addDays(today, -7)
  const monday = addDays(around, 1 - weekdayOf(around))
  const { days, width } = spans[span]
  const from = instantOf(timeZone, monday, "00:00").getTime()
  const until = instantOf(timeZone, addDays(monday, days), "00:00").getTime()
  return {
    width,
    days: Array.from({ length: days }, (_, nth) => {
      const day = addDays(monday, nth)
      return { day, working: isWorkingDay(calendar, day), today: day === today }
    }),
    x: (at) => ((at.getTime() - from) / (until - from)) * days * width,
  }
}
