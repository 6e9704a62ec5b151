import type { WorkCalendar } from "@/lib/calendar/work-week"
import { clockIn, dayIn } from "@/lib/calendar/zones"

export interface Around {
  calendar: WorkCalendar
  site: string
  name: string
  /** What comes again without end by the work calendar is listed until here. */
  horizon: Date
}

/** A property as jCal has it (RFC 7265): name, parameters, type, values. */
export type Property = [string, Record<string, string>, string, ...unknown[]]
export const utc = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** Whole days without a time; everything else as the company's clock shows it. */
export function timesIn(timeZone: string, allDay: boolean) {
  return (name: string, at: Date): Property => {
    const day = dayIn(timeZone, at)
    if (allDay) return [name, {}, "date", day]
    return [name, { tzid: timeZone }, "date-time", `${day}T${clockIn(timeZone, at)}:00`]
  }
}
