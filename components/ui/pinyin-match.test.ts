import { describe, expect, it } from "vitest"
import { pinyinRuns, textRuns } from "@/components/ui/pinyin-match"

const marked = (found: ReturnType<typeof pinyinRuns>) =>
  found.map((run) => (run.matched ? `[${run.text}]` : run.text)).join("")

describe("a name is found by its pinyin", () => {
  it("marks the letters typed", () => {
    expect(marked(pinyinRuns("shi lei", "shi"))).toBe("[shi] lei")
  })
  it("marks letters that run across syllables", () => {
    expect(marked(pinyinRuns("shi wang shu", "shiw"))).toBe("[shi] [w]ang shu")
  })
  it("marks initials", () => {
    expect(marked(pinyinRuns("ke nan xing", "knx"))).toBe("[k]e [n]an [x]ing")
  })
  it("marks nothing when nothing fits, or nothing is typed", () => {
    expect(marked(pinyinRuns("shi lei", "wu"))).toBe("shi lei")
    expect(marked(pinyinRuns("shi lei", ""))).toBe("shi lei")
  })
})

describe("a found text shows what was searched", () => {
  it("marks every place of every word", () => {
    expect(marked(textRuns("V3.2 压测报告：压测机", "压测 v3"))).toBe("[V3].2 [压测]报告：[压测]机")
  })
})
