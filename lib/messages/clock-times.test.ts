import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addWorkingTime, workingTimeBetween } from "@/lib/calendar/work-time"
import { usualWeek, type WorkCalendar } from "@/lib/calendar/work-week"
import { usualCalendar } from "@/lib/calendar/working-days"
import { instantOf } from "@/lib/calendar/zones"
import { asLeft, leftAt, running } from "./clock-left"
import { clockTimes, nextReminder } from "./clock-times"

const china = usualCalendar("Asia/Shanghai", 2026)
const newYork: WorkCalendar = {
  timeZone: "America/New_York",
  week: usualWeek,
  overrides: new Map(),
}
const promised = { ordinary: 120, urgent: 15 }
const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const there = (day: string, clock: string) => instantOf("America/New_York", day, clock)
const ordinary = (calendar: WorkCalendar, said: Date) =>
  clockTimes(calendar, { urgency: "ordinary", at: said }, promised)

describe("an ordinary answer is owed within working time", () => {
  test("what is asked on Friday at half past five is due on Monday at half past ten", () => {
    expect(ordinary(china, at("2026-11-20", "17:30"))).toEqual({
      remindAt: at("2026-11-23", "09:30"),
      dueAt: at("2026-11-23", "10:30"),
    })
  })

  test("what is asked on a Sunday waits for Monday morning", () => {
    expect(ordinary(china, at("2026-11-22", "20:00")).dueAt).toEqual(at("2026-11-23", "11:00"))
  })

  test("a public holiday stops the clock, a make-up day runs it", () => {
    expect(ordinary(china, at("2026-09-30", "17:00"))).toEqual({
      remindAt: at("2026-09-30", "18:00"),
      dueAt: at("2026-10-08", "10:00"),
    })
    // The Saturday after the National Day holiday is worked.
    expect(ordinary(china, at("2026-10-09", "17:30")).dueAt).toEqual(at("2026-10-10", "10:30"))
  })

  test("when clocks change over a weekend, the hours of work stay the same", () => {
    expect(ordinary(newYork, there("2026-03-06", "17:30")).dueAt).toEqual(
      there("2026-03-09", "10:30"),
    )
    expect(ordinary(newYork, there("2026-10-30", "17:30")).dueAt).toEqual(
      there("2026-11-02", "10:30"),
    )
  })

  test("a calendar without any hours counts real time, so that nothing said is lost", () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const never = { ...china, week: none, overrides: new Map() }
    expect(ordinary(never, at("2026-11-23", "10:00")).dueAt).toEqual(at("2026-11-23", "12:00"))
  })
})

test("an urgent answer is owed within real time, through the night in which clocks change", () => {
  const said = there("2026-03-08", "01:55")
  const times = clockTimes(newYork, { urgency: "urgent", at: said }, promised)
  expect(times).toEqual({
    remindAt: there("2026-03-08", "03:00"),
    dueAt: there("2026-03-08", "03:10"),
  })
})

const moments = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2026-12-20T00:00:00Z"),
  noInvalidDate: true,
})
const calendars = fc.constantFrom(china, newYork)

describe("whenever it is said", () => {
  test("exactly the working time promised passes until it is due, half until the reminder", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 1, max: 2_400 }),
        (calendar, said, minutes) => {
          const message = { urgency: "ordinary" as const, at: said }
          const { dueAt, remindAt } = clockTimes(calendar, message, {
            ordinary: minutes,
            urgent: 15,
          })
          expect(workingTimeBetween(calendar, said, dueAt)).toBeCloseTo(minutes, 4)
          expect(workingTimeBetween(calendar, said, remindAt)).toBeCloseTo(minutes / 2, 4)
          expect(said < remindAt && remindAt < dueAt).toBe(true)
          // It is due while people work: never at night.
          expect(
            workingTimeBetween(calendar, new Date(dueAt.getTime() - 1), dueAt),
          ).toBeGreaterThan(0)
        },
      ),
    )
  })

  test("an urgent one is due after its minutes, and reminded of before", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 1, max: 1_440 }),
        (calendar, said, urgent) => {
          const message = { urgency: "urgent" as const, at: said }
          const { dueAt, remindAt } = clockTimes(calendar, message, { ordinary: 120, urgent })
          expect(dueAt.getTime() - said.getTime()).toBe(urgent * 60_000)
          expect(said < remindAt && remindAt < dueAt).toBe(true)
        },
      ),
    )
  })

  test("reminders go on by five minutes or more until half an hour past the end, however late sweeps are", () => {
    const late = fc.array(fc.integer({ min: 0, max: 40 * 60_000 }), { maxLength: 200 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 120 }), late, (said, urgent, delays) => {
        const message = { urgency: "urgent" as const, at: said }
        const { dueAt, remindAt } = clockTimes(china, message, { ordinary: 120, urgent })
        let next: Date | null = remindAt
        let rounds = 0
        for (let now = remindAt; next; rounds += 1) {
          now = new Date(next.getTime() + (delays[rounds] ?? 0))
          const after: Date | null = nextReminder({ urgency: "urgent", remindAt: next, dueAt }, now)
          if (after) {
            expect(after > now).toBe(true)
            expect(after.getTime() - next.getTime()).toBeGreaterThanOrEqual(5 * 60_000)
            expect(after.getTime() - dueAt.getTime()).toBeLessThanOrEqual(30 * 60_000)
          }
          next = after
        }
        expect(rounds).toBeLessThanOrEqual(1 + (urgent + 30) / 5)
      }),
    )
  })
})

describe("what a chip says", () => {
  test("is the working time left, as the work calendar has it", () => {
    const until = fc.integer({ min: 1, max: 2_000 })
    fc.assert(
      fc.property(calendars, moments, until, (calendar, now, minutes) => {
        const dueAt = addWorkingTime(calendar, now, minutes)
        const clock = running(calendar, { urgency: "ordinary", dueAt }, now)
        expect(leftAt(clock, now.getTime()) / 60_000).toBeCloseTo(minutes, 4)
        const later = new Date((now.getTime() + dueAt.getTime()) / 2)
        expect(leftAt(clock, later.getTime()) / 60_000).toBeCloseTo(
          workingTimeBetween(calendar, later, dueAt),
          3,
        )
      }),
    )
  })

  test("stands still at night and runs on in the morning", () => {
    const friday = at("2026-11-20", "17:30")
    const { dueAt } = ordinary(china, friday)
    const clock = running(china, { urgency: "ordinary", dueAt }, friday)
    const left = (day: string, time: string) => leftAt(clock, at(day, time).getTime()) / 60_000
    expect(left("2026-11-20", "18:00")).toBe(90)
    expect(left("2026-11-22", "12:00")).toBe(90)
    expect(left("2026-11-23", "10:00")).toBe(30)
    expect(left("2026-11-23", "10:35")).toBe(-5)
  })

  test("counts seconds in the last half hour of an urgent one, and rounds up", () => {
    expect(asLeft(11 * 60_000 + 41_500, "urgent")).toEqual({
      unit: "clock",
      minutes: 11,
      seconds: 42,
    })
    expect(asLeft(48 * 60_000, "urgent")).toEqual({ unit: "minutes", minutes: 48 })
    expect(asLeft(47.2 * 60_000, "ordinary")).toEqual({ unit: "minutes", minutes: 48 })
    expect(asLeft(95 * 60_000, "ordinary")).toEqual({ unit: "hours", hours: 1, minutes: 35 })
    expect(asLeft(-5.5 * 60_000, "urgent")).toEqual({ unit: "minutes", minutes: 5 })
    expect(asLeft(-50 * 3_600_000, "ordinary")).toEqual({ unit: "days", days: 2 })
  })
})
