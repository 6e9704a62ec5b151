import { expect, test } from "vitest"
import "@/lib/modules"
import { readMarkdown } from "./markdown"
import { excerpt } from "./message"

const brackets = "[".repeat(9_000)

test("what takes long to read is read once, as long as others don't take its place", () => {
  const first = readMarkdown(brackets, [])
  expect(first.html).toBe(`<p>${brackets}</p>`)
  expect(readMarkdown(brackets, [])).toBe(first)
  for (let nth = 0; nth < 250; nth++) readMarkdown(`${nth} ${"好".repeat(9_900)}`, [])
  expect(readMarkdown(brackets, [])).not.toBe(first)
})

test("texts that grow when they are read take the place of more: what stays read has an end", () => {
  const first = readMarkdown(brackets, [])
  const grows = (nth: number) => readMarkdown(`${nth} ${"#好 ".repeat(3_300)}`, [])
  const taken = Math.ceil(4_000_000 / grows(0).html.length)
  expect(taken).toBeLessThan(30)
  for (let nth = 0; nth < taken; nth++) grows(nth)
  expect(readMarkdown(brackets, [])).not.toBe(first)
  expect(grows(taken - 1)).toBe(grows(taken - 1))
})

test("a long text is read anew for other names", () => {
  const text = `@ke ${"好".repeat(2_000)}`
  expect(readMarkdown(text, []).html).not.toContain("mention")
  expect(readMarkdown(text, ["ke"]).html).toContain(`<span class="mention">@ke</span>`)
})

test("some words of a message show a link by its label, and brackets as they are", () => {
  expect(excerpt("见 [报价单](/files/7) 第二页")).toBe("见 报价单 第二页")
  expect(excerpt(brackets, 5)).toBe("[[[[[…")
})
