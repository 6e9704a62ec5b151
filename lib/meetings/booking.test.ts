import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/engine"
import { busyIn } from "@/lib/appointments/busy"
import { usualCalendar } from "@/lib/calendar/working-days"
import { searchFor } from "@/lib/search/queries"
import {
  aDraft,
  at,
  content,
  contentFor,
  doing,
  inboxOf,
  known,
  meet,
  on,
  published,
  who,
} from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { answerMeeting } from "./answering"
import { draftMeeting } from "./drafting"
import { editMeeting } from "./editing"
import { newMeeting } from "./inputs"
import { startInstant } from "./instant"
import { invitationTo } from "./invitation"
import { meetingPage } from "./page"
import { canCreate, canSee } from "./policy"
import { cancelMeeting, publishMeeting } from "./publishing"
import { listMeetings } from "./queries"
import { slotsFor } from "./slots"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "金朵", "林默")
})

describe("a draft is silent", () => {
  test("only those who prepare it see it, nobody is told and nobody's time is taken", async () => {
    const id = await aDraft()
    const meeting = await known(id)
    expect(canSee(who("柯南星"), meeting)).toBe(true)
    expect(canSee(who("周舟"), meeting)).toBe(false)
    expect(await meetingPage(who("周舟"), id)).toBeNull()
    expect(await inboxOf("周舟", id)).toBeNull()
    const span = { from: at("09:00"), until: at("12:00") }
    expect(await busyIn([who("周舟").personId], span)).toEqual([])
    const { found } = await searchFor(who("周舟"), "回归结论", { kind: "meeting" })
    expect(found).toEqual([])
  })

  test("仅查看 books nothing", () => {
    expect(canCreate(who("方圆"))).toBe(false)
    expect(canCreate(who("许诺"))).toBe(true)
  })
})

describe("publishing invites everybody", () => {
  test("they are asked, it stands in their calendars, and others don't see it", async () => {
    const id = await published()
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: true })
    expect(await inboxOf("柯南星", id)).toBeNull()
    expect(canSee(who("高远"), await known(id))).toBe(false)
    const span = { from: at("09:00"), until: at("12:00") }
    const busy = await busyIn([who("周舟").personId], span)
    expect(busy.map(({ start, end }) => [start, end])).toContainEqual([at("10:00"), at("11:00")])
    const { rows } = await listMeetings(who("周舟"), { view: "coming" })
    expect(rows.map((row) => row.id)).toContain(id)
    const others = await listMeetings(who("高远"), { view: "coming" })
    expect(others.rows.map((row) => row.id)).not.toContain(id)
  })

  test("a calendar day ahead in company time is notice; 23:59 the day before still is", async () => {
    const late = at("23:59", "2031-03-11")
    const id = await published({}, late)
    expect((await known(id)).noticeKept).toBe(true)
  })

  test("on the day itself it needs a reason, which participants see", async () => {
    const id = await aDraft()
    const now = at("00:00")
    await expect(
      on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting), now),
    ).rejects.toMatchObject({ fields: { reason: "meetings.error.notice" } })
    await on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting, "客户临时来访"), now)
    const page = await meetingPage(who("方圆"), id)
    expect(page?.meeting).toMatchObject({ noticeKept: false, lateReason: "客户临时来访" })
  })

  test.each([
    ["no topic", { topics: [] }, { topic1: "meetings.error.noTopic" }],
    [
      "a topic without a goal",
      { topics: [{ title: "闲谈", goal: "", minutes: 5, presenterId: null }] },
      { goal1: "meetings.error.noGoal" },
    ],
    [
      "topics longer than the meeting",
      { topics: [{ title: "全部", goal: "都定", minutes: 61, presenterId: null }] },
      { agenda: "meetings.error.over" },
    ],
  ])("not with %s", async (_, more, fields) => {
    await expect(published(more)).rejects.toMatchObject({ fields })
  })

  test("two who press at once publish once", async () => {
    const id = await aDraft()
    const press = () =>
      on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting), at("10:00", "2031-03-10"))
    const outcomes = await Promise.allSettled([press(), press()])
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    })
  })
})

describe("answers", () => {
  test("whoever answers no longer has to; not to come needs a reason and frees their time", async () => {
    const id = await published()
    const say = (answer: "yes" | "no", reason: string) =>
      on("周舟", id, (ctx, meeting) => answerMeeting(ctx, meeting, answer, reason))
    await say("yes", "")
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: false })
    await expect(say("no", "")).rejects.toMatchObject({ fields: { reason: "meetings.error.why" } })
    await say("no", "出差")
    const span = { from: at("09:00"), until: at("12:00") }
    const busy = await busyIn([who("周舟").personId], span)
    const own = await known(id)
    expect(own.people.find(({ personId }) => personId === who("周舟").personId)).toMatchObject({
      answer: "no",
      answerReason: "出差",
    })
    expect(busy.length).toBeLessThanOrEqual(1)
  })

  test("another time asks everybody again; another place doesn't", async () => {
    const id = await published()
    await on("周舟", id, (ctx, meeting) => answerMeeting(ctx, meeting, "yes", ""))
    const edit = async (more: Parameters<typeof content>[0]) =>
      on(
        "柯南星",
        id,
        async (ctx, meeting) =>
          editMeeting(ctx, meeting, meeting.version, contentFor(meeting, more)),
        at("11:00", "2031-03-10"),
      )
    const answers = async () => (await known(id)).people.flatMap(({ answer }) => answer ?? [])
    await edit({ place: "白桦会议室" })
    expect(await answers()).toEqual(["yes"])
    await edit({ startAt: at("14:00"), endAt: at("15:00") })
    expect(await answers()).toEqual([])
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: true })
  })

  test("moved to the same day it needs a reason as if it were new", async () => {
    const id = await published()
    const move = (reason?: string) =>
      on(
        "柯南星",
        id,
        (ctx, meeting) =>
          editMeeting(
            ctx,
            meeting,
            meeting.version,
            contentFor(meeting, { startAt: at("16:00"), endAt: at("17:00") }),
            reason,
          ),
        at("09:00"),
      )
    await expect(move()).rejects.toMatchObject({ fields: { reason: "meetings.error.notice" } })
    await move("会议室被占")
    expect(await known(id)).toMatchObject({ noticeKept: false, lateReason: "会议室被占" })
  })
})

describe("who isn't there any more, and what was called off", () => {
  test("taken off the list it is gone for them, from the inbox too", async () => {
    const id = await published()
    await on(
      "柯南星",
      id,
      (ctx, meeting) =>
        editMeeting(
          ctx,
          meeting,
          meeting.version,
          contentFor(meeting, { personIds: [who("方圆").personId] }),
        ),
      at("12:00", "2031-03-10"),
    )
    expect(canSee(who("周舟"), await known(id))).toBe(false)
    expect(await inboxOf("周舟", id)).toBeNull()
  })

  test("a cancelled meeting says why and comes back as nothing else", async () => {
    const id = await published()
    await on("柯南星", id, (ctx, meeting) => cancelMeeting(ctx, meeting, "客户改期"))
    expect(await known(id)).toMatchObject({ state: "cancelled", cancelReason: "客户改期" })
    await expect(
      on("柯南星", id, (ctx, meeting) => publishMeeting(ctx, meeting, "再开")),
    ).rejects.toMatchObject({ code: "conflict" })
    expect((await invitationTo(db(), id, who("周舟").personId))?.method).toBe("CANCEL")
  })
})

describe("bad input", () => {
  test("an end before the start, and somebody not cleared for the label", async () => {
    await expect(aDraft({ endAt: at("09:30") })).rejects.toMatchObject({
      fields: { end: "meetings.error.order" },
    })
    const label = [...who("金朵").clearances][0] ?? null
    await expect(
      doing("金朵", (ctx) =>
        draftMeeting(ctx, content({ hostId: who("金朵").personId, sensitivityId: label })),
      ),
    ).rejects.toMatchObject({ fields: { owner: "tasks.error.notCleared" } })
  })

  test("host and note-taker take part, and nobody twice", async () => {
    const { personId } = who("周舟")
    const id = await aDraft({ personIds: [personId, personId] })
    const ids = (await known(id)).people.map((each) => each.personId)
    expect(ids.toSorted((a, b) => a - b)).toEqual(
      ["柯南星", "许诺", "周舟"].map((name) => who(name).personId).toSorted((a, b) => a - b),
    )
  })

  test("a form's rows become topics; one with a goal alone is asked for its title", () => {
    const form = { title: "例会", start: "2031-03-12T10:00", end: "2031-03-12T11:00" }
    const read = newMeeting.parse({ ...form, topic1: "一", minutes1: "15", goal1: "", topic2: "" })
    expect(read.topics).toEqual([{ title: "一", goal: "", minutes: 15, presenter: "" }])
    expect(newMeeting.safeParse({ ...form, goal1: "定时间" }).success).toBe(false)
    expect(newMeeting.safeParse({ ...form, start: "2031-02-30T10:00" }).success).toBe(false)
  })
})

describe("an instant meeting", () => {
  test("runs at once, calls everybody and opens its minutes", async () => {
    const id = await doing("许诺", (ctx) =>
      startInstant(ctx, { title: "登录异常", groupId: null, personIds: [who("周舟").personId] }),
    )
    const meeting = await known(id)
    expect(meeting).toMatchObject({ kind: "instant", state: "live", noticeKept: null })
    expect(meeting.topicId).toBe(meeting.topics[0]?.id)
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: true })
  })

  test("not with oneself alone", async () => {
    await expect(
      doing("许诺", (ctx) => startInstant(ctx, { title: "独白", groupId: null, personIds: [] })),
    ).rejects.toMatchObject({ fields: { people: "meetings.error.alone" } })
  })
})

describe("times at which more people are free", () => {
  const calendar = usualCalendar("Asia/Shanghai", 2031)
  const busy = (personId: number, from: string, until: string) => ({
    ...{ personId, start: at(from), end: at(until) },
  })

  test("none lies over lunch or outside working hours, and the fewest missing come first", () => {
    const found = slotsFor(calendar, [busy(1, "09:00", "12:00"), busy(2, "13:30", "16:00")], {
      ...{ day: "2031-03-12", minutes: 60, now: at("08:00", "2031-03-10") },
    })
    expect(found).toHaveLength(3)
    expect(found.every((slot) => slot.busy.length === 0)).toBe(true)
    for (const { start, end } of found) {
      const hours = [start, end].map((each) => each.toISOString().slice(11, 16))
      expect(hours.join(" ")).toMatch(/^0[1-9]:|^1[0]:/)
    }
    expect(found[0]?.start).toEqual(at("16:00"))
  })
})

describe("what calendars get by mail", () => {
  test("a request names host and reader, and every change counts up", async () => {
    const id = await published()
    const first = await invitationTo(db(), id, who("周舟").personId)
    expect(first?.method).toBe("REQUEST")
    expect(first?.text).toContain(`UID:meeting-${id}@`)
    expect(first?.text).toMatch(/ORGANIZER;CN=柯南星:mailto:/)
    expect(first?.text).toContain("PARTSTAT=NEEDS-ACTION")
    expect(first?.text).toContain("DTSTART:20310312T020000Z")
    const sequence = (text = "") => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])
    await on(
      "柯南星",
      id,
      (ctx, meeting) =>
        editMeeting(ctx, meeting, meeting.version, contentFor(meeting, { place: "白桦" })),
      at("12:00", "2031-03-10"),
    )
    const second = await invitationTo(db(), id, who("周舟").personId)
    expect(sequence(second?.text)).toBeGreaterThan(sequence(first?.text))
    expect(await invitationTo(db(), id, who("高远").personId)).toBeNull()
  })
})
