import { expect, test } from "vitest"
import type { MinutesContent } from "./minutes-content"
import { minutesDifference } from "./minutes-difference"
import { type Piece, textDifference } from "./text-difference"

const named = (id: number, name: string) => ({ id, name })
const minutes = (more: Partial<MinutesContent["topics"][number]> = {}): MinutesContent => ({
  ...{ title: "发布评审", startAt: new Date(0), endAt: new Date(3_600_000), place: "青松" },
  ...{ host: named(1, "柯南星"), noteTaker: named(2, "许诺"), remark: "" },
  present: [{ ...named(1, "柯南星"), late: false }],
  absent: [],
  topics: [
    {
      ...{ id: 1, number: 1, title: "回归结论", minutes: 20, spent: 0 },
      points: [{ id: 1, speaker: null, text: "未通过 19 个用例" }],
      resolutions: [
        { id: 1, number: "1-1", text: "补用例", owner: named(3, "陈晨"), dueAt: new Date(0) },
      ],
      ...more,
    },
  ],
})
const moment = (at: Date) => at.toISOString().slice(0, 16)
const said = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])

test("of a corrected sentence only the words that changed are marked, in Chinese and English", () => {
  expect(said(textDifference("未通过 19 个用例", "未通过 17 个用例")).join("")).toBe(
    "未通过 -19-+17+ 个用例",
  )
  expect(said(textDifference("Release on Thursday", "Release on Friday")).join("")).toBe(
    "Release on -Thursday-+Friday+",
  )
  expect(said(textDifference("", "新的"))).toEqual(["+新的+"])
})

test("put together again, the pieces are both versions", () => {
  const [before, after] = [
    "发布时间定为周四 22:00，远山科技除外",
    "发布定为周五 21:30，远山科技改周六",
  ]
  const pieces = textDifference(before, after)
  const without = (kind: Piece["kind"]) =>
    pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("")
  expect([without("added"), without("removed")]).toEqual([before, after])
})

test("what is the same in both versions isn't shown", () => {
  const same = minutesDifference(minutes(), minutes(), moment, "zh")
  expect(same).toEqual({ facts: [], topics: [], remark: [], count: 0 })
})

test("rows that came, went and changed stand under their topic; a new owner or time is another one", () => {
  const after = minutes({
    points: [{ id: 2, speaker: named(1, "柯南星"), text: "再测一轮" }],
    resolutions: [
      { id: 1, number: "1-1", text: "补用例", owner: named(4, "周舟"), dueAt: new Date(60_000) },
    ],
  })
  const { topics, count } = minutesDifference(minutes(), after, moment, "zh")
  expect(count).toBe(3)
  expect(topics[0]?.points.map(({ text }) => said(text))).toEqual([
    ["+再测一轮+"],
    ["-未通过 19 个用例-"],
  ])
  const [resolution] = topics[0]?.resolutions ?? []
  expect(
    resolution && [said(resolution.text), said(resolution.owner), said(resolution.due)],
  ).toEqual([["补用例"], ["-陈晨-", "+周舟+"], ["-1970-01-01T00:00-", "+1970-01-01T00:01+"]])
})
