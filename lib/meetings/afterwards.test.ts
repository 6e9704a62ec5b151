import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { meetings, resolutionSummaries } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { setDays } from "@/lib/calendar/changing"
import { comment } from "@/lib/platform/comments"
import { at, doing, inboxOf, known, meet, on, published, who } from "@/tests/meetings"
import { ended, live, publish, resolve } from "@/tests/minutes"
import { beginWithWorld } from "@/tests/world"
import { answerMeeting } from "./answering"
import { markAttendance, sayHere } from "./attendance"
import { minutesLibrary } from "./library"
import { meetingActivity } from "./meeting-activity"
import { addPoint } from "./points"
import { endMeeting } from "./running"
import { canNudge, mayNudge, seenResolutions } from "./seen-resolutions"
import { sumUp } from "./summing-up"
import { sweepMeetings } from "./sweeping"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默", "陈晨")
})

const said = async (id: number, type: string) =>
  (
    await db()
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.kind, "meeting"), eq(events.recordId, id), eq(events.type, type)))
  ).length

test("what people wrote stays on the meeting's page, however much is written in its minutes", async () => {
  const id = await live()
  await on("周舟", id, (ctx) => comment(ctx, "meeting", id, "会后我补数据"))
  const topic = (await known(id)).topics[0]?.id ?? 0
  for (let row = 0; row < 31; row++)
    await on("许诺", id, (ctx, meeting) => addPoint(ctx, meeting, topic))
  const bodies = (await meetingActivity(id)).map(({ body }) => body)
  expect(bodies).toContain("会后我补数据")
})

describe("催办 of one row", () => {
  const rowOf = async (owner: string) => {
    const id = await ended()
    const row = await resolve(id, { owner })
    await publish(id)
    const seen = await on("柯南星", id, (ctx) => seenResolutions(ctx, { resolutions: [row] }))
    if (!seen?.nudged[0]) throw new Error("there is no such resolution")
    return { seen, row: seen.nudged[0] }
  }

  test("is for those who lead its meeting", async () => {
    const { seen } = await rowOf("陈晨")
    expect(canNudge(who("柯南星"), seen)).toBe(true)
    expect(canNudge(who("许诺"), seen)).toBe(true)
    expect(canNudge(who("周舟"), { nudged: seen.nudged })).toBe(
      who("周舟").leads.has(who("陈晨").departmentId),
    )
  })

  test("and for heads, but only where the owner is of their own people", async () => {
    const { row } = await rowOf("陈晨")
    const head = (leads: readonly number[]) => ({ ...who("高远"), leads: new Set(leads) })
    const { departmentId } = row.owner
    expect(mayNudge(head([departmentId]), row)).toBe(true)
    expect(mayNudge(head([departmentId + 1_000]), row)).toBe(false)
  })
})

describe("决议周报", () => {
  const openSaid = async (week: string) => {
    const host = eq(resolutionSummaries.personId, who("柯南星").personId)
    const [row] = await db()
      .select()
      .from(resolutionSummaries)
      .where(and(host, eq(resolutionSummaries.week, week)))
    return row?.open ?? 0
  }

  test("doesn't count what was resolved after it was due, however late it goes", async () => {
    const id = await ended()
    await resolve(id)
    await sumUp(at("09:00", "2031-03-10"))
    const before = await openSaid("2031-03-03")
    await engine().write(({ db: tx }) => tx.delete(resolutionSummaries))
    await publish(id)
    await sumUp(at("13:00"))
    // It went on Monday: nobody gets it again on Wednesday, whoever hosts something by then.
    expect(await openSaid("2031-03-03")).toBe(0)
    await sumUp(at("09:00", "2031-03-17"))
    expect(await openSaid("2031-03-10")).toBeGreaterThan(before)
  })

  test("that was never sent on Monday still leaves out what came later", async () => {
    await sumUp(at("09:00", "2031-02-24"))
    const monday = await openSaid("2031-02-17")
    const id = await ended()
    await resolve(id)
    await publish(id)
    await sumUp(at("13:00", "2031-03-05"))
    expect(await openSaid("2031-02-24")).toBe(monday)
  })

  test("isn't lost in a week that is all holidays: it goes on the first working day after it", async () => {
    const week = ["2031-05-05", "2031-05-06", "2031-05-07", "2031-05-08", "2031-05-09"]
    const days = [...week, "2031-05-10", "2031-05-11"]
    const name = { zh: "年假周", en: "Closed" }
    const off = days.map((day) => ({ day, name, kind: "off" as const }))
    await doing("林默", (ctx) => setDays(ctx, off))
    await sumUp(at("10:00", "2031-05-07"))
    expect(await openSaid("2031-04-28")).toBe(0)
    await sumUp(at("09:00", "2031-05-12"))
    expect(await openSaid("2031-04-28")).toBeGreaterThan(0)
    expect(await openSaid("2031-05-05")).toBeGreaterThan(0)
  })
})

describe("late minutes", () => {
  const change = (name: string, to: { disabledAt?: Date | null; managerId?: number }) =>
    engine().write(({ db: tx }) =>
      tx
        .update(people)
        .set(to)
        .where(eq(people.id, who(name).personId)),
    )

  test("go past whoever has left to the next one above, who hears when they are out", async () => {
    await change("柯南星", { managerId: who("高远").personId })
    const first = await ended()
    await sweepMeetings(at("14:00"))
    expect((await known(first)).escalatedToId).toBe(who("高远").personId)
    await change("高远", { disabledAt: at("14:30") })
    const id = await ended()
    await sweepMeetings(at("14:45"))
    expect((await known(id)).escalatedToId).toBe(who("林默").personId)
    await change("高远", { disabledAt: null })
    expect(await inboxOf("林默", id)).toMatchObject({ needsYou: true, unread: 1 })
    await publish(id, at("15:00"))
    expect(await inboxOf("林默", id)).toMatchObject({ needsYou: false, unread: 2 })
  })
})

describe("attendance", () => {
  const mark =
    (id: number) =>
    (how: "present" | "late", now = at("10:10")) =>
      on("周舟", id, (ctx, meeting) => sayHere(ctx, meeting, how), now)
  const marked = async (id: number) =>
    (await known(id)).people.find(({ personId }) => personId === who("周舟").personId)?.attendance

  test("is said of oneself while the meeting runs, and what was marked stands", async () => {
    const id = await live()
    await on("柯南星", id, (ctx, meeting) =>
      markAttendance(ctx, meeting, who("周舟").personId, "late"),
    )
    await mark(id)("present")
    expect(await marked(id)).toBe("late")
  })

  test("isn't made up by the absent once it is over", async () => {
    const id = await live()
    await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
    await expect(mark(id)("present")).rejects.toMatchObject({ code: "conflict" })
    expect(await marked(id)).toBe("absent")
  })

  test("that is marked again as it was says nothing", async () => {
    const id = await live()
    await mark(id)("present")
    await mark(id)("present")
    await on("柯南星", id, (ctx, meeting) =>
      markAttendance(ctx, meeting, who("周舟").personId, "present"),
    )
    expect(await said(id, "meeting.attended")).toBe(1)
  })
})

test("an answer that is given again tells the host nothing new", async () => {
  const id = await published()
  const answer = () => on("周舟", id, (ctx, meeting) => answerMeeting(ctx, meeting, "yes", ""))
  await answer()
  await answer()
  expect(await said(id, "meeting.answered")).toBe(1)
})

test("the library has the newest minutes first, also after a month with more than 99", async () => {
  const [older, newer] = [await ended(), await ended()]
  await publish(older, at("12:00"))
  await publish(newer, at("12:00", "2031-04-02"))
  await engine().write(({ db: tx }) =>
    tx.update(meetings).set({ minutesNumber: 203_103_100 }).where(eq(meetings.id, older)),
  )
  const { rows } = await minutesLibrary(who("柯南星"), {})
  const shown = rows.map(({ id }) => id)
  expect(shown.indexOf(newer)).toBeLessThan(shown.indexOf(older))
})
