import { describe, expect, test } from "vitest"
import { usualWeek, type WorkCalendar } from "@/lib/calendar/work-week"
import { usualCalendar } from "@/lib/calendar/working-days"
import { instantOf } from "@/lib/calendar/zones"
import { daysLate, nextReminder, stageOf } from "./reminder-times"

const zone = "Asia/Shanghai"
const calendar = usualCalendar(zone, 2026)
const figures = { daysBefore: 1, hoursBefore: 2, headAfterDays: 3, updateHour: 17 }
const at = (day: string, clock: string) => instantOf(zone, day, clock)

/** Every reminder of a task from a moment on, until so many have come. */
function all(dueAt: Date, from: Date, most: number, on: WorkCalendar = calendar): Date[] {
  const found: Date[] = []
  for (let now = from; found.length < most; ) {
    const next = nextReminder(on, figures, { dueAt, state: "doing" }, now)
    if (!next) break
    found.push(next)
    now = next
  }
  return found
}

describe("a task is reminded of", () => {
  test("a day before, two hours before, when it is due, then every working morning", () => {
    const due = at("2026-11-26", "15:00")
    expect(all(due, at("2026-11-23", "10:00"), 5)).toEqual([
      at("2026-11-25", "15:00"),
      at("2026-11-26", "11:30"),
      due,
      at("2026-11-27", "09:00"),
      at("2026-11-30", "09:00"),
    ])
  })

  test("before the weekend, when it is due on Monday morning", () => {
    const due = at("2026-11-30", "09:30")
    expect(all(due, at("2026-11-26", "10:00"), 3)).toEqual([
      at("2026-11-27", "09:30"),
      at("2026-11-27", "16:30"),
      due,
    ])
  })

  test("across a holiday: after 1 October the next morning is that of 8 October", () => {
    const due = at("2026-09-30", "18:00")
    expect(all(due, due, 2)).toEqual([at("2026-10-08", "09:00"), at("2026-10-09", "09:00")])
  })

  test("on a make-up Saturday, which is a working day", () => {
    const due = at("2026-10-09", "18:00")
    expect(all(due, due, 1)).toEqual([at("2026-10-10", "09:00")])
  })

  test("within working hours the day before, when it is due at night", () => {
    expect(all(at("2026-11-26", "23:30"), at("2026-11-24", "10:00"), 1)).toEqual([
      at("2026-11-25", "18:00"),
    ])
  })

  test("at the same time of day over a change of the clocks", () => {
    const berlin: WorkCalendar = {
      timeZone: "Europe/Berlin",
      week: usualWeek,
      overrides: new Map(),
    }
    const due = instantOf("Europe/Berlin", "2026-03-30", "10:00")
    const friday = instantOf("Europe/Berlin", "2026-03-27", "10:00")
    expect(all(due, instantOf("Europe/Berlin", "2026-03-26", "10:00"), 1, berlin)).toEqual([friday])
  })

  test("in real time by a company without working hours", () => {
    const none = { timeZone: zone, week: usualWeek, overrides: new Map() }
    const never = {
      ...none,
      week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    }
    const due = at("2026-11-26", "15:00")
    expect(all(due, due, 1, never)).toEqual([at("2026-11-27", "15:00")])
  })

  test("never again once it is done, nor without a due time", () => {
    const now = at("2026-11-25", "10:00")
    expect(nextReminder(calendar, figures, { dueAt: now, state: "done" }, now)).toBeNull()
    expect(nextReminder(calendar, figures, { dueAt: null, state: "doing" }, now)).toBeNull()
  })
})

test("reminders go forward for whatever time a task is due, and none comes before its turn", () => {
  const start = at("2026-01-05", "09:00").getTime()
  for (let step = 0; step < 400; step++) {
    const due = new Date(start + step * 7_919 * 61_000)
    const from = new Date(due.getTime() - 12 * 24 * 3_600_000)
    const times = all(due, from, 7)
    expect(times).toHaveLength(7)
    expect(times.toSorted((a, b) => a.getTime() - b.getTime())).toEqual(times)
    expect(times.filter((each) => each.getTime() === due.getTime())).toHaveLength(1)
    expect(times.filter((each) => each < due).length).toBeLessThanOrEqual(2)
    expect(new Set(times.map(Number)).size).toBe(times.length)
  }
})

test("a reminder says whether the time is near, has come, or is past, and by how many days", () => {
  const due = at("2026-11-26", "15:00")
  expect(stageOf(zone, due, at("2026-11-26", "11:30"))).toBe("soon")
  expect(stageOf(zone, due, at("2026-11-26", "15:01"))).toBe("due")
  expect(stageOf(zone, due, at("2026-11-27", "09:00"))).toBe("overdue")
  expect(daysLate(zone, due, at("2026-11-27", "00:30"))).toBe(1)
  expect(daysLate(zone, due, at("2026-11-26", "23:30"))).toBe(0)
})
