import ICAL from "ical.js"
import { type Recurrence, readRecurrence, writeRecurrence } from "@/lib/calendar/recurrence"
import { recurringDays } from "@/lib/calendar/recurring-days"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { weekdays } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, dayNumberOf, instantOf, weekdayOf } from "@/lib/calendar/zones"
import type { FeedEntry } from "@/lib/platform/calendar-source"
import { type Around, type Property, timesIn, utc } from "./feed-property"

/** How an entry comes again: its rule, further days and days left out. */
export function recurring(entry: FeedEntry, around: Around): Property[] {
  const rule = entry.rule ? readRecurrence(entry.rule) : undefined
  if (!rule) return []
  const { timeZone } = around.calendar
  const time = timesIn(timeZone, entry.allDay ?? false)
  const at = (day: string) => instantOf(timeZone, day, clockIn(timeZone, entry.start))
  const without = new Set(entry.without)
  const { rrule, more, less } =
    rule.every === "workday"
      ? byWorkCalendar(rule, entry, around)
      : { rrule: writeRecurrence(rule), more: [], less: [] }
  return [
    ["rrule", {}, "recur", ICAL.Recur.fromString(withEnd(rrule, entry, at)).toJSON()],
    ...more.map((day) => time("rdate", at(day))),
    ...[...new Set([...less, ...without])].toSorted().map((day) => time("exdate", at(day))),
  ]
}

/** UNTIL has the type of DTSTART: a day for whole days, else an instant (3.3.10). */
const withEnd = (rule: string, { allDay }: FeedEntry, at: (day: string) => Date): string =>
  rule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)/, (whole, year: string, month: string, day: string) =>
    allDay ? whole : `UNTIL=${utc(at(`${year}-${month}-${day}`)).replace(/[-:]/g, "")}`,
  )

/**
 * Other programs know no work calendar: they get the weekdays of the usual week, without days off
 * and with make-up days, as far as these are known.
 */
function byWorkCalendar(rule: Recurrence, entry: FeedEntry, { calendar, horizon }: Around) {
  const { timeZone } = calendar
  const first = dayIn(timeZone, entry.start)
  const last = dayIn(timeZone, horizon)
  const days = recurringDays(rule, first, [first, last], calendar)
  const end = days.at(-1) ?? first
  const worked = new Set(days)
  const usual = weekdays.filter((day) => calendar.week[day].length > 0)
  const on = (day: string) => usual.some((name) => name === weekdays[weekdayOf(day) - 1])
  const less: string[] = []
  for (let day = first; day < end; day = addDays(day, 1)) {
    if (on(day) && !worked.has(day)) less.push(day)
  }
  const more = days.filter((day) => !on(day) && isWorkingDay(calendar, day))
  const until = dayNumberOf(end) < dayNumberOf(first) ? first : end
  return {
    rrule: writeRecurrence({ every: "week", interval: 1, on: [...usual], until }),
    ...{ more, less },
  }
}
