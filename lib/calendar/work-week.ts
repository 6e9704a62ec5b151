import { minutesOf, weekdayOf } from "@/lib/calendar/zones"

/** From and to, as the company's clock shows them: ["09:00", "12:00"]; the end may be "24:00". */
export type Period = readonly [from: string, to: string]

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
export type Weekday = (typeof weekdays)[number]

export type WorkWeek = Readonly<Record<Weekday, readonly Period[]>>

export type DayOverride = {
  readonly day: string
  readonly kind: "off" | "work"
  /** Hours of a working day that differ from the usual ones. */
  readonly periods?: readonly Period[]
  readonly name: { readonly zh: string; readonly en: string }
}

/** Treated as a value: to change it, make another one. */
export type WorkCalendar = {
  readonly timeZone: string
  readonly week: WorkWeek
  readonly overrides: ReadonlyMap<string, DayOverride>
}

const usualDay: readonly Period[] = [
  ["09:00", "12:00"],
  ["13:30", "18:00"],
]

/** What a new portal starts with, until an administrator says otherwise. */
export const usualWeek: WorkWeek = {
  mon: usualDay,
  tue: usualDay,
  wed: usualDay,
  thu: usualDay,
  fri: usualDay,
  sat: [],
  sun: [],
}

/**
 * The periods in order of time.
 * @throws RangeError if one ends before it begins, or two overlap
 */
export function inOrder(periods: readonly Period[]): readonly Period[] {
  const sorted = periods.toSorted((a, b) => minutesOf(a[0]) - minutesOf(b[0]))
  let free = 0
  for (const [from, to] of sorted) {
    if (minutesOf(from) < free) throw new RangeError(`The period from ${from} overlaps another`)
    free = minutesOf(to)
    if (free <= minutesOf(from))
      throw new RangeError(`The period ${from}–${to} ends before it begins`)
  }
  return sorted
}

// A make-up day falls on a weekend, which has no hours of its own: it takes those of a usual day.
function hoursOfMakeUpDay(week: WorkWeek, weekday: Weekday): readonly Period[] {
  if (week[weekday].length > 0) return week[weekday]
  return weekdays.map((each) => week[each]).find((periods) => periods.length > 0) ?? []
}

/**
 * The working periods of a day, in order; none on a day off.
 * @param day "YYYY-MM-DD"
 * @throws RangeError for an impossible day or impossible periods
 */
export function periodsOf(calendar: WorkCalendar, day: string): readonly Period[] {
  const weekday = weekdays[weekdayOf(day) - 1] ?? "mon"
  const override = calendar.overrides.get(day)
  if (!override) return inOrder(calendar.week[weekday])
  if (override.kind === "off") return []
  return inOrder(override.periods ?? hoursOfMakeUpDay(calendar.week, weekday))
}
