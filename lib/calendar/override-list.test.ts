import { expect, test } from "vitest"
import { parseOverrides } from "@/lib/calendar/override-list"

test("a list of days off and make-up days is read in Chinese or English", () => {
  const list =
    "日期,类型,名称\n2027-01-01,休,元旦\n2027年1月3日,班,调休上班\n2027/1/9,work,Stocktaking"
  expect(parseOverrides(list)).toEqual({
    overrides: [
      { day: "2027-01-01", kind: "off", name: { zh: "元旦", en: "元旦" } },
      { day: "2027-01-03", kind: "work", name: { zh: "调休上班", en: "调休上班" } },
      { day: "2027-01-09", kind: "work", name: { zh: "Stocktaking", en: "Stocktaking" } },
    ],
    errors: [],
  })
})

test("a fourth column gives the English name, and headers aren't needed", () => {
  const { overrides } = parseOverrides("2027-05-01;休;劳动节;Labour Day\n")
  expect(overrides[0]?.name).toEqual({ zh: "劳动节", en: "Labour Day" })
})

test("every error is told with its row and column, all in one go", () => {
  const { overrides, errors } = parseOverrides(
    "day,kind,name\n2027-02-30,休,x\n2027-01-01,holiday,\n\n2027-01-02,off,a\n2027-01-02,off,b",
  )
  expect(overrides).toHaveLength(1)
  expect(errors).toEqual([
    { row: 2, column: "day", code: "no_such_day", value: "2027-02-30" },
    { row: 3, column: "kind", code: "unknown_kind", value: "holiday" },
    { row: 3, column: "name", code: "missing_name", value: "" },
    { row: 6, column: "day", code: "day_twice", value: "2027-01-02" },
  ])
})

test("a quotation mark that never closes is an error, not an exception", () => {
  expect(parseOverrides('2027-01-01,休,"元旦').errors[0]?.code).toBe("broken_quotes")
})
