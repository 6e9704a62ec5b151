import { expect, test } from "vitest"
import { adviceKey, staffWords } from "@/lib/people/staff-words"

test("every error has its reason and advice in both languages, with the same blanks", () => {
  const blanks = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  for (const part of ["file", "reason", "advice"] as const) {
    const zh: Record<string, string> = staffWords.zh[part]
    const en: Record<string, string> = staffWords.en[part]
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    for (const key of Object.keys(zh)) expect(blanks(en[key] ?? "")).toEqual(blanks(zh[key] ?? ""))
  }
  const error = { row: 2, column: "hiredOn", code: "bad_date", value: "2026-02-30" } as const
  expect(adviceKey({ ...error, suggestion: "2026-02-28" })).toBe("bad_date_meant")
  expect(adviceKey({ ...error, suggestion: "" })).toBe("bad_date")
})
