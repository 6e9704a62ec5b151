import fc from "fast-check"
import { expect, test } from "vitest"
import { fitted, type Part } from "./day-room"

const part = (count: number, more: Partial<Part> = {}): Part => ({
  ...{ count, most: 5, least: 1, row: 36 },
  ...more,
})
const rowsOf = (parts: Record<string, Part>, taken = 0) => {
  const { rows, full } = fitted(parts, taken)
  return { ...Object.fromEntries(rows), full }
}

test("an ordinary day shows everything, set as usual", () => {
  const day = { due: part(3), owed: part(2), also: part(0), groups: part(4) }
  expect(rowsOf(day)).toEqual({ due: 3, owed: 2, also: 0, groups: 4, full: false })
})

test("a full day is set closer, and what can wait gives up its rows first", () => {
  const day = { due: part(5, { least: 3 }), owed: part(5), also: part(5), groups: part(5) }
  expect(rowsOf(day, 50)).toEqual({ due: 5, owed: 5, also: 1, groups: 1, full: true })
  expect(rowsOf(day, 150)).toEqual({ due: 5, owed: 3, also: 1, groups: 1, full: true })
  expect(rowsOf(day, 600)).toEqual({ due: 3, owed: 1, also: 1, groups: 1, full: true })
})

test("nothing is longer than the screen while a part has rows to give, and no part vanishes", () => {
  const parts = fc
    .array(
      fc.record({
        count: fc.integer({ min: 0, max: 30 }),
        most: fc.integer({ min: 3, max: 12 }),
        least: fc.integer({ min: 1, max: 3 }),
        row: fc.constantFrom(36, 49),
      }),
      { minLength: 1, maxLength: 7 },
    )
    .map((all) => Object.fromEntries(all.map((one, at) => [`part ${at}`, one])))
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 500 }), (day, taken) => {
      const { rows, left } = fitted(day, taken)
      for (const [name, { count, most, least }] of Object.entries(day)) {
        const shown = rows.get(name) ?? 0
        expect(shown).toBeLessThanOrEqual(Math.min(count, most))
        expect(shown).toBeGreaterThanOrEqual(Math.min(count, least))
        if (left < 0) expect(shown).toBe(Math.min(count, least))
      }
    }),
  )
})
