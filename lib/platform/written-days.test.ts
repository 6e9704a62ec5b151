import { expect, test } from "vitest"
import { readDay } from "@/lib/platform/written-days"

test("a day is read as people write it", () => {
  for (const written of [
    "2026-01-05",
    "2026/1/5",
    "2026.1.5",
    "20260105",
    "2026年1月5日",
    "２０２６年１月５日",
    " 2026-1-5 ",
    "46027",
    "46027.5",
  ]) {
    expect(readDay(written), written).toBe("2026-01-05")
  }
  expect(readDay("2024-02-29")).toBe("2024-02-29")
})

test("what isn't a day is not guessed at", () => {
  for (const written of [
    "",
    "2026-02-30",
    "2025-02-29",
    "2026-00-10",
    "2026-13-01",
    "5/1/2026",
    "26-1-5",
    "12",
    "2026",
  ]) {
    expect(readDay(written), written).toBeUndefined()
  }
})
