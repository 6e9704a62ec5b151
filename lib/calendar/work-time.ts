import { periodsOf, type WorkCalendar } from "@/lib/calendar/work-week"
import { dayIn, dayNumberOf, dayOfNumber, instantOf } from "@/lib/calendar/zones"

const MINUTE = 60_000
const LONGEST_WALK = 36_525
const LONGEST_REST = 1_500
const REMEMBERED = 40_000

type Span = readonly [start: number, end: number]

const remembered = new WeakMap<WorkCalendar, Map<number, readonly Span[]>>()

function spansOf(calendar: WorkCalendar, dayNumber: number): readonly Span[] {
  const days = remembered.get(calendar) ?? new Map<number, readonly Span[]>()
  remembered.set(calendar, days)
  const known = days.get(dayNumber)
  if (known) return known
  const day = dayOfNumber(dayNumber)
  const at = (clock: string) => instantOf(calendar.timeZone, day, clock).getTime()
  const spans = periodsOf(calendar, day)
    .map(([from, to]) => [at(from), at(to)] as const)
    .filter(([start, end]) => end > start)
  if (days.size >= REMEMBERED) days.clear()
  days.set(dayNumber, spans)
  return spans
}

const numberIn = (calendar: WorkCalendar, instant: Date) =>
  dayNumberOf(dayIn(calendar.timeZone, instant))

function* workingDays(calendar: WorkCalendar, first: number, step: 1 | -1) {
  let rest = 0
  for (let walked = 0; walked < LONGEST_WALK; walked += 1) {
    const dayNumber = first + step * walked
    const spans = spansOf(calendar, dayNumber)
    rest = spans.length > 0 ? 0 : rest + 1
    if (rest > LONGEST_REST) {
      throw new RangeError(
        `The work calendar has no working hours around ${dayOfNumber(dayNumber)}`,
      )
    }
    if (spans.length > 0) yield { dayNumber, spans }
  }
  throw new RangeError("Working time reaches further than 100 years")
}

function forward(calendar: WorkCalendar, from: Date, wanted: number): Date {
  let left = wanted
  for (const { spans } of workingDays(calendar, numberIn(calendar, from), 1)) {
    for (const [start, end] of spans) {
      const begin = Math.max(start, from.getTime())
      if (end <= begin) continue
      if (left <= end - begin) return new Date(begin + left)
      left -= end - begin
    }
  }
  return from
}

function backward(calendar: WorkCalendar, from: Date, wanted: number): Date {
  let left = wanted
  for (const { spans } of workingDays(calendar, numberIn(calendar, from), -1)) {
    for (const [start, end] of spans.toReversed()) {
      const finish = Math.min(end, from.getTime())
      if (finish <= start) continue
      if (left <= finish - start) return new Date(finish - left)
      left -= finish - start
    }
  }
  return from
}

/**
 * The first instant by which so much working time has passed since `from` (G2.4). No time at all
 * leaves `from` as it is, also at night; a span that ends with a period ends there, not after the
 * break.
 * @param minutes working minutes, fractions to the millisecond; negative counts back
 * @throws RangeError for a calendar without working hours, or more than 100 years
 */
export function addWorkingTime(calendar: WorkCalendar, from: Date, minutes: number): Date {
  const wanted = Math.round(minutes * MINUTE)
  if (!Number.isFinite(wanted)) throw new RangeError("Working time must be a number of minutes")
  if (wanted === 0) return new Date(from)
  return wanted > 0 ? forward(calendar, from, wanted) : backward(calendar, from, -wanted)
}

/**
 * The working minutes from `a` to `b`, exact to the millisecond; negative when `b` is earlier.
 * @throws RangeError when they lie more than 100 years apart
 */
export function workingTimeBetween(calendar: WorkCalendar, a: Date, b: Date): number {
  if (b < a) return -workingTimeBetween(calendar, b, a)
  const first = numberIn(calendar, a)
  const last = numberIn(calendar, b)
  if (last - first > LONGEST_WALK) throw new RangeError("The two lie more than 100 years apart")
  let worked = 0
  for (let dayNumber = first; dayNumber <= last; dayNumber += 1) {
    for (const [start, end] of spansOf(calendar, dayNumber)) {
      worked += Math.max(0, Math.min(end, b.getTime()) - Math.max(start, a.getTime()))
    }
  }
  return worked / MINUTE
}

/** Whether anyone works that day. @param day "YYYY-MM-DD" */
export function isWorkingDay(calendar: WorkCalendar, day: string): boolean {
  return spansOf(calendar, dayNumberOf(day)).length > 0
}

/**
 * The first working day after a day.
 * @param day "YYYY-MM-DD"
 * @throws RangeError for a calendar without working hours
 */
export function nextWorkingDay(calendar: WorkCalendar, day: string): string {
  for (const { dayNumber } of workingDays(calendar, dayNumberOf(day) + 1, 1)) {
    return dayOfNumber(dayNumber)
  }
  return day
}

/** When work begins that day; undefined on a day off. @param day "YYYY-MM-DD" */
export function startOfWorkingDay(calendar: WorkCalendar, day: string): Date | undefined {
  const first = spansOf(calendar, dayNumberOf(day)).at(0)
  return first && new Date(first[0])
}

/** When work ends that day; undefined on a day off. @param day "YYYY-MM-DD" */
export function endOfWorkingDay(calendar: WorkCalendar, day: string): Date | undefined {
  const last = spansOf(calendar, dayNumberOf(day)).at(-1)
  return last && new Date(last[1])
}
