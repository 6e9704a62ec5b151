import { expect, test } from "vitest"
import { dayIn, instantOf, weekdayOf } from "@/lib/calendar/zones"

const iso = (zone: string, day: string, clock: string) => instantOf(zone, day, clock).toISOString()

test("a day begins when the company's clock says so, not the server's", () => {
  expect(dayIn("Asia/Shanghai", new Date("2026-03-01T15:59:59.999Z"))).toBe("2026-03-01")
  expect(dayIn("Asia/Shanghai", new Date("2026-03-01T16:00:00Z"))).toBe("2026-03-02")
  expect(dayIn("America/New_York", new Date("2026-03-01T04:59:59Z"))).toBe("2026-02-28")
})

test("clocks change in spring and autumn", () => {
  expect(iso("Europe/Berlin", "2026-03-28", "09:00")).toBe("2026-03-28T08:00:00.000Z")
  expect(iso("Europe/Berlin", "2026-03-29", "09:00")).toBe("2026-03-29T07:00:00.000Z")
  expect(iso("America/New_York", "2026-11-01", "09:00")).toBe("2026-11-01T14:00:00.000Z")
  expect(iso("Asia/Shanghai", "2026-11-01", "09:00")).toBe("2026-11-01T01:00:00.000Z")
})

test("a time that the clock skips is moved on; of one shown twice the first is meant", () => {
  expect(iso("Europe/Berlin", "2026-03-29", "02:30")).toBe("2026-03-29T01:30:00.000Z")
  expect(iso("Europe/Berlin", "2026-10-25", "02:30")).toBe("2026-10-25T00:30:00.000Z")
  expect(iso("America/New_York", "2026-03-08", "02:30")).toBe("2026-03-08T07:30:00.000Z")
  expect(iso("America/New_York", "2026-11-01", "01:30")).toBe("2026-11-01T05:30:00.000Z")
})

test("24:00 is the beginning of the next day", () => {
  for (const zone of ["Asia/Shanghai", "Europe/Berlin", "America/New_York"]) {
    for (const [day, next] of [
      ["2026-03-28", "2026-03-29"],
      ["2026-03-29", "2026-03-30"],
      ["2026-10-25", "2026-10-26"],
      ["2026-12-31", "2027-01-01"],
    ] as const) {
      expect(instantOf(zone, day, "24:00")).toEqual(instantOf(zone, next, "00:00"))
    }
  }
})

test("what a clock shows and what was asked for agree at every hour of a year", () => {
  for (const zone of ["Asia/Shanghai", "Europe/Berlin", "America/New_York"]) {
    const clock = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" })
    for (let hour = 0; hour < 8760; hour += 1) {
      const at = new Date(Date.UTC(2026, 0, 1, hour))
      expect(dayIn(zone, at)).toBe(clock.format(at))
    }
  }
})

test("a day or a time that doesn't exist is refused", () => {
  expect(() => instantOf("Asia/Shanghai", "2026-02-30", "09:00")).toThrow(RangeError)
  expect(() => instantOf("Asia/Shanghai", "2026-02-28", "24:01")).toThrow(RangeError)
  expect(() => instantOf("Asia/Shanghai", "2026-02-28", "9:00")).toThrow(RangeError)
  expect(() => instantOf("Asia/Qimu", "2026-02-28", "09:00")).toThrow(RangeError)
  expect(() => dayIn("Asia/Shanghai", new Date(Number.NaN))).toThrow(RangeError)
})

test("the week begins on Monday", () => {
  expect(weekdayOf("2026-11-23")).toBe(1)
  expect(weekdayOf("2026-11-22")).toBe(7)
  expect(weekdayOf("1969-12-29")).toBe(1)
})
