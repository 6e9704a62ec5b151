import { expect, test } from "vitest"
import { findVague, suggestTimes, type Wording } from "@/lib/platform/vague"
import { usualVague, vagueKinds } from "@/lib/platform/vague-words"

const words = (text: string) => findVague(text).map(({ word, kind }) => `${word} ${kind}`)

test("words that leave the time open are found", () => {
  expect(words("请尽快给我，过几天再说也行")).toEqual(["尽快 time", "过几天 time"])
  expect(words("你有空的时候看一下，回头聊")).toEqual(["你有空的时候 time", "回头 time"])
  expect(words("Please send it ASAP, or sometime soon.")).toEqual([
    "ASAP time",
    "sometime time",
    "soon time",
  ])
  expect(words("ＡＳＡＰ")).toEqual(["ＡＳＡＰ time"])
  expect(words("when you get a chance")).toEqual(["when you get a chance time"])
})

test("words that leave the amount or the person open are found", () => {
  expect(words("差不多做完了，还要3天左右")).toEqual(["差不多 amount", "左右 amount"])
  expect(words("谁有空处理一下，请相关人员跟进")).toEqual(["谁有空 who", "相关人员 who"])
  expect(words("Could somebody check roughly a few rows?")).toEqual([
    "somebody who",
    "roughly amount",
    "a few amount",
  ])
})

test("exact wording is left alone", () => {
  for (const text of [
    "会议室有空调，磁盘还有空间",
    "回头客增长，回头看数据",
    "左右两侧对齐，概念大概念",
    "所有时间都按公司时区，没有空格，有时间限制",
    "Reply no later than 18:00",
    "As soon as the build is green, deploy",
    "11月24日 18:00 前提交，下次沟通时间 12月1日",
    "三年后复评, two days later",
    "Sooner Laterite asapx Simeone",
  ]) {
    expect(words(text), text).toEqual([])
  }
})

test("a word's place is told in the text as typed", () => {
  const text = "🎉请ａｓａｐ完成"
  const [found] = findVague(text)
  expect(found).toEqual({ index: 3, length: 4, word: "ａｓａｐ", kind: "time" })
})

const weekend = new Set(["2026-11-21", "2026-11-22"])
const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const nextWorkingDay = (day: string): string =>
  weekend.has(after(day)) ? nextWorkingDay(after(day)) : after(day)
const london = {
  dayIn: (instant: Date) => instant.toISOString().slice(0, 10),
  nextWorkingDay,
  endOfWorkingDay: (day: string) => (weekend.has(day) ? undefined : new Date(`${day}T18:00:00Z`)),
  noonOf: (day: string) => new Date(`${day}T12:00:00Z`),
}
const suggested = (now: string) =>
  suggestTimes(new Date(now), london).map((time) => time.toISOString().slice(0, 16))

test("during the day: tonight, or noon tomorrow", () => {
  expect(suggested("2026-11-19T10:00:00Z")).toEqual(["2026-11-19T18:00", "2026-11-20T12:00"])
})

test("after work, or at the weekend: the next working day", () => {
  expect(suggested("2026-11-20T18:00:00Z")).toEqual(["2026-11-23T12:00", "2026-11-23T18:00"])
  expect(suggested("2026-11-21T10:00:00Z")).toEqual(["2026-11-23T12:00", "2026-11-23T18:00"])
})

test("where work ends at noon the working day after stands beside it", () => {
  const halfDay = "2026-11-20"
  const days = {
    ...london,
    endOfWorkingDay: (day: string) =>
      day === halfDay ? new Date(`${day}T12:00:00Z`) : london.endOfWorkingDay(day),
  }
  const [first, second] = suggestTimes(new Date("2026-11-19T19:00:00Z"), days)
  expect(first).toEqual(new Date("2026-11-20T12:00:00Z"))
  expect(second).toEqual(new Date("2026-11-23T18:00:00Z"))
})

test("a company takes words out of the list and adds its own", () => {
  const wording: Wording = {
    off: ["尽快", "ASAP"],
    own: [
      { phrase: "下个迭代", kind: "time" },
      { phrase: "一些", kind: "amount" },
    ],
  }
  const found = findVague("尽快，ASAP：下个迭代补一些用例，改天再看", wording)
  expect(found.map(({ word, kind }) => `${word} ${kind}`)).toEqual([
    "下个迭代 time",
    "一些 amount",
    "改天 time",
  ])
  expect(words("尽快")).toEqual(["尽快 time"])
})

test("a company's own phrase is meant literally, and as whole words in other letters", () => {
  const wording: Wording = {
    off: [],
    own: [
      { phrase: "a+b (maybe)?", kind: "time" },
      { phrase: "T-B-D", kind: "time" },
      { phrase: "at  some point", kind: "time" },
      { phrase: "eow", kind: "time" },
    ],
  }
  const own = (text: string) => findVague(text, wording).map(({ word }) => word)
  expect(own("write a+b (maybe)? here, t-b-d")).toEqual(["a+b (maybe)?", "t-b-d"])
  expect(own("aab maybe")).toEqual([])
  expect(own("At some point, by EOW，请ＥＯＷ前")).toEqual(["At some point", "EOW", "ＥＯＷ"])
  expect(own("meow eows")).toEqual([])
})

const inContext: Record<string, string> = { 左右: "3天左右", 有人: "有人帮", 大家: "大家看" }

test("every usual word is found by the name that stands for it in the settings, until it is off", () => {
  for (const kind of vagueKinds)
    for (const name of Object.keys(usualVague[kind])) {
      const text = inContext[name] ?? name
      expect(words(text), name).toEqual([`${name} ${kind}`])
      const left = findVague(text, { off: [name], own: [] })
      expect(
        left.map(({ word }) => word),
        name,
      ).not.toContain(name)
    }
})
