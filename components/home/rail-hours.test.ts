import { expect, test } from "vitest"
import { hoursAround, topOf } from "./rail-hours"

const line = 16

test("half an hour holds a line of words, however early a day begins", () => {
  for (const minutes of [[], [5 * 60], [2 * 60, 22 * 60], [0, 24 * 60]]) {
    const hours = hoursAround(minutes)
    expect(topOf(630, hours) - topOf(600, hours)).toBeGreaterThan(line)
  }
})

test("the hours of an ordinary day fill their room, and a longer one is set closer first", () => {
  expect(hoursAround([600, 1080])).toEqual({ first: 9, last: 19, height: 50 })
  expect(hoursAround([7 * 60])).toMatchObject({ first: 7, height: 500 / 12 })
})
