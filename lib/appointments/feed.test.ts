import ICAL from "ical.js"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { eq } from "drizzle-orm"
import { db, engine, migrate } from "@/db/engine"
import { appointments, calendarFeeds } from "@/db/schema/appointments"
import { people } from "@/db/schema/people"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import { calendarProgram } from "@/tests/calendar-program"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { findAppointment } from "./appointment"
import { cancelAppointment } from "./cancelling"
import { feedOf } from "./feed"
import { makeFeed } from "./feed-token"
import { appointmentFields } from "./inputs"
import { moveAppointment } from "./moving"
import { contentFrom } from "./reading-input"
import { serveFeed } from "./serving-feed"
import { createAppointment } from "./writing"

const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const now = at("2026-11-23", "10:00")
let chen = 0
let zhou = 0

beforeAll(async () => {
  await migrate()
  chen = await aPerson("chen")
  zhou = await aPerson("zhou")
})

const make = (more: object, owner = chen) =>
  acting(
    owner,
    async (ctx) =>
      createAppointment(ctx, contentFrom(appointmentFields.parse(more), await companyCalendar())),
    now,
  )
const clear = () => engine().write(async ({ db: tx }) => void (await tx.delete(appointments)))
const text = async (owner = chen) => (await feedOf(await actor(owner), now)).text
const parsed = async () => new ICAL.Component(ICAL.parse(await text()))
const eventsIn = async () =>
  (await parsed()).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each))
const found = async (id: number) => {
  const one = await findAppointment(db(), id)
  if (!one) throw new Error("there is no such appointment")
  return one
}
const visit = (token: string, headers: Record<string, string> = {}) =>
  serveFeed(`${token}.ics`, new Request("http://portal.example/", { headers }))
const subscribe = async () =>
  /\/feeds\/([\w-]{43})\.ics$/.exec(await acting(chen, (ctx) => makeFeed(ctx), now))?.[1] ?? ""

test("an appointment keeps its text whole: Chinese, commas, lines, and no line over 75 octets", async () => {
  await clear()
  const title = '与周舟、陈晨对齐；带上 \\ 与 "清单"，'.repeat(6).trim()
  const note = "第一行\n第二行，后面；完"
  await make({
    title,
    note,
    start: "2026-11-24T15:00",
    end: "2026-11-24T16:00",
    place: "青松, 二楼",
  })
  const feed = await text()
  for (const line of feed.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(feed.split("\r\n").join("")).not.toMatch(/[\r\n]/)
  const [event] = await eventsIn()
  expect(event?.summary).toBe(title)
  expect(event?.description).toBe(note)
  expect(event?.location).toBe("青松, 二楼")
  expect(event?.startDate.zone.tzid).toBe("Asia/Shanghai")
  expect(event?.startDate.toJSDate().toISOString()).toBe("2026-11-24T07:00:00.000Z")
})

test("alarms are in it; a whole day is a day, and its alarm counts from nine in the morning", async () => {
  await clear()
  await make({
    title: "体检",
    start: "2026-11-24T15:00",
    end: "2026-11-24T16:00",
    reminders: [10, 60],
  })
  await make({
    title: "团建",
    start: "2026-11-25T00:00",
    end: "2026-11-26T00:00",
    allDay: "true",
    reminders: [0, 1440],
  })
  const triggers = (await parsed())
    .getAllSubcomponents("vevent")
    .map((event) =>
      event
        .getAllSubcomponents("valarm")
        .map((alarm) => alarm.getFirstPropertyValue("trigger")?.toString()),
    )
  expect(triggers).toEqual([
    ["-PT10M", "-PT60M"],
    ["PT540M", "-PT900M"],
  ])
  expect(await text()).toContain("DTSTART;VALUE=DATE:20261125\r\nDTEND;VALUE=DATE:20261127")
})

test("what comes again comes on the same days in another program, changed days too", async () => {
  await clear()
  const id = await make({
    ...{ title: "周会", start: "2026-11-24T15:00", end: "2026-11-24T16:00", repeat: "week" },
    until: "2026-12-22",
  })
  await acting(chen, async (ctx) => cancelAppointment(ctx, await found(id), { day: "2026-12-01" }))
  await acting(chen, async (ctx) =>
    moveAppointment(ctx, await found(id), 2, {
      ...{ day: "2026-12-08", start: at("2026-12-09", "10:00"), end: at("2026-12-09", "11:00") },
    }),
  )
  const [main, moved] = await eventsIn()
  const days = [...daysOf(main)]
  expect(days).toEqual(["11-24", "12-08", "12-15", "12-22"])
  expect(moved?.recurrenceId.toString()).toBe("2026-12-08T15:00:00")
  expect(moved?.startDate.toString()).toBe("2026-12-09T10:00:00")
  expect(moved?.uid).toBe(main?.uid)
  expect(main?.sequence).toBe(2)
})

function* daysOf(event: ICAL.Event | undefined) {
  const each = event?.iterator()
  for (let next = each?.next(); next; next = each?.next()) yield next.toString().slice(5, 10)
}

test("working days go by the work calendar, as far as other programs can follow it", async () => {
  await clear()
  await make({
    ...{ title: "站会", start: "2026-09-28T09:30", end: "2026-09-28T09:45", repeat: "workday" },
    until: "2026-10-13",
  })
  const [event] = await eventsIn()
  expect([...daysOf(event)]).toEqual([
    ...["09-28", "09-29", "09-30", "10-08", "10-09", "10-10", "10-12", "10-13"],
  ])
})

test("what was taken out is cancelled under the same name with a higher number", async () => {
  await clear()
  const id = await make({ title: "体检", start: "2026-11-24T15:00", end: "2026-11-24T16:00" })
  const [before] = await eventsIn()
  await acting(chen, async (ctx) => cancelAppointment(ctx, await found(id)), now)
  const [after] = (await parsed()).getAllSubcomponents("vevent")
  expect(after?.getFirstPropertyValue("uid")).toBe(before?.uid)
  expect(after?.getFirstPropertyValue("status")).toBe("CANCELLED")
  expect(after?.getFirstPropertyValue("sequence")).toBe(1)
  expect(after?.getAllSubcomponents("valarm")).toEqual([])
})

test("the address opens one calendar and no other; what is unchanged isn't sent again", async () => {
  await clear()
  await make({ title: "牙科复诊", start: "2026-11-24T15:00", end: "2026-11-24T16:00" })
  await make({ title: "董事会材料", start: "2026-11-24T15:00", end: "2026-11-24T16:00" }, zhou)
  const token = await subscribe()
  const answer = await visit(token)
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8")
  const body = await answer.text()
  expect(body).toContain("牙科复诊")
  expect(body).not.toContain("董事会")
  const again = await visit(token, { "if-none-match": answer.headers.get("etag") ?? "" })
  expect([again.status, await again.text()]).toEqual([304, ""])
  const [row] = await db().select().from(calendarFeeds)
  expect(JSON.stringify(row)).not.toContain(token)
})

test("a wrong, a former and a leaver's address are one plain 404", async () => {
  const former = await subscribe()
  const token = await subscribe()
  for (const wrong of [former, "x".repeat(43), "../secret", ""]) {
    const answer = await visit(wrong, { "x-qibu-address": "203.0.113.7" })
    expect([answer.status, await answer.text()]).toEqual([404, "Not found"])
  }
  expect((await visit(token)).status).toBe(200)
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(people).set({ disabledAt: now }).where(eq(people.id, chen))
    emit(ctx, { type: "person.disabled", recordId: chen })
  })
  expect((await visit(token)).status).toBe(404)
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(people).set({ disabledAt: null }).where(eq(people.id, chen))
    emit(ctx, { type: "person.enabled", recordId: chen })
  })
  expect((await visit(token)).status).toBe(404)
})

test("who asks too often waits", async () => {
  const token = await subscribe()
  const answers = await Promise.all(Array.from({ length: 61 }, () => visit(token)))
  const last = answers.map(({ status }) => status).toSorted()
  expect(last.slice(-2)).toEqual([200, 429])
})

test("a real calendar program shows the same", async () => {
  await clear()
  await make({ title: "周会", start: "2026-11-24T15:00", end: "2026-11-24T16:00", repeat: "week" })
  await make({ title: "团建", start: "2026-11-25T00:00", end: "2026-11-25T00:00", allDay: "true" })
  const khal = await calendarProgram()
  if (!khal) {
    console.log("khal can't be installed here: the feed was read by ical.js only")
    return expect(await eventsIn()).toHaveLength(2)
  }
  await khal.takeIn(await text())
  expect(await khal.list("2026-11-23", "14d")).toEqual([
    "2026-11-24 15:00 周会",
    "2026-11-25 团建",
    "2026-12-01 15:00 周会",
  ])
}, 240_000)
