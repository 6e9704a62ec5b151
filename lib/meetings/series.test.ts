import { and, asc, eq, inArray } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import { deliveries } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import type { Recurrence } from "@/lib/calendar/recurrence"
import { emit } from "@/lib/platform/events"
import { writeSetting } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { at, content, contentFor, doing, inboxOf, known, meet, on, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { answerMeeting } from "./answering"
import { bookMeeting } from "./booking"
import { cancelFrom } from "./cancelling-series"
import { changeSeries } from "./changing-series"
import { editMeeting } from "./editing"
import { openMeetings } from "./handing-over"
import { publishMeeting } from "./publishing"
import { saveMeeting } from "./saving"
import { ownMeetings } from "./source"
import { sweepMeetings } from "./sweeping"
import { sweepSeries } from "./sweeping-series"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "金朵", "林默")
})

const monday = at("09:00", "2031-03-10")
const weekly: Recurrence = { every: "week", interval: 1, on: ["wed"] }

/** A weekly meeting from Wednesday 12 March 2031 on. @returns its first one */
async function aSeries(rule: Recurrence = weekly, more: Parameters<typeof content>[0] = {}) {
  const first = await doing(
    "柯南星",
    (ctx) => bookMeeting(ctx, content({ title: "周例会", ...more }), rule),
    monday,
  )
  await on("柯南星", first.id, (ctx, meeting) => publishMeeting(ctx, meeting), monday)
  return first.id
}

async function seriesOf(id: number) {
  const { seriesId } = await known(id)
  return db()
    .select()
    .from(meetings)
    .where(eq(meetings.seriesId, seriesId ?? id))
    .orderBy(asc(meetings.startAt), asc(meetings.id))
}
const days = (rows: { startAt: Date; state: string }[]) =>
  rows
    .filter(({ state }) => state !== "cancelled")
    .map(({ startAt }) => startAt.toISOString().slice(5, 16).replace("T", " "))
const nth = async (id: number, at: number) => (await seriesOf(id))[at]?.id ?? 0
const said = async (type: string, ids: readonly number[]) =>
  db()
    .select()
    .from(events)
    .where(and(eq(events.type, type), inArray(events.recordId, [...ids])))

/** Changes this one and those that follow, or all, as its form would. */
const change = async (
  id: number,
  which: "following" | "all",
  more: Parameters<typeof content>[0],
  rule: Recurrence | null = weekly,
) =>
  on(
    "柯南星",
    id,
    (ctx, meeting) =>
      changeSeries(ctx, meeting, which, {
        ...{ version: meeting.version, content: contentFor(meeting, more), rule, reason: "" },
      }),
    at("10:00", "2031-03-10"),
  )

describe("a series", () => {
  test("published, stands in calendars for eight weeks, and everybody is told once", async () => {
    const id = await aSeries()
    const all = await seriesOf(id)
    expect(days(all)).toEqual([
      ...["03-12 02:00", "03-19 02:00", "03-26 02:00", "04-02 02:00"],
      ...["04-09 02:00", "04-16 02:00", "04-23 02:00", "04-30 02:00"],
    ])
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["published"]))
    expect(all.map(({ followsId }) => followsId)).toEqual([
      null,
      ...all.slice(0, -1).map((each) => each.id),
    ])
    const told = await Promise.all(all.map((each) => inboxOf("周舟", each.id)))
    expect(told.map((bundle) => bundle?.needsYou ?? null)).toEqual([
      true,
      ...Array.from({ length: 7 }, () => null),
    ])
    const mails = await db().select().from(deliveries).where(eq(deliveries.channel, "email"))
    const ids = (await said("meeting.series_published", [id])).map((event) => event.id)
    const [zhouzhou] = await db().select().from(people).where(eq(people.name, "周舟"))
    const toHer = mails.filter(({ address }) => address === zhouzhou?.email)
    expect(
      toHer.filter(({ payload }) => ids.some((each) => payload.includes(`:${each},`))),
    ).toHaveLength(1)
    const second = await known(all[1]?.id ?? 0)
    expect(second.topics.map(({ title, carried }) => [title, carried])).toEqual([
      ["上次决议回顾", true],
      ["回归结论", false],
      ["发布窗口", false],
    ])
    expect(second.people.map(({ personId }) => personId)).toContain(who("方圆").personId)
  })

  test("as a draft it is one draft", async () => {
    const draft = await doing("柯南星", (ctx) => bookMeeting(ctx, content(), weekly), monday)
    await sweepSeries(at("09:00", "2031-03-11"))
    const { ruleId } = await known(draft.id)
    expect(await db().$count(meetings, eq(meetings.ruleId, ruleId ?? 0))).toBe(1)
  })

  test("begins on its rule's first day, and ends after so many times", async () => {
    const id = await aSeries({ every: "week", interval: 1, on: ["fri"], count: 3 })
    expect(days(await seriesOf(id))).toEqual(["03-14 02:00", "03-21 02:00", "03-28 02:00"])
    const { ruleId } = await known(id)
    const [rule] = await db()
      .select()
      .from(meetingRules)
      .where(eq(meetingRules.id, ruleId ?? 0))
    expect(rule?.nextAt).toBeNull()
  })

  test("goes on week by week, each of its days once, whoever makes them how often", async () => {
    const id = await aSeries()
    const later = at("08:00", "2031-03-26")
    await Promise.all([sweepSeries(later), sweepSeries(later)])
    await sweepSeries(later)
    const all = await seriesOf(id)
    expect(all.map(({ occurrence }) => occurrence).slice(-3)).toEqual([
      "2031-05-07",
      "2031-05-14",
      "2031-05-21",
    ])
    expect(new Set(all.map(({ occurrence }) => occurrence)).size).toBe(all.length)
  })

  test("booked for next year, its first weeks stand there from then on", async () => {
    const [startAt, endAt] = [at("10:00", "2032-03-10"), at("11:00", "2032-03-10")]
    const id = await aSeries({ ...weekly, count: 3 }, { startAt, endAt })
    expect(days(await seriesOf(id))).toEqual(["03-10 02:00", "03-17 02:00", "03-24 02:00"])
  })

  test("by working days leaves days off out", async () => {
    const id = await aSeries({ every: "workday", interval: 1, count: 4 })
    expect(days(await seriesOf(id))).toEqual([
      ...["03-12 02:00", "03-13 02:00", "03-14 02:00", "03-17 02:00"],
    ])
  })

  test("a week ahead those who haven't answered are asked, and only they", async () => {
    const id = await aSeries()
    const second = await nth(id, 1)
    await on("周舟", second, (ctx, meeting) => answerMeeting(ctx, meeting, "yes", ""), monday)
    await sweepMeetings(at("10:01", "2031-03-12"))
    expect(await inboxOf("方圆", second)).toMatchObject({ needsYou: true })
    expect((await inboxOf("周舟", second))?.needsYou ?? false).toBe(false)
    expect(await inboxOf("方圆", await nth(id, 2))).toBeNull()
  })

  test("an answer may be meant for all that follow, those made later too", async () => {
    const id = await aSeries()
    const say = (
      ctx: Parameters<typeof answerMeeting>[0],
      meeting: Awaited<ReturnType<typeof known>>,
    ) => answerMeeting(ctx, meeting, "yes", "", true)
    await on("周舟", await nth(id, 1), say, monday)
    await sweepSeries(at("08:00", "2031-03-20"))
    const answers = []
    for (const each of await seriesOf(id))
      answers.push(
        (await known(each.id)).people.find(({ personId }) => personId === who("周舟").personId)
          ?.answer ?? null,
      )
    expect(answers[0]).toBeNull()
    expect(new Set(answers.slice(1))).toEqual(new Set(["yes"]))
    expect(answers).toHaveLength(10)
  })
})

describe("one of a series", () => {
  test("moved alone it stays there when all others are moved, and none comes in its place", async () => {
    const id = await aSeries()
    const third = await nth(id, 2)
    const elsewhere = { startAt: at("15:00", "2031-03-27"), endAt: at("16:00", "2031-03-27") }
    await on(
      "柯南星",
      third,
      (ctx, meeting) => editMeeting(ctx, meeting, meeting.version, contentFor(meeting, elsewhere)),
      monday,
    )
    await change(id, "all", { startAt: at("14:00"), endAt: at("15:00") })
    await sweepSeries(at("12:00", "2031-03-11"))
    expect(days(await seriesOf(id)).slice(0, 4)).toEqual([
      ...["03-12 06:00", "03-19 06:00", "03-27 07:00", "04-02 06:00"],
    ])
  })

  test("calendars outside have each as one of its own, and hear which is off", async () => {
    const id = await aSeries()
    const third = await nth(id, 2)
    await on("柯南星", third, (ctx, meeting) => cancelFrom(ctx, meeting, "出差", "one"), monday)
    const span = { from: at("00:00"), until: at("00:00", "2031-04-03") }
    const own = new Set((await seriesOf(id)).map((each) => `meeting-${each.id}`))
    const feed = (await ownMeetings.feed?.(db(), who("周舟"), span)) ?? []
    const entries = feed.filter(({ uid }) => own.has(uid))
    expect(entries.map(({ cancelled }) => cancelled)).toEqual([false, false, true, false])
    const shown = await ownMeetings.entries(who("周舟"), { of: "mine" }, span)
    expect(shown.filter((each) => own.has(`meeting-${each.id}`))).toHaveLength(3)
  })

  test("called off alone it stays off, also when those after it are moved to another day", async () => {
    const id = await aSeries()
    const third = await nth(id, 2)
    await on("柯南星", third, (ctx, meeting) => cancelFrom(ctx, meeting, "出差", "one"), monday)
    await sweepSeries(at("12:00", "2031-03-11"))
    const second = await nth(id, 1)
    await change(second, "following", {
      ...{ startAt: at("10:00", "2031-03-20"), endAt: at("11:00", "2031-03-20") },
    })
    await sweepSeries(at("12:00", "2031-03-12"))
    expect(days(await seriesOf(id)).slice(0, 4)).toEqual([
      ...["03-12 02:00", "03-20 02:00", "04-03 02:00", "04-10 02:00"],
    ])
  })
})

describe("this one and all that follow", () => {
  test("what was stays, what comes changes in place, and people hear of it once", async () => {
    const id = await aSeries()
    const before = await seriesOf(id)
    const fourth = before[3]?.id ?? 0
    await change(fourth, "following", {
      ...{ startAt: at("16:00", "2031-04-02"), endAt: at("17:00", "2031-04-02") },
      topics: [{ title: "只看风险", goal: "逐条定人", minutes: 30, presenterId: null }],
    })
    const after = await seriesOf(id)
    expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id))
    expect(days(after)).toEqual([
      ...["03-12 02:00", "03-19 02:00", "03-26 02:00", "04-02 08:00"],
      ...["04-09 08:00", "04-16 08:00", "04-23 08:00", "04-30 08:00"],
    ])
    expect((await known(after[5]?.id ?? 0)).topics.map(({ title }) => title)).toEqual([
      "上次决议回顾",
      "只看风险",
    ])
    expect((await known(after[1]?.id ?? 0)).topics).toHaveLength(3)
    const told = await Promise.all(after.map((each) => inboxOf("方圆", each.id)))
    expect(told.flatMap((bundle, at) => (bundle ? [at] : []))).toEqual([0, 3])
    await sweepSeries(at("12:00", "2031-03-20"))
    expect(days(await seriesOf(id)).at(-1)).toBe("05-14 08:00")
  })

  test("every other week instead: those between are called off", async () => {
    const id = await aSeries()
    await change(await nth(id, 2), "following", {}, { ...weekly, interval: 2 })
    expect(days(await seriesOf(id))).toEqual([
      ...["03-12 02:00", "03-19 02:00", "03-26 02:00", "04-09 02:00", "04-23 02:00"],
    ])
  })

  test("no more: those after it are called off, and none is made any more", async () => {
    const id = await aSeries()
    await change(await nth(id, 2), "following", {}, null)
    await sweepSeries(at("12:00", "2031-05-20"))
    expect(days(await seriesOf(id))).toEqual(["03-12 02:00", "03-19 02:00", "03-26 02:00"])
  })

  test("called off together they are told of once, and none is made any more", async () => {
    const id = await aSeries()
    const all = await seriesOf(id)
    const second = all[1]?.id ?? 0
    await on(
      "柯南星",
      second,
      (ctx, meeting) => cancelFrom(ctx, meeting, "项目结束", "following"),
      monday,
    )
    await sweepSeries(at("12:00", "2031-05-20"))
    expect(days(await seriesOf(id))).toEqual(["03-12 02:00"])
    const told = await Promise.all(all.map((each) => inboxOf("方圆", each.id)))
    expect(told.flatMap((bundle, at) => (bundle ? [at] : []))).toEqual([0, 1])
  })

  test("a number of times counts those that have been", async () => {
    const id = await aSeries({ ...weekly, count: 6 })
    await change(
      await nth(id, 2),
      "following",
      { startAt: at("11:00", "2031-03-26"), endAt: at("12:00", "2031-03-26") },
      { ...weekly, count: 6 },
    )
    expect(days(await seriesOf(id))).toHaveLength(6)
  })
})

describe("all of them", () => {
  test("changed in the middle, those that haven't begun all come to the other weekday", async () => {
    const id = await aSeries()
    await change(await nth(id, 3), "all", {
      ...{ startAt: at("09:30", "2031-04-03"), endAt: at("10:30", "2031-04-03") },
      place: "白桦会议室",
    })
    const all = await seriesOf(id)
    expect(days(all)).toEqual([
      ...["03-13 01:30", "03-20 01:30", "03-27 01:30", "04-03 01:30"],
      ...["04-10 01:30", "04-17 01:30", "04-24 01:30", "05-01 01:30"],
    ])
    expect(new Set(all.map(({ place }) => place))).toEqual(new Set(["白桦会议室"]))
  })

  test("who was faster is not overwritten", async () => {
    const id = await aSeries()
    await expect(
      on("柯南星", id, (ctx, meeting) =>
        changeSeries(ctx, meeting, "all", {
          ...{
            version: meeting.version - 1,
            content: contentFor(meeting),
            rule: weekly,
            reason: "",
          },
        }),
      ),
    ).rejects.toMatchObject({ code: "conflict" })
  })

  test("a meeting that took place once comes again from now on", async () => {
    const single = await doing("柯南星", (ctx) => bookMeeting(ctx, content(), null), monday)
    await on("柯南星", single.id, (ctx, meeting) => publishMeeting(ctx, meeting), monday)
    await on(
      "柯南星",
      single.id,
      (ctx, meeting) =>
        saveMeeting(
          ctx,
          meeting,
          {
            ...{ version: meeting.version, reason: "", which: "one", start: "2031-03-12T10:00" },
            ...{ repeat: "month", interval: 1, on: [], until: undefined, count: undefined },
          },
          contentFor(meeting),
        ),
      monday,
    )
    expect(days(await seriesOf(single.id))).toEqual(["03-12 02:00", "04-12 02:00"])
  })
})

describe("people", () => {
  test("whoever takes meetings over takes the series over", async () => {
    const id = await aSeries()
    const [from, to] = [who("柯南星").personId, who("周舟").personId]
    const ids = (await seriesOf(id)).map((each) => each.id)
    await writeAsSystem("leaving", (ctx) => openMeetings.handOver(ctx, ids, { from, to }))
    await sweepSeries(at("08:00", "2031-03-20"))
    expect(new Set((await seriesOf(id)).map(({ hostId }) => hostId))).toEqual(new Set([to]))
  })

  test("nobody took it over: whoever is above hosts it, and who has left isn't invited", async () => {
    const id = await aSeries()
    await writeAsSystem("leaving", async (ctx) => {
      const gone = ["柯南星", "方圆"].map((name) => who(name).personId)
      await ctx.tx.update(people).set({ disabledAt: ctx.now }).where(inArray(people.id, gone))
      for (const personId of gone)
        emit(ctx, { type: "person.disabled", recordId: personId, data: {} })
    })
    await sweepSeries(at("08:00", "2031-03-20"))
    const last = await known((await seriesOf(id)).at(-1)?.id ?? 0)
    expect(last.hostId).not.toBe(who("柯南星").personId)
    expect(last.people.map(({ personId }) => personId)).not.toContain(who("方圆").personId)
    await writeAsSystem("leaving", async (ctx) => {
      await ctx.tx.update(people).set({ disabledAt: null })
      emit(ctx, { type: "person.disabled", recordId: who("柯南星").personId, data: {} })
    })
  })
})

test("where clocks change it keeps its time of the clock", async () => {
  const company = { name: "栖木软件", timeZone: "Europe/Berlin", locale: "zh" } as const
  await writeAsSystem("settings", async (ctx) => {
    await writeSetting(ctx, "company", company)
    emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["company"] } })
  })
  // Ten o'clock in winter; clocks go on on 30 March 2031.
  const start = new Date("2031-03-12T09:00:00Z")
  const id = await aSeries(weekly, { startAt: start, endAt: new Date(+start + 3_600_000) })
  expect(days(await seriesOf(id)).slice(1, 5)).toEqual([
    ...["03-19 09:00", "03-26 09:00", "04-02 08:00", "04-09 08:00"],
  ])
})
