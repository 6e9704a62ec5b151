import fc from "fast-check"
import { expect, test } from "vitest"
import { duePlaces } from "./due-places"

test("a deadline stands at its time where nothing else does", () => {
  expect(duePlaces([100, 300], [{ top: 150, bottom: 200 }])).toEqual([100, 300])
})

test("a deadline at the begin of a meeting stands under its words, or under a short one", () => {
  expect(duePlaces([100], [{ top: 98, bottom: 300 }])).toEqual([138])
  expect(duePlaces([100], [{ top: 98, bottom: 148 }])).toEqual([148])
})

test("no deadline lies over another, nor over the words of what runs then", () => {
  const minute = fc.integer({ min: 0, max: 600 })
  const block = fc
    .tuple(minute, fc.integer({ min: 20, max: 200 }))
    .map(([top, height]) => ({ top, bottom: top + height }))
  fc.assert(
    fc.property(
      fc.array(minute, { maxLength: 8 }),
      fc.array(block, { maxLength: 6 }),
      (t, blocks) => {
        const places = duePlaces(
          t.toSorted((a, b) => a - b),
          blocks,
        )
        for (const [at, top] of places.entries()) {
          expect(top).toBeGreaterThanOrEqual((places[at - 1] ?? Number.NEGATIVE_INFINITY) + 17)
          for (const { top: from, bottom } of blocks)
            expect(top < Math.min(from + 40, bottom) && top + 17 > from).toBe(false)
        }
      },
    ),
  )
})
