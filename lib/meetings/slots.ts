import { addWorkingTime, isWorkingDay } from "@/lib/calendar/work-time"
import { periodsOf, type WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, instantOf } from "@/lib/calendar/zones"
import type { BusySpan } from "@/lib/platform/calendar-source"

/** A time that could be met at, and who couldn't. */
export interface Slot {
  start: Date
  end: Date
  busy: number[]
  /** Published now it keeps a day's notice. */
  keepsNotice: boolean
}

const step = 30 * 60_000
const daysLooked = 5
const offered = 3

/** Who has no time for all of a stretch. */
export const busyDuring = (busy: readonly BusySpan[], start: Date, end: Date): number[] => [
  ...new Set(
    busy.filter((span) => span.start < end && span.end > start).map(({ personId }) => personId),
  ),
]

/**
 * Times at which more people are free, within working hours, from a day on: the fewest missing
 * first, those that keep a day's notice before others, then the earliest.
 * @param minutes how long it takes
 */
export function slotsFor(
  calendar: WorkCalendar,
  busy: readonly BusySpan[],
  { day, minutes, now }: { day: string; minutes: number; now: Date },
): Slot[] {
  const found: Slot[] = []
  const today = dayIn(calendar.timeZone, now)
  for (let at = 0, looked = 0; looked < daysLooked && at < 21; at++) {
    const each = addDays(day, at)
    if (!isWorkingDay(calendar, each)) continue
    looked++
    for (const start of startsOn(calendar, each, minutes)) {
      if (start <= now) continue
      const end = new Date(+start + minutes * 60_000)
      found.push({ start, end, busy: busyDuring(busy, start, end), keepsNotice: today < each })
    }
  }
  return found
    .toSorted(
      (a, b) =>
        a.busy.length - b.busy.length ||
        Number(b.keepsNotice) - Number(a.keepsNotice) ||
        +a.start - +b.start,
    )
    .slice(0, offered)
}

/** Every half hour at which it fits into a stretch of work: never over lunch. */
function startsOn(calendar: WorkCalendar, day: string, minutes: number): Date[] {
  const lasts = minutes * 60_000
  return periodsOf(calendar, day).flatMap(([from, to]) => {
    const first = instantOf(calendar.timeZone, day, from)
    const last = +instantOf(calendar.timeZone, day, to) - lasts
    const starts: Date[] = []
    for (let at = +first; at <= last; at += step) starts.push(new Date(at))
    return starts
  })
}

/** What a form begins with: one hour into the next working day. */
export const usualStart = (calendar: WorkCalendar, now: Date): Date =>
  addWorkingTime(
    calendar,
    instantOf(calendar.timeZone, addDays(dayIn(calendar.timeZone, now), 1), "00:00"),
    60,
  )

/** A week on at the same time of the clock, also where clocks were changed between. */
export const weekAfter = (timeZone: string, at: Date): Date =>
  instantOf(timeZone, addDays(dayIn(timeZone, at), 7), clockIn(timeZone, at))
