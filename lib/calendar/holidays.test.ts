import { expect, test } from "vitest"
import { holidaysOf, isKnownYear, knownYears } from "@/lib/calendar/holidays"

test("National Day 2026 is seven days off, with a make-up day before and after", () => {
  const autumn = holidaysOf(2026).filter(({ day }) => day >= "2026-09-28" && day <= "2026-10-31")
  expect(autumn.map(({ kind }) => kind)).toEqual([...Array(7).fill("off"), "work"])
  expect(autumn[0]).toEqual({
    day: "2026-10-01",
    kind: "off",
    name: { zh: "国庆节", en: "National Day" },
  })
  expect(autumn.at(-1)).toEqual({
    day: "2026-10-10",
    kind: "work",
    name: { zh: "调休上班", en: "Make-up workday" },
  })
})

test("every holiday of every known year has a name in both languages", () => {
  for (const { name } of knownYears().flatMap(holidaysOf)) {
    expect(name.zh).toMatch(/^[\u4e00-\u9fff]+$/)
    expect(name.en).toMatch(/^[\w' -]+$/)
  }
})

test("a year whose arrangement isn't published has weekends only", () => {
  expect(isKnownYear(2026)).toBe(true)
  expect(isKnownYear(2099)).toBe(false)
  expect(holidaysOf(2099)).toEqual([])
})
