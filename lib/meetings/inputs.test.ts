import { expect, test } from "vitest"
import { newMeeting } from "./inputs"

const written = { title: "试开", start: "2031-05-20T10:00", end: "2031-05-20T11:00" }

test("a time that is none is refused, and breaks nothing", () => {
  expect(newMeeting.safeParse(written).success).toBe(true)
  for (const strange of [
    "'; drop table tasks; --",
    "\ud800",
    "",
    "汉".repeat(20_000),
    "2031-02-30T10:00",
  ])
    for (const field of ["start", "end"])
      expect(newMeeting.safeParse({ ...written, [field]: strange }).success, strange).toBe(false)
})
