import { expect, test } from "vitest"
import { standingOf } from "./topic-standing"

test("a topic warns from four fifths of its time on, and is over when that has passed", () => {
  const planned = 20 * 60
  const at = (minutes: number, seconds = 0) => standingOf(minutes * 60 + seconds, planned)
  expect([at(0), at(15, 59), at(16), at(20), at(20, 1)]).toEqual([
    ...["good", "good", "soon", "soon", "over"],
  ])
})
