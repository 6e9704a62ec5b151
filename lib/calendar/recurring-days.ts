import { RRuleTemporal } from "rrule-temporal"
import { type Recurrence, writeRecurrence } from "./recurrence"
import { isWorkingDay } from "./work-time"
import type { WorkCalendar } from "./work-week"
import { dayNumberOf, dayOfNumber } from "./zones"

const DAY = 86_400_000
const LONGEST_WALK = 36_525
const LONGEST_REST = 1_500
const LAST = dayNumberOf("9000-01-01")

const known = new Map<string, RRuleTemporal>()
const REMEMBERED = 2_000

// Days are counted as if they were UTC's: clocks and their changes come in afterwards.
function ruleOf(rule: Recurrence, first: string): RRuleTemporal {
  const text = `DTSTART;TZID=UTC:${first.replaceAll("-", "")}T000000\nRRULE:${asRrule(rule)}`
  const before = known.get(text)
  if (before) return before
  const made = new RRuleTemporal({ rruleString: text, cache: false })
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, made)
  return made
}

const asRrule = (rule: Recurrence) => writeRecurrence(rule).replace(/UNTIL=\d{8}/, "$&T000000Z")

/** Every nth working day, counted from the first one on or after the first day. */
function* worked(rule: Recurrence, first: number, calendar: WorkCalendar) {
  const last = rule.until === undefined ? first + LONGEST_WALK : dayNumberOf(rule.until)
  let seen = 0
  let rest = 0
  for (let day = first; day <= last && rest < LONGEST_REST; day += 1) {
    rest = isWorkingDay(calendar, dayOfNumber(day)) ? 0 : rest + 1
    if (rest > 0) continue
    if (seen % rule.interval === 0) {
      if (rule.count !== undefined && seen / rule.interval >= rule.count) return
      yield day
    }
    seen += 1
  }
}

/** The working days of a rule, from a day on; only what is counted is counted from the start. */
function workedFrom(rule: Recurrence, first: string, from: number, calendar: WorkCalendar) {
  const everyOne = rule.interval === 1 && rule.count === undefined
  return worked(rule, everyOne ? from : dayNumberOf(first), calendar)
}

/**
 * The first day of a rule on or after a day; undefined when it has ended.
 * @param first the day from which the rule counts, "YYYY-MM-DD", as are the others
 */
export function recurringDayFrom(
  rule: Recurrence,
  first: string,
  from: string,
  calendar: WorkCalendar,
): string | undefined {
  const start = Math.max(dayNumberOf(first), dayNumberOf(from))
  if (rule.every !== "workday")
    return written(ruleOf(rule, first).next(new Date(start * DAY), true))
  for (const day of workedFrom(rule, first, start, calendar)) {
    if (day >= start) return dayOfNumber(day)
  }
  return undefined
}

function written(found: { epochMilliseconds: number } | null): string | undefined {
  const day = found === null ? LAST : found.epochMilliseconds / DAY
  return day < LAST ? dayOfNumber(day) : undefined
}

/** The days of a rule from a day to another, both included, in order. */
export function recurringDays(
  rule: Recurrence,
  first: string,
  [from, until]: readonly [string, string],
  calendar: WorkCalendar,
): string[] {
  const [start, end] = [Math.max(dayNumberOf(first), dayNumberOf(from)), dayNumberOf(until)]
  if (end < start) return []
  if (rule.every === "workday") {
    const days: string[] = []
    for (const day of workedFrom(rule, first, start, calendar)) {
      if (day > end) break
      if (day >= start) days.push(dayOfNumber(day))
    }
    return days
  }
  return ruleOf(rule, first)
    .between(new Date(start * DAY), new Date(end * DAY), true)
    .map((each) => dayOfNumber(each.epochMilliseconds / DAY))
}
