import fc from "fast-check"
import { expect, test } from "vitest"
import { holidaysOf } from "@/lib/calendar/holidays"
import {
  addWorkingTime,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  startOfWorkingDay,
  workingTimeBetween,
} from "@/lib/calendar/work-time"
import {
  type DayOverride,
  usualWeek,
  type WorkCalendar,
  type WorkWeek,
} from "@/lib/calendar/work-week"
import { instantOf } from "@/lib/calendar/zones"

const listed = (days: readonly DayOverride[]) => new Map(days.map((each) => [each.day, each]))
const china = (week: WorkWeek = usualWeek): WorkCalendar => ({
  timeZone: "Asia/Shanghai",
  week,
  overrides: listed(holidaysOf(2026)),
})
const office = china()
const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const free: WorkWeek = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

test("two working hours asked at 11:00 are over at 14:30, for lunch doesn't count", () => {
  expect(addWorkingTime(office, at("2026-11-23", "11:00"), 120)).toEqual(at("2026-11-23", "14:30"))
})

test("asked on a Friday evening, the clock starts on Monday morning", () => {
  expect(addWorkingTime(office, at("2026-11-20", "19:30"), 120)).toEqual(at("2026-11-23", "11:00"))
})

test("National Day stops the clock and a make-up Saturday runs it", () => {
  expect(addWorkingTime(office, at("2026-09-30", "17:00"), 120)).toEqual(at("2026-10-08", "10:00"))
  expect(isWorkingDay(office, "2026-10-01")).toBe(false)
  expect(isWorkingDay(office, "2026-10-10")).toBe(true)
  expect(nextWorkingDay(office, "2026-10-09")).toBe("2026-10-10")
  expect(nextWorkingDay(office, "2026-09-30")).toBe("2026-10-08")
  expect(endOfWorkingDay(office, "2026-10-10")).toEqual(at("2026-10-10", "18:00"))
})

test("time asked in the lunch break begins after it, and a span may end with the period", () => {
  expect(addWorkingTime(office, at("2026-11-23", "12:40"), 30)).toEqual(at("2026-11-23", "14:00"))
  expect(addWorkingTime(office, at("2026-11-23", "11:00"), 60)).toEqual(at("2026-11-23", "12:00"))
  expect(workingTimeBetween(office, at("2026-11-23", "12:05"), at("2026-11-23", "13:25"))).toBe(0)
})

test("no time at all changes nothing, also at night", () => {
  const night = at("2026-11-23", "03:00")
  expect(addWorkingTime(office, night, 0)).toEqual(night)
  expect(workingTimeBetween(office, night, night)).toBe(0)
})

test("work may end at midnight and go on at midnight", () => {
  const late = china({ ...usualWeek, mon: [["20:00", "24:00"]], tue: [["00:00", "02:00"]] })
  expect(addWorkingTime(late, at("2026-11-23", "23:00"), 90)).toEqual(at("2026-11-24", "00:30"))
  expect(endOfWorkingDay(late, "2026-11-23")).toEqual(at("2026-11-24", "00:00"))
})

test("a make-up day may have hours of its own", () => {
  const short: DayOverride = {
    day: "2026-11-28",
    kind: "work",
    periods: [["10:00", "12:00"]],
    name: { zh: "盘点", en: "Stocktaking" },
  }
  const calendar = { ...office, overrides: listed([short]) }
  expect(startOfWorkingDay(calendar, "2026-11-28")).toEqual(at("2026-11-28", "10:00"))
  expect(endOfWorkingDay(calendar, "2026-11-28")).toEqual(at("2026-11-28", "12:00"))
  expect(endOfWorkingDay(calendar, "2026-11-29")).toBeUndefined()
})

test("counting back finds when an answer was due to be reminded", () => {
  expect(addWorkingTime(office, at("2026-11-23", "09:30"), -60)).toEqual(at("2026-11-20", "17:30"))
  expect(workingTimeBetween(office, at("2026-11-23", "10:00"), at("2026-11-20", "17:30"))).toBe(-90)
})

test("an hour that the clock skips in spring is not worked", () => {
  const night: WorkCalendar = {
    timeZone: "Europe/Berlin",
    week: { ...free, sun: [["01:00", "05:00"]] },
    overrides: new Map(),
  }
  const hours = (day: string) =>
    workingTimeBetween(
      night,
      instantOf("Europe/Berlin", day, "00:00"),
      instantOf("Europe/Berlin", day, "24:00"),
    ) / 60
  expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-05-03")]).toEqual([3, 5, 4])
})

test("a calendar without working hours is refused instead of searched for ever", () => {
  const never = china(free)
  expect(() => addWorkingTime(never, at("2027-01-01", "09:00"), 1)).toThrow(/no working hours/)
  expect(() => nextWorkingDay(never, "2027-01-01")).toThrow(RangeError)
  expect(workingTimeBetween(never, at("2027-01-01", "09:00"), at("2027-02-01", "09:00"))).toBe(0)
  expect(() => addWorkingTime(office, at("2026-01-01", "09:00"), 1e9)).toThrow(RangeError)
  expect(() => addWorkingTime(office, at("2026-01-01", "09:00"), Number.NaN)).toThrow(RangeError)
})

test("hours that overlap or run backwards are refused", () => {
  const overlapping = china({
    ...usualWeek,
    mon: [
      ["09:00", "12:00"],
      ["11:00", "13:00"],
    ],
  })
  const backwards = china({ ...usualWeek, mon: [["18:00", "09:00"]] })
  expect(() => isWorkingDay(overlapping, "2026-11-23")).toThrow(RangeError)
  expect(() => isWorkingDay(backwards, "2026-11-23")).toThrow(RangeError)
})

const instants = fc.date({
  min: new Date("2025-12-01"),
  max: new Date("2027-02-01"),
  noInvalidDate: true,
})
const minutes = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 600 }))

for (const timeZone of ["Asia/Shanghai", "America/New_York", "Europe/Berlin"]) {
  const nights: WorkWeek = {
    ...usualWeek,
    fri: [
      ["00:30", "03:15"],
      ["09:00", "24:00"],
    ],
    sun: [["01:30", "04:00"]],
  }
  const calendar: WorkCalendar = { ...office, timeZone, week: nights }

  test(`working time adds up in ${timeZone}`, () => {
    fc.assert(
      fc.property(instants, minutes, minutes, (from, one, two) => {
        const inTwoSteps = addWorkingTime(calendar, addWorkingTime(calendar, from, one), two)
        expect(inTwoSteps).toEqual(addWorkingTime(calendar, from, one + two))
      }),
    )
  })

  test(`what was added is what lies between, in ${timeZone}`, () => {
    fc.assert(
      fc.property(instants, minutes, (from, some) => {
        expect(workingTimeBetween(calendar, from, addWorkingTime(calendar, from, some))).toBe(some)
        expect(workingTimeBetween(calendar, from, addWorkingTime(calendar, from, -some))).toBe(
          0 - some,
        )
      }),
    )
  })

  test(`who asks later is never due earlier, in ${timeZone}`, () => {
    fc.assert(
      fc.property(instants, instants, minutes, (a, b, some) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const due = addWorkingTime(calendar, early, some).getTime()
        expect(due).toBeLessThanOrEqual(addWorkingTime(calendar, late, some).getTime())
        expect(workingTimeBetween(calendar, early, late)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
}

test("ten thousand due times are found within a second", () => {
  const begun = performance.now()
  for (let i = 0; i < 10_000; i += 1) {
    addWorkingTime(office, new Date(Date.UTC(2026, 0, 1) + i * 3_000_000), 120 + (i % 900))
  }
  expect(performance.now() - begun).toBeLessThan(1000)
})
