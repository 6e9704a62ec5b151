import { getVtimezoneComponent } from "@touch4it/ical-timezones"
import ICAL from "ical.js"
import { clockIn, instantOf } from "@/lib/calendar/zones"
import type { FeedEntry } from "@/lib/platform/calendar-source"
import { type Around, type Property, timesIn, utc } from "./feed-property"
import { recurring } from "./feed-recurrence"

type Component = [string, Property[], Component[]]

/** A return alone would end the line, and begin a property of whoever wrote it. */
const plain = (name: string, value: string): Property => {
  const lines = value.replace(/\r\n?/g, "\n")
  return [name, {}, "text", lines]
}

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
  const moved = (entry.moved ?? []).map(({ day, start, end, ...said }): Component => {
    const { timeZone } = around.calendar
    const usual = instantOf(timeZone, day, clockIn(timeZone, entry.start))
    const times = [time("recurrence-id", usual), time("dtstart", start), time("dtend", end)]
    const own = { ...entry, ...said }
    return ["vevent", [...described(own, around), ...times], alarmsOf(own)]
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
