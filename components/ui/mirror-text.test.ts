import fc from "fast-check"
import { expect, test } from "vitest"
import { type DrawnRange, piecesOf } from "@/components/ui/mirror-text"

test("phrases and mentions are drawn where they stand", () => {
  const text = "@柯南星 尽快回复"
  const ranges: DrawnRange[] = [
    { start: 5, end: 7, kind: "vague" },
    { start: 0, end: 4, kind: "mention" },
  ]
  expect(piecesOf(text, ranges)).toEqual([
    { start: 0, piece: "@柯南星", kind: "mention" },
    { start: 4, piece: " " },
    { start: 5, piece: "尽快", kind: "vague" },
    { start: 7, piece: "回复" },
  ])
})

test("whatever the ranges, the pieces are the text: a letter drawn elsewhere would be underlined", () => {
  const range = fc.record({
    start: fc.nat(30),
    end: fc.nat(30),
    kind: fc.constantFrom("vague" as const, "mention" as const),
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
      const pieces = piecesOf(text, ranges)
      expect(pieces.map(({ piece }) => piece).join("")).toBe(text)
      for (const { start, piece } of pieces) expect(text.startsWith(piece, start)).toBe(true)
    }),
  )
})
