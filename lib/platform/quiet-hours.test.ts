import { expect, test } from "vitest"
import { afterQuiet } from "./quiet-hours"

const shanghai = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`)
const night = (at: Date) => afterQuiet("Asia/Shanghai", at, 20 * 60, 8 * 60)

test("in the evening and at night what isn't urgent waits for the morning", () => {
  expect(night(shanghai("20:00"))).toEqual(new Date("2026-11-24T08:00:00+08:00"))
  expect(night(shanghai("23:59"))).toEqual(new Date("2026-11-24T08:00:00+08:00"))
  expect(night(shanghai("00:30"))).toEqual(shanghai("08:00"))
})

test("outside quiet hours, and for whoever has none, nothing waits", () => {
  for (const clock of ["08:00", "12:00", "19:59"])
    expect(night(shanghai(clock))).toEqual(shanghai(clock))
  expect(afterQuiet("Asia/Shanghai", shanghai("23:00"), null, null)).toEqual(shanghai("23:00"))
})

test("a quiet lunch ends at its own end", () => {
  expect(afterQuiet("Asia/Shanghai", shanghai("12:10"), 12 * 60, 13 * 60)).toEqual(
    shanghai("13:00"),
  )
})
