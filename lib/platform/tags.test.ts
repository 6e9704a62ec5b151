import fc from "fast-check"
import { expect, test } from "vitest"
import { fixedTags, shownTag } from "./fixed-tags"
import { tagAt, tagKey, tagPieces, tagsIn, tagToken } from "./tags"
import { indexedTokens } from "./tokens"

const names = (text: string) => tagsIn(text).map(({ name }) => name)

test("a # and a word make a tag, in any language, until a space or a sign", () => {
  expect(names("#压测 结果出来了，见#发布。#V3 #tag-words #snake_case！")).toEqual([
    "压测",
    "发布",
    "V3",
    "tag-words",
    "snake_case",
  ])
  expect(names("这是#紧急 的，＃待审批")).toEqual(["紧急", "待审批"])
  expect(names("#压测#发布")).toEqual(["压测", "发布"])
  expect(names("#end- #_x")).toEqual(["end"])
})

test("numbers, headings, addresses, code and the middle of words are no tags", () => {
  for (const text of [
    "#12 先做，见 #3",
    "# 标题",
    "##小标题",
    "C#语言 a#b",
    "https://qimu.example/帮助#安装 www.qimu.example/#top",
    "`#include` 和 ```\n#define x\n#压测\n```",
    "```\n#没有结束",
    "&#x4e2d; /#路径",
    `#${"长".repeat(41)}`,
  ])
    expect(names(text), text).toEqual([])
  expect(names("https://qimu.example/a，#压测")).toEqual(["压测"])
  expect(names(`#${"长".repeat(40)}`)).toHaveLength(1)
})

test("however it is written it is one tag, named as first written", () => {
  expect(tagsIn("#Release #RELEASE #ｒｅｌｅａｓｅ")).toEqual([{ name: "Release", key: "release" }])
})

test("a text has at most 20 tags", () => {
  const text = Array.from({ length: 30 }, (_, nth) => `#词${nth}`).join(" ")
  expect(tagsIn(text)).toHaveLength(20)
  expect(tagPieces(text).filter(({ tag }) => tag)).toHaveLength(20)
})

test("the fixed tags are one in both languages, and say what they mean in the reader's", () => {
  expect(fixedTags.map(({ names: { zh } }) => zh)).toEqual(["紧急", "待审批", "归档"])
  expect(tagKey("Urgent")).toBe(tagKey("紧急"))
  const [urgent] = tagsIn("#紧急")
  expect(urgent && shownTag(urgent, "en")).toEqual({
    name: "urgent",
    tone: "cinnabar",
    meaning: "Comes before everything else",
  })
  expect(shownTag({ key: "压测", name: "压测" }, "zh")).toEqual({ name: "压测" })
  for (const { names: both, key } of fixedTags)
    for (const name of Object.values(both)) expect(names(`#${name}`).map(tagKey)).toEqual([key])
})

test("the pieces of any text are the text, and hold exactly its tags", () => {
  const letters = fc.constantFrom(
    "#",
    "＃",
    "压",
    "测",
    "a",
    "B",
    "1",
    " ",
    "，",
    "`",
    "-",
    "_",
    "/",
    "\n",
    "🎉",
    "𠮷",
  )
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.array(letters, { maxLength: 80 }).map((parts) => parts.join("")),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = tagPieces(text)
      expect(pieces.map((piece) => piece.text).join("")).toBe(text)
      const keys = new Set(pieces.flatMap(({ tag }) => tag?.key ?? []))
      expect([...keys]).toEqual(tagsIn(text).map(({ key }) => key))
      for (const piece of pieces) if (piece.tag) expect(piece.text.slice(1)).toBe(piece.tag.name)
    }),
  )
})

test("no text makes the token of a tag", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("压测", "release", "a-b"),
      (text, key) => {
        expect(indexedTokens(`${text} ${key} 签${key}`).split(" ")).not.toContain(tagToken(key))
      },
    ),
  )
})

test("while a tag is written it is known from its # to the caret", () => {
  const at = (text: string) => tagAt(text, text.length)
  expect(at("看 #")).toEqual({ start: 2, end: 3, query: "" })
  expect(at("看#压")).toEqual({ start: 1, end: 3, query: "压" })
  expect(at("#tag-")).toEqual({ start: 0, end: 5, query: "tag-" })
  expect(tagAt("#压测 后面", 2)).toEqual({ start: 0, end: 2, query: "压" })
  for (const text of ["#压测 ", "# ", "C#", "https://a.example/#to", "没有"])
    expect(at(text), text).toBeNull()
  expect(tagAt("`#in`", 4)).toBeNull()
})
