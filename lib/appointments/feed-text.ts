import { getVtimezoneComponent } from "@touch4it/ical-timezones"
import ICAL from "ical.js"
import { type Recurrence, readRecurrence, writeRecurrence } from "@/lib/calendar/recurrence"
import { recurringDays } from "@/lib/calendar/recurring-days"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { type WorkCalendar, weekdays } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, dayNumberOf, instantOf, weekdayOf } from "@/lib/calendar/zones"
import type { FeedEntry } from "@/lib/platform/calendar-source"

interface Around {
  calendar: WorkCalendar
  site: string
  name: string
  /** What comes again without end by the work calendar is listed until here. */
  horizon: Date
}

/** A property as jCal has it (RFC 7265): name, parameters, type, values. */
type Property = [string, Record<string, string>, string, ...unknown[]]
type Component = [string, Property[], Component[]]

const plain = (name: string, value: string): Property => [name, {}, "text", value]
const utc = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** A calendar file (RFC 5545) with the company's time zone. */
export function feedText(entries: readonly FeedEntry[], around: Around): string {
  const { timeZone } = around.calendar
  const zone = getVtimezoneComponent(timeZone)
  const events = entries.flatMap((entry) => componentsOf(entry, around))
  const calendar: Component = [
    "vcalendar",
    [
      plain("version", "2.0"),
      plain("prodid", "-//Qibu//Calendar//ZH"),
      plain("calscale", "GREGORIAN"),
      plain("method", "PUBLISH"),
      plain("x-wr-calname", around.name),
      plain("x-wr-timezone", timeZone),
      ["refresh-interval", { value: "DURATION" }, "duration", "PT15M"],
      ["x-published-ttl", {}, "text", "PT15M"],
    ],
    events,
  ]
  const text = ICAL.stringify(calendar)
  return `${zone ? withZone(text, zone) : text}\r\n`
}

const withZone = (text: string, zone: string): string => {
  const at = text.indexOf("BEGIN:VEVENT")
  const place = at === -1 ? text.indexOf("END:VCALENDAR") : at
  const lines = `${zone.trim().replace(/\r?\n/g, "\r\n")}\r\n`
  return text.slice(0, place) + lines + text.slice(place)
}

function componentsOf(entry: FeedEntry, around: Around): Component[] {
  const time = timesIn(around.calendar.timeZone, entry.allDay ?? false)
  const main: Component = [
    "vevent",
    [
      ...described(entry, around),
      time("dtstart", entry.start),
      ...(entry.end ? [time("dtend", entry.end)] : []),
      ...recurring(entry, around),
    ],
    alarmsOf(entry),
  ]
  const moved = (entry.moved ?? []).map(({ day, start, end }): Component => {
    const { timeZone } = around.calendar
    const usual = instantOf(timeZone, day, clockIn(timeZone, entry.start))
    const times = [time("recurrence-id", usual), time("dtstart", start), time("dtend", end)]
    return ["vevent", [...described(entry, around), ...times], alarmsOf(entry)]
  })
  return [main, ...moved]
}

function described(entry: FeedEntry, { site }: Around): Property[] {
  const { uid, title, place, note, cancelled, free } = entry
  return [
    plain("uid", `${uid}@${new URL(site).hostname}`),
    ["sequence", {}, "integer", entry.sequence],
    ["dtstamp", {}, "date-time", utc(entry.changedAt)],
    ["last-modified", {}, "date-time", utc(entry.changedAt)],
    plain("summary", title),
    ...(place ? [plain("location", place)] : []),
    ...(note ? [plain("description", note)] : []),
    ["url", {}, "uri", `${site}${entry.href}`],
    plain("status", cancelled ? "CANCELLED" : "CONFIRMED"),
    plain("transp", free ? "TRANSPARENT" : "OPAQUE"),
  ]
}

/** Whole days without a time; everything else as the company's clock shows it. */
function timesIn(timeZone: string, allDay: boolean) {
  return (name: string, at: Date): Property => {
    const day = dayIn(timeZone, at)
    if (allDay) return [name, {}, "date", day]
    return [name, { tzid: timeZone }, "date-time", `${day}T${clockIn(timeZone, at)}:00`]
  }
}

const morning = 9 * 60

function alarmsOf({ alarms = [], allDay, title, cancelled }: FeedEntry): Component[] {
  if (cancelled) return []
  return alarms.map((minutes): Component => {
    const before = allDay ? minutes - morning : minutes
    const trigger = `${before > 0 ? "-" : ""}PT${Math.abs(before)}M`
    return [
      "valarm",
      [
        plain("action", "DISPLAY"),
        plain("description", title),
        ["trigger", {}, "duration", trigger],
      ],
      [],
    ]
  })
}

function recurring(entry: FeedEntry, around: Around): Property[] {
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
