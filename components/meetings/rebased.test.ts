import { describe, expect, test } from "vitest"
import { rebased } from "./rebased"

const row = (more: Partial<{ text: string; owner: string; due: string }> = {}) => ({
  ...{ text: "补用例", owner: "", due: "" },
  ...more,
})

describe("of two who write one row of the minutes", () => {
  test("one names the owner while the other one writes the text: both stand", () => {
    const both = rebased(row(), row({ text: "补两条用例" }), row({ owner: "#7" }))
    expect(both).toEqual({ value: row({ text: "补两条用例", owner: "#7" }), clash: false })
  })

  test("the same words of both are no question", () => {
    expect(rebased(row(), row({ text: "发" }), row({ text: "发", due: "x" })).clash).toBe(false)
  })

  test("whoever keeps their text keeps the other one's owner", () => {
    const both = rebased(row(), row({ text: "甲" }), row({ text: "乙", owner: "#7" }))
    expect(both).toEqual({ value: row({ text: "甲", owner: "#7" }), clash: true })
  })

  test("whoever takes the other one's text keeps the time that they chose themselves", () => {
    const mine = row({ text: "甲", due: "2031-03-12T18:00" })
    const { value } = rebased(row(), mine, row({ text: "乙", owner: "#7" }), "theirs")
    expect(value).toEqual(row({ text: "乙", owner: "#7", due: "2031-03-12T18:00" }))
  })
})
