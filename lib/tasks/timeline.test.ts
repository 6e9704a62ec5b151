import { expect, test } from "vitest"
import { usualCalendar } from "@/lib/calendar/working-days"
import { instantOf } from "@/lib/calendar/zones"
import { scaleOf } from "./timeline"
import { barOf } from "./timeline-bar"

const zone = "Asia/Shanghai"
const at = (day: string, clock: string) => instantOf(zone, day, clock)
const now = at("2026-11-24", "12:00")
const scale = scaleOf(usualCalendar(zone, 2026), "month", undefined, now)
const task = {
  startAt: at("2026-11-18", "00:00"),
  createdAt: at("2026-11-10", "00:00"),
  dueAt: at("2026-11-20", "00:00"),
  doneAt: null,
  overdue: true,
}

test("a timeline begins on the Monday before this week, with days off and today marked", () => {
  expect(scale.days[0]?.day).toBe("2026-11-16")
  expect(scale.days).toHaveLength(35)
  expect(scale.days.filter(({ today }) => today).map(({ day }) => day)).toEqual(["2026-11-24"])
  expect(scale.days.slice(0, 7).map(({ working }) => working)).toEqual([
    ...Array(5).fill(true),
    false,
    false,
  ])
})

test("a task lies from its start to its due time, and is late up to now", () => {
  expect(barOf(scale, task, now)).toEqual({ left: 66, width: 66, late: 4.5 * 33 })
  expect(barOf(scale, { ...task, overdue: false }, now)).toMatchObject({ late: 0 })
})

test("what was begun before is cut at the edge, what lies outside isn't drawn", () => {
  const before = { ...task, startAt: null, overdue: false }
  expect(barOf(scale, before, now)).toMatchObject({ left: 0, width: 4 * 33 })
  const past = { ...before, dueAt: at("2026-11-12", "00:00") }
  expect(barOf(scale, past, now)).toBeNull()
  expect(barOf(scale, { ...past, overdue: true }, now)).toMatchObject({ left: 0 })
  expect(barOf(scale, { ...before, dueAt: null }, now)).toBeNull()
  const later = { ...before, startAt: at("2027-03-01", "00:00"), dueAt: at("2027-03-05", "00:00") }
  expect(barOf(scale, later, now)).toBeNull()
})
