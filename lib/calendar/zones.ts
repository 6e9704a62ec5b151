const DAY = 86_400_000
const REMEMBERED = 50_000

/** A zone's clock, with what has been asked of it before: Intl is too slow to ask every time. */
type Zone = { clock: Intl.DateTimeFormat; offsets: Map<number, number> }

const zones = new Map<string, Zone>()

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  })
  const zone = { clock, offsets: new Map<number, number>() }
  zones.set(timeZone, zone)
  return zone
}

function askClock(zone: Zone, at: number): number {
  const whole = Math.floor(at / 1000) * 1000
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of zone.clock.formatToParts(whole)) {
    if (type in shown) Object.assign(shown, { [type]: Number(value) })
  }
  const { year, month, day, hour, minute, second } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole
}

function offsetAtMidnight(zone: Zone, dayNumber: number): number {
  const known = zone.offsets.get(dayNumber)
  if (known !== undefined) return known
  if (zone.offsets.size >= REMEMBERED) zone.offsets.clear()
  const offset = askClock(zone, dayNumber * DAY)
  zone.offsets.set(dayNumber, offset)
  return offset
}

// Clocks change at most once in a day, so equal offsets on both sides hold in between.
function offsetAt(zone: Zone, at: number): number {
  const dayNumber = Math.floor(at / DAY)
  const before = offsetAtMidnight(zone, dayNumber)
  return before === offsetAtMidnight(zone, dayNumber + 1) ? before : askClock(zone, at)
}

/**
 * The number of days from 1970-01-01 to a day.
 * @param day "YYYY-MM-DD"
 * @throws RangeError if there is no such day (2026-02-30)
 */
export function dayNumberOf(day: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN
  // A month that is too short for the day is read as the next one.
  if (Number.isNaN(at) || new Date(at).getUTCDate() !== Number(day.slice(8))) {
    throw new RangeError(`There is no day "${day}"`)
  }
  return at / DAY
}

/**
 * The day so many days after 1970-01-01, as "YYYY-MM-DD".
 * @throws RangeError beyond the years 0000–9999 that this spelling can hold
 */
export function dayOfNumber(dayNumber: number): string {
  const day = new Date(dayNumber * DAY).toISOString()
  if (day.length !== 24) throw new RangeError(`Day ${dayNumber} lies beyond the year 9999`)
  return day.slice(0, 10)
}

/** The day so many days later (earlier when negative), as "YYYY-MM-DD". */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumberOf(day) + days)
}

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export function weekdayOf(day: string): number {
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7) + 1
}

/**
 * The calendar day that a clock in the zone shows at an instant.
 * @param timeZone IANA name ("Asia/Shanghai")
 * @throws RangeError for an unknown zone or an invalid instant
 */
export const dayIn = (timeZone: string, instant: Date): string =>
  dayOfNumber(dayNumberIn(timeZone, instant))

/** The same as the number of days since 1970-01-01. */
export function dayNumberIn(timeZone: string, instant: Date): number {
  const at = instant.getTime()
  if (Number.isNaN(at)) throw new RangeError("Not a valid instant")
  return Math.floor((at + offsetAt(zoneOf(timeZone), at)) / DAY)
}

/** What the zone's clock shows at an instant, as "HH:MM". */
export function clockIn(timeZone: string, instant: Date): string {
  const at = instant.getTime()
  const minutes = Math.floor((((at + offsetAt(zoneOf(timeZone), at)) % DAY) + DAY) / 60_000) % 1440
  const two = (number: number) => String(number).padStart(2, "0")
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/**
 * The minutes after midnight that "HH:MM" means.
 * @param clock "00:00" to "24:00"
 * @throws RangeError for anything else
 */
export function minutesOf(clock: string): number {
  const minutes = /^\d\d:[0-5]\d$/.test(clock)
    ? Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
    : Number.NaN
  if (!(minutes <= 1440)) throw new RangeError(`"${clock}" is not a time between 00:00 and 24:00`)
  return minutes
}

/**
 * The instant at which a clock in the zone shows a time. A time that the clock skips in spring is
 * moved on by the hour skipped; of a time that it shows twice in autumn, the first is meant
 * (RFC 5545, 3.3.5).
 * @param timeZone IANA name
 * @param day "YYYY-MM-DD"
 * @param clock "HH:MM", up to "24:00" for the end of the day
 * @throws RangeError for an unknown zone, day or time
 */
export function instantOf(timeZone: string, day: string, clock: string): Date {
  const zone = zoneOf(timeZone)
  const dayNumber = dayNumberOf(day)
  const shown = dayNumber * DAY + minutesOf(clock) * 60_000
  const before = offsetAtMidnight(zone, dayNumber - 1)
  const after = offsetAtMidnight(zone, dayNumber + 2)
  if (before === after || offsetAt(zone, shown - before) === before) return new Date(shown - before)
  if (offsetAt(zone, shown - after) === after) return new Date(shown - after)
  return new Date(shown - before)
}
