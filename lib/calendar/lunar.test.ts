import { expect, test } from "vitest"
import { lunarDay } from "./lunar"

test("beside the figure stands the lunar date, its month on the first, else term or festival", () => {
  const week = ["2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24", "2026-09-25"]
  expect(week.map((day) => lunarDay(day).text)).toEqual(["十一", "十二", "秋分", "十四", "中秋节"])
  expect(lunarDay("2026-09-11")).toEqual({ text: "八月", is: "day" })
  expect(lunarDay("2026-09-10")).toEqual({ text: "教师节", is: "festival" })
  expect(lunarDay("2026-02-17")).toEqual({ text: "春节", is: "festival" })
})

test("a leap month is named as one, and has no festivals of its own", () => {
  expect(lunarDay("2025-07-25").text).toBe("闰六月")
  expect(lunarDay("2025-08-29").text).toBe("七夕")
})
