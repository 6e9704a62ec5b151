import { expect, test } from "vitest"
import { offersAt, type VagueHelp } from "@/components/ui/vague-offers"
import { comingDays } from "@/lib/calendar/coming-days"
import { usualWeek } from "@/lib/calendar/work-week"
import { usualCalendar } from "@/lib/calendar/working-days"
import { usualWording } from "@/lib/platform/vague"
import { writing } from "@/lib/platform/writing-words"

const shanghai = (local: string) => new Date(`${local}:00+08:00`)
const clock = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
const calendar = usualCalendar("Asia/Shanghai", 2026)

const helpAt = (local: string): VagueHelp => ({
  wording: usualWording,
  timeZone: "Asia/Shanghai",
  days: comingDays(calendar, shanghai(local), 6).map(({ day, noon, end }) => ({
    day,
    date: day.slice(5),
    noon: { at: noon.getTime(), clock: clock(noon) },
    end: { at: end.getTime(), clock: clock(end) },
  })),
  words: writing.zh,
})
const offers = (opened: string, now = opened) =>
  offersAt(shanghai(now), helpAt(opened)).map(({ text }) => text)

test("on a working day: the end of today's work, or noon tomorrow", () => {
  expect(offers("2026-11-24T10:18")).toEqual(["今天 18:00 前", "明天 12:00 前"])
})

test("after work, on a Friday evening and at the weekend: the next working day", () => {
  expect(offers("2026-11-24T19:00")).toEqual(["明天 12:00 前", "明天 18:00 前"])
  expect(offers("2026-11-27T18:00")).toEqual(["11-30 12:00 前", "11-30 18:00 前"])
  expect(offers("2026-11-29T09:00")).toEqual(["明天 12:00 前", "明天 18:00 前"])
})

test("holidays are no working days, make-up days are", () => {
  expect(offers("2026-09-30T20:00")).toEqual(["10-08 12:00 前", "10-08 18:00 前"])
  expect(offers("2026-10-09T20:00")).toEqual(["明天 12:00 前", "明天 18:00 前"])
})

test("a page that stays open offers what lies ahead by then, and nothing once it knows no more", () => {
  expect(offers("2026-11-24T10:18", "2026-11-24T18:30")).toEqual(["明天 12:00 前", "明天 18:00 前"])
  expect(offers("2026-11-24T10:18", "2026-11-26T09:00")).toEqual(["今天 18:00 前", "明天 12:00 前"])
  expect(offers("2026-11-24T10:18", "2026-12-24T09:00")).toEqual([])
})

test("a calendar without working hours offers nothing", () => {
  const week = { ...usualWeek, mon: [], tue: [], wed: [], thu: [], fri: [] }
  expect(comingDays({ ...calendar, week }, shanghai("2026-11-24T10:00"), 6)).toEqual([])
})

test("where room is short, a day is said once", () => {
  const briefly = (now: string) => offersAt(shanghai(now), helpAt(now)).map(({ brief }) => brief)
  expect(briefly("2026-11-29T09:00")).toEqual(["明天 12:00 前", "18:00 前"])
  expect(briefly("2026-11-24T10:18")).toEqual(["今天 18:00 前", "明天 12:00 前"])
})
