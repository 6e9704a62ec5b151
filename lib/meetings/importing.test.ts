import { readFile } from "node:fs/promises"
import { eq } from "drizzle-orm"
import { readSheet } from "read-excel-file/node"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { tasks } from "@/db/schema/tasks"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { parseCsv } from "@/lib/platform/csv"
import { receiveFile } from "@/lib/platform/files/receiving"
import { plansOf } from "@/lib/platform/record-import"
import { write } from "@/lib/platform/write"
import { inboxOf, meet, on } from "@/tests/meetings"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { exportMeetings } from "./exporting"
import { itemsIn, spanIn, topicIn } from "./import-lists"
import { checkMeetingFile, importMeetings } from "./importing"
import { meetingFilter } from "./inputs"
import { findMeeting } from "./meeting"
import { pointsOf } from "./points"
import { publishMinutes } from "./publishing-minutes"
import { resolutionsOf } from "./resolutions"
import { templateHeader } from "./template"

beforeAll(async () => {
  await beginWithWorld()
  await meet("周舟", "段立", "陈晨", "何静", "方圆")
})

async function* once(bytes: Uint8Array) {
  yield bytes
}
const sample = (name: string) => readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
async function checked(actor: PersonActor, bytes: Uint8Array, name = "会议.csv") {
  const { id } = await receiveFile(actor, { name, announced: bytes.length, body: once(bytes) })
  const check = await checkMeetingFile(actor, id)
  if (!check) throw new Error("the file isn't there")
  return check
}
async function bring(actor: PersonActor, bytes: Uint8Array) {
  const check = await checked(actor, bytes)
  await write(actor, (ctx) => importMeetings(Object.assign(ctx, { actor }), check))
  return check
}
const header = templateHeader("zh").join(",")
const sheet = (...rows: string[]) => Buffer.from([header, ...rows].join("\n"))
const titled = async (title: string) => {
  const [row] = await db().select().from(meetings).where(eq(meetings.title, title))
  const meeting = row && (await findMeeting(db(), row.id))
  if (!meeting) throw new Error(`there is no meeting ${title}`)
  return meeting
}

test("the samples of template T2 are read the same as spreadsheet and as text", async () => {
  const actor = await as("段立")
  const text = await checked(actor, await sample("T2-meetings.csv"))
  const book = await checked(actor, await sample("T2-meetings.xlsx"), "T2.xlsx")
  expect(plansOf(text)).toEqual(plansOf(book))
  expect(plansOf(text)).toHaveLength(1)
  // The preview says how each resolution was read.
  expect(text.outcomes[0]?.warnings.map(({ value }) => value)).toEqual([
    "陈晨5月12日前给出压测方案 · 陈晨 · 2024-05-12 18:00",
    "何静5月13日前借调一名测试 · 何静 · 2024-05-13 18:00",
  ])
})

test("the sample becomes a meeting with its agenda and minutes; its resolutions are completed", async () => {
  const actor = await as("段立")
  const before = await db().$count(tasks)
  await bring(actor, await sample("T2-meetings.csv"))
  const meeting = await titled("秋季版本评审会")
  expect(meeting).toMatchObject({ state: "ended", place: "线上", minutesDueAt: null, nextAt: null })
  expect(meeting.remark).toBe("环境账号不同步,技术支持部跟进")
  const zone = "Asia/Shanghai"
  expect(`${dayIn(zone, meeting.startAt)} ${clockIn(zone, meeting.startAt)}`).toBe(
    "2024-05-10 14:00",
  )
  expect(meeting.topics.map(({ title, minutes }) => [title, minutes])).toEqual([
    ["已完成功能走查", 20],
    ["性能测试缺口", 15],
    ["发布排期", 15],
  ])
  expect((await pointsOf(db(), meeting.id)).map(({ text }) => text)).toEqual([
    "压测机器不够,发布要推后一周",
  ])
  const [chen, he] = [await as("陈晨"), await as("何静")]
  const rows = await resolutionsOf(db(), meeting.id)
  expect(
    rows.map(({ text, ownerId, dueAt }) => [text, ownerId, dueAt && dayIn(zone, dueAt)]),
  ).toEqual([
    ["陈晨5月12日前给出压测方案", chen.personId, "2024-05-12"],
    ["何静5月13日前借调一名测试", he.personId, "2024-05-13"],
  ])
  // Nobody was told and nothing was made: that is what publishing is for.
  expect(await db().$count(tasks)).toBe(before)
  expect(await inboxOf("陈晨", meeting.id)).toBeNull()
  await on("段立", meeting.id, (ctx, it) => publishMinutes(ctx, it, { number: 0, note: "" }))
  expect(await db().$count(tasks)).toBe(before + 2)
})

test("the same file again makes nothing, and a file is written once", async () => {
  const actor = await as("段立")
  const again = await checked(actor, await sample("T2-meetings.csv"))
  expect(again.outcomes.map(({ kind }) => kind)).toEqual(["unchanged"])
  const check = await bring(actor, sheet("只写一次,2024-06-03 10:00-11:00,线上,周舟,陈晨,,,,,,"))
  await expect(
    write(actor, (ctx) => importMeetings(Object.assign(ctx, { actor }), check)),
  ).rejects.toMatchObject({ code: "not_found" })
})

test("a row that doesn't fit says why, and then nothing of the file is written", async () => {
  const actor = await as("段立")
  const check = await checked(
    actor,
    sheet(
      ",2024-06-04 10:00-11:00,线上,周舟,,,,,,,",
      "没有时间,明天,线上,周舟,,,,,,,",
      "没有主持,2024-06-04 10:00-11:00,线上,张三疯,,,,,,,",
      "倒着开,2024-06-04 11:00-10:00,线上,周舟,,,,,,,",
      "可以的,2024-06-04 10:00-11:00,线上,周舟,赵六七,,,,,,",
    ),
  )
  expect(check.outcomes.map(({ errors }) => errors.map(({ code }) => code))).toEqual([
    ["empty"],
    ["noSpan"],
    ["nobody"],
    ["noSpan"],
    [],
  ])
  expect(check.outcomes[4]?.warnings.map(({ code }) => code)).toEqual(["nobodyComes"])
  expect(plansOf(check)).toEqual([])
})

test("a meeting to come is a draft that nobody hears of", async () => {
  const actor = await as("段立")
  await bring(actor, sheet("明年再开,2031-06-04 10:00-11:00,青松,周舟,陈晨,1.预算(30min),,,,,"))
  const meeting = await titled("明年再开")
  expect(meeting).toMatchObject({ state: "draft", place: "青松" })
  expect(await inboxOf("陈晨", meeting.id)).toBeNull()
})

test("owners and times stand once for all, or one for each; what stays open is told", async () => {
  const actor = await as("段立")
  const row = (more: string) => `分工,2024-06-05 10:00-11:00,线上,周舟,,,,1.写方案2.借机器,${more},`
  const plan = async (more: string) => {
    const check = await checked(actor, sheet(row(more)))
    return {
      owners: plansOf(check)[0]?.resolutions.map(({ owner }) => owner?.id),
      notes: check.outcomes[0]?.warnings.map(({ code }) => code),
    }
  }
  const [chen, he] = [(await as("陈晨")).personId, (await as("何静")).personId]
  expect((await plan("陈晨,2024-06-07")).owners).toEqual([chen, chen])
  expect((await plan("陈晨、何静,2024-06-07、2024-06-08")).owners).toEqual([chen, he])
  expect((await plan(",2024-06-07")).notes).toEqual(["incomplete", "incomplete"])
})

test("numbers in a cell begin items, numbers in words and figures don't", () => {
  expect(itemsIn("1.V3.2 压测 2.5 小时2.升级到 V2.0;3.收尾")).toEqual([
    "V3.2 压测 2.5 小时",
    "升级到 V2.0",
    "收尾",
  ])
  expect(itemsIn("写方案")).toEqual(["写方案"])
  expect(itemsIn("")).toEqual([])
  expect(topicIn("发布排期(15分钟)")).toEqual({ title: "发布排期", minutes: 15 })
  expect(topicIn("发布排期")).toEqual({ title: "发布排期", minutes: null })
  expect(spanIn("2024年5月10日14:00-15:30")?.until?.clock).toBe("15:30")
  expect(spanIn("2024/5/10 22:00–2024/5/11 1:00")?.until).toEqual({
    day: "2024-05-11",
    clock: "01:00",
  })
  expect(spanIn("2024-05-10")).toBeUndefined()
})

const exported = async (actor: PersonActor, type: "csv" | "xlsx", locale: "zh" | "en" = "zh") => {
  const parts: Uint8Array[] = []
  const wanted = {
    ...{ type, locale, timeZone: "Asia/Shanghai" },
    filter: meetingFilter.parse({ view: "past" }),
  }
  for await (const part of await exportMeetings(actor, wanted).make(false)) parts.push(part)
  return Buffer.concat(parts)
}

test("a list is exported with exactly the template's columns, as far as its reader sees it", async () => {
  const actor = await as("段立")
  const { lines } = parseCsv((await exported(actor, "csv")).toString("utf8"))
  const [head, ...rows] = lines.map(({ cells }) => cells)
  const [own] = parseCsv((await sample("T2-meetings.csv")).toString("utf8")).lines
  expect(head).toEqual(own?.cells)
  const review = rows.find(([title]) => title === "秋季版本评审会")
  expect(review).toMatchObject({
    1: "2024-05-10 14:00-15:30",
    3: "周舟",
    5: "1.已完成功能走查(20min)\n2.性能测试缺口(15min)\n3.发布排期(15min)",
    8: "陈晨、何静",
  })
  // Labelled 财务: not there for him.
  expect(rows.some(([title]) => title === "十二月预算会")).toBe(false)
  const book = await readSheet(await exported(actor, "xlsx"))
  expect(book.map(([title]) => title)).toEqual([head, ...rows].map((cells) => cells?.[0]))
  expect((await exported(actor, "csv", "en")).toString("utf8")).toContain("Topics (with minutes)")
})

test("what was exported can be imported: meetings that are there are known again", async () => {
  const actor = await as("段立")
  const again = await checked(actor, await exported(actor, "csv"))
  expect(again.outcomes.flatMap(({ errors }) => errors)).toEqual([])
  expect(new Set(again.outcomes.map(({ kind }) => kind))).toEqual(new Set(["unchanged"]))
})

test("a cell that a spreadsheet would run is written as text", async () => {
  const actor = await as("段立")
  await bring(actor, sheet("=1+1,2024-06-06 10:00-11:00,线上,周舟,,,,,,,"))
  const { lines } = parseCsv((await exported(actor, "csv")).toString("utf8"))
  expect(lines.some(({ cells }) => cells[0] === "'=1+1")).toBe(true)
  expect(lines.some(({ cells }) => cells[0] === "=1+1")).toBe(false)
})
