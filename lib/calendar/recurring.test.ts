import fc from "fast-check"
import { createTranslator } from "next-intl"
import { expect, test } from "vitest"
import { words } from "@/lib/words"
import { type Recurrence, readRecurrence, recurrence, writeRecurrence } from "./recurrence"
import { recurrenceInWords } from "./recurrence-words"
import { alignedStart, nextOccurrence, occurrencesBetween } from "./recurring"
import { isWorkingDay } from "./work-time"
import { type WorkCalendar, weekdays } from "./work-week"
import { usualCalendar } from "./working-days"
import { addDays, clockIn, dayIn, dayNumberOf, instantOf, weekdayOf } from "./zones"

const zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"]
const calendars = new Map(zones.map((zone) => [zone, usualCalendar(zone, 2026)]))
const office = usualCalendar("Asia/Shanghai", 2026)
const at = (day: string, clock: string, calendar = office) =>
  instantOf(calendar.timeZone, day, clock)
const rule = (text: string): Recurrence => {
  const read = readRecurrence(text)
  if (!read) throw new Error(text)
  return read
}
function shown(text: string, start: Date, [from, until]: [string, string], calendar = office) {
  const span = [at(from, "00:00", calendar), at(until, "24:00", calendar)] as const
  return occurrencesBetween({ rule: rule(text), start }, ...span, calendar).map(
    (each) => `${dayIn(calendar.timeZone, each)} ${clockIn(calendar.timeZone, each)}`,
  )
}

const anyDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2026-01-01", days))
const anyRule = fc
  .record({
    interval: fc.integer({ min: 1, max: 5 }),
    shape: fc.oneof(
      fc.constantFrom({ every: "day" }, { every: "workday" }, { every: "year" }),
      fc.subarray([...weekdays]).map((on) => ({ every: "week", on })),
      fc.constantFrom(-1, 1, 15, 29, 31).map((day) => ({ every: "month", on: { day } })),
      fc
        .tuple(fc.constantFrom(1, 2, 4, 5, -1), fc.constantFrom(...weekdays))
        .map(([nth, weekday]) => ({ every: "month", on: { nth, weekday } })),
    ),
    end: fc.oneof(
      fc.constant({}),
      fc.integer({ min: 1, max: 30 }).map((count) => ({ count })),
      anyDay.map((until) => ({ until })),
    ),
  })
  .map(({ interval, shape, end }) => recurrence.parse({ interval, ...shape, ...end }))
const anyCalendar = fc.constantFrom(...calendars.values())
const anyClock = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16))

test("every rule is read as it was written", () => {
  fc.assert(
    fc.property(anyRule, (each) => {
      expect(rule(writeRecurrence(each))).toEqual(each)
    }),
  )
})

test("a rule with a part that isn't understood isn't half followed", () => {
  const strange = [
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
    "FREQ=HOURLY",
    "FREQ=DAILY;COUNT=2;UNTIL=20261201",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=DAILY;UNTIL=20260230",
    "",
  ]
  expect(strange.filter(readRecurrence)).toEqual([])
})

test("what comes next is the first of what comes at all, in order, at the same time of the clock", () => {
  fc.assert(
    fc.property(
      anyRule,
      anyDay,
      anyClock,
      anyDay,
      anyCalendar,
      (each, first, clock, day, office) => {
        const start = at(first, clock, office)
        const from = at(day, "12:00", office)
        const found = occurrencesBetween(
          { rule: each, start },
          from,
          at(addDays(day, 800), "00:00", office),
          office,
        )
        const later = found.filter((it) => it > from)
        const next = nextOccurrence({ rule: each, start }, from, office)
        if (later.length > 0 || (next && next < at(addDays(day, 799), "00:00", office)))
          expect(next).toEqual(later[0])
        expect(found.toSorted((a, b) => +a - +b)).toEqual(found)
        expect(new Set(found.map((it) => dayIn(office.timeZone, it))).size).toBe(found.length)
        for (const one of found) {
          expect(one >= start).toBe(true)
          if (each.until) expect(dayIn(office.timeZone, one) <= each.until).toBe(true)
          const shownAs = clockIn(office.timeZone, one)
          const meant = clockIn(office.timeZone, start)
          if (shownAs !== meant)
            expect(one).toEqual(instantOf(office.timeZone, dayIn(office.timeZone, one), meant))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test("days are those of the rule, whatever the stretch that is looked at", () => {
  fc.assert(
    fc.property(anyRule, anyDay, anyDay, anyCalendar, (each, first, cut, calendar) => {
      const recurring = { rule: each, start: at(first, "09:00", calendar) }
      const [from, middle, end] = [first, cut, "2027-12-31"].map((day) =>
        at(day, "00:00", calendar),
      )
      if (!from || !middle || !end || middle < from) return
      const whole = occurrencesBetween(recurring, from, end, calendar)
      const parts = [
        ...occurrencesBetween(recurring, from, middle, calendar),
        ...occurrencesBetween(recurring, middle, end, calendar),
      ]
      expect(parts).toEqual(whole)
      if (each.count) expect(whole.length).toBeLessThanOrEqual(each.count)
      for (const one of whole)
        expect(fits(each, dayIn(calendar.timeZone, one), first, calendar)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

/** The rule said once more, day by day. */
function fits(each: Recurrence, day: string, first: string, calendar: WorkCalendar): boolean {
  const days = dayNumberOf(day) - dayNumberOf(first)
  if (each.every === "month") return fitsMonth(each, day, first)
  if (each.every === "week") {
    const monday = (text: string) => dayNumberOf(text) - weekdayOf(text)
    const on = each.on.length > 0 ? each.on.map((it) => weekdays.indexOf(it) + 1) : undefined
    const weeks = (monday(day) - monday(first)) / 7
    return weeks % each.interval === 0 && (on ?? [weekdayOf(first)]).includes(weekdayOf(day))
  }
  if (each.every === "day") return days % each.interval === 0
  return each.every === "workday" ? isWorkingDay(calendar, day) : day.slice(5) === first.slice(5)
}

type Monthly = Extract<Recurrence, { every: "month" }>

function fitsMonth({ interval, on }: Monthly, day: string, first: string): boolean {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  if ((months(day) - months(first)) % interval !== 0) return false
  const next = (ahead: number) => addDays(day, ahead).slice(0, 7) !== day.slice(0, 7)
  if ("day" in on) return on.day === -1 ? next(1) : Number(day.slice(8)) === on.day
  if (weekdays[weekdayOf(day) - 1] !== on.weekday) return false
  return on.nth === -1 ? next(7) : Math.ceil(Number(day.slice(8)) / 7) === on.nth
}

test("working days leave out National Day and take in its make-up Saturday", () => {
  const found = shown("FREQ=WORKDAYS", at("2026-09-28", "09:30"), ["2026-09-29", "2026-10-12"])
  expect(found).toEqual(
    ["09-29", "09-30", "10-08", "10-09", "10-10", "10-12"].map((day) => `2026-${day} 09:30`),
  )
  const counted = "FREQ=WORKDAYS;INTERVAL=2;COUNT=3"
  expect(shown(counted, at("2026-09-29", "09:30"), ["2026-09-01", "2026-12-31"])).toEqual(
    ["09-29", "10-08", "10-10"].map((day) => `2026-${day} 09:30`),
  )
})

test("a company that never works has no working days, and the search for one ends", () => {
  const free = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const never: WorkCalendar = { timeZone: "UTC", week: free, overrides: new Map() }
  const recurring = { rule: rule("FREQ=WORKDAYS"), start: at("2026-11-02", "09:00", never) }
  expect(nextOccurrence(recurring, recurring.start, never)).toBeUndefined()
})

test("a month without a 31st is left out; the last day and the last Friday are in every month", () => {
  const year: [string, string] = ["2026-01-01", "2026-06-30"]
  const start = at("2026-01-01", "10:00")
  const days = (text: string) => shown(text, start, year).map((each) => each.slice(5, 10))
  expect(days("FREQ=MONTHLY;BYMONTHDAY=31")).toEqual(["01-31", "03-31", "05-31"])
  expect(days("FREQ=MONTHLY;BYMONTHDAY=-1").slice(0, 2)).toEqual(["01-31", "02-28"])
  expect(days("FREQ=MONTHLY;BYDAY=-1FR").slice(0, 2)).toEqual(["01-30", "02-27"])
})

test("nine in the morning stays nine in New York; a time skipped in spring is an hour later once", () => {
  const york = usualCalendar("America/New_York", 2026)
  const week: [string, string] = ["2026-03-07", "2026-03-09"]
  const nine = shown("FREQ=DAILY", at("2026-03-01", "09:00", york), week, york)
  expect(nine.map((each) => each.slice(11))).toEqual(["09:00", "09:00", "09:00"])
  const night = shown("FREQ=DAILY", at("2026-03-01", "02:30", york), week, york)
  expect(night.map((each) => each.slice(11))).toEqual(["02:30", "03:30", "02:30"])
})

test("what starts beside its rule starts on the rule's first day", () => {
  const tuesday = { rule: rule("FREQ=WEEKLY;BYDAY=MO,WE"), start: at("2026-11-24", "15:00") }
  expect(alignedStart(tuesday, office)).toEqual(at("2026-11-25", "15:00"))
  const over = { rule: rule("FREQ=DAILY;UNTIL=20261120"), start: at("2026-11-24", "15:00") }
  expect(alignedStart(over, office)).toBeUndefined()
})

test("a rule is said in the reader's words", () => {
  const zh = createTranslator({
    locale: "zh",
    messages: words.zh,
    namespace: "calendar.recurrence",
  })
  const en = createTranslator({
    locale: "en",
    messages: words.en,
    namespace: "calendar.recurrence",
  })
  const said = (text: string) => [zh, en].map((t) => recurrenceInWords(rule(text), t, (day) => day))
  expect(said("FREQ=WEEKLY;BYDAY=MO,WE")).toEqual([
    "每周一、周三",
    "every week on Monday, Wednesday",
  ])
  expect(said("FREQ=WORKDAYS;COUNT=5")).toEqual([
    "每个工作日，共 5 次",
    "every working day, 5 times",
  ])
  expect(said("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR")).toEqual([
    "每 2 个月的最后一个周五",
    "on the last Friday of every 2 months",
  ])
  expect(said("FREQ=MONTHLY;BYDAY=3MO")).toEqual([
    "每月第 3 个周一",
    "on the third Monday of every month",
  ])
  expect(said("FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270105")).toEqual([
    "每月 15 日，到 2027-01-05 为止",
    "on day 15 of every month, until 2027-01-05",
  ])
})
