import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { searchRows } from "@/db/schema/search"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { addDays, instantOf } from "@/lib/calendar/zones"
import type { Whose } from "@/lib/platform/calendar-source"
import { registry } from "@/lib/platform/registry"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { findAppointment } from "./appointment"
import { busyIn } from "./busy"
import { cancelAppointment, restoreAppointment } from "./cancelling"
import { entriesIn } from "./entries"
import { appointmentFields } from "./inputs"
import { moveAppointment } from "./moving"
import { ownAppointmentSheets } from "./own-data"
import { contentFrom } from "./reading-input"
import { remindOfAppointments } from "./reminding"
import { createAppointment, editAppointment } from "./writing"

const who = { chen: 0, zhou: 0 }
const mine: Whose = { of: "mine" }
const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const week = { from: at("2026-11-23", "00:00"), until: at("2026-11-30", "00:00") }
const sunday = at("2026-11-22", "10:00")

beforeAll(async () => {
  await migrate()
  for (const name of ["chen", "zhou"] as const) who[name] = await aPerson(name)
})
beforeEach(async () => {
  await engine().write(async ({ db: tx }) => {
    await tx.delete(bundles)
    await tx.delete(appointments)
  })
})

const form = { title: "牙科复诊", start: "2026-11-24T15:00", end: "2026-11-24T16:00" }
const content = async (more: object = {}) =>
  contentFrom(appointmentFields.parse({ ...form, ...more }), await companyCalendar())
const make = (more: object = {}, now = sunday) =>
  acting(who.chen, async (ctx) => createAppointment(ctx, await content(more)), now)
const found = async (id: number) => {
  const one = await findAppointment(db(), id)
  if (!one) throw new Error("there is no such appointment")
  return one
}
const shown = async (person: number, span = week) =>
  (await entriesIn(await actor(person), mine, span)).map(({ title, start }) => [
    title,
    start.toISOString(),
  ])
const reminded = async (id: number) =>
  (
    await db()
      .select({ at: events.at, data: events.data })
      .from(events)
      .where(and(eq(events.type, "appointment.reminded"), eq(events.recordId, id)))
      .orderBy(events.id)
  ).map(({ data }) => Object(data).start)

test("an appointment is its owner's alone: colleagues see that they are busy, not with what", async () => {
  await make({ place: "春晖口腔" })
  expect(await shown(who.chen)).toEqual([["牙科复诊", "2026-11-24T07:00:00.000Z"]])
  expect(await shown(who.zhou)).toEqual([])
  const busy = await busyIn([who.chen, who.zhou], week)
  expect(busy).toEqual([
    {
      ...{ personId: who.chen, allDay: false },
      ...{ start: at("2026-11-24", "15:00"), end: at("2026-11-24", "16:00") },
    },
  ])
  expect(JSON.stringify(busy)).not.toMatch(/牙科|春晖/)
})

test("what is shown as free takes nobody's time, and two that touch are one span", async () => {
  await make({ shows: "free" })
  expect(await busyIn([who.chen], week)).toEqual([])
  await make()
  await make({ start: "2026-11-24T15:30", end: "2026-11-24T17:00" })
  const [only, ...more] = await busyIn([who.chen], week)
  expect(only).toMatchObject({ end: at("2026-11-24", "17:00") })
  expect(more).toEqual([])
})

test("nobody else may see it, and the search finds it for its owner only", async () => {
  const id = await make()
  const appointment = await found(id)
  const kind = registry().kinds.get("appointment")
  expect(kind?.canSee(await actor(who.chen), appointment)).toBe(true)
  expect(kind?.canSee(await actor(who.zhou), appointment)).toBe(false)
  const rows = await db()
    .select()
    .from(searchRows)
    .where(and(eq(searchRows.kind, "appointment"), eq(searchRows.recordId, id)))
  expect(rows).toHaveLength(1)
  const [sheet] = await ownAppointmentSheets(db(), await actor(who.zhou))
  expect(sheet?.rows).toEqual([])
})

test("one day of a weekly appointment is moved or left out; the others stay", async () => {
  const id = await make({ repeat: "week" })
  const month = { from: week.from, until: at("2026-12-20", "00:00") }
  const days = async () => (await shown(who.chen, month)).map(([, start]) => start?.slice(5, 13))
  await acting(who.chen, async (ctx) =>
    cancelAppointment(ctx, await found(id), { day: "2026-12-01" }),
  )
  await acting(who.chen, async (ctx) =>
    moveAppointment(ctx, await found(id), 2, {
      ...{ day: "2026-12-08", start: at("2026-12-09", "10:00"), end: at("2026-12-09", "11:00") },
    }),
  )
  expect(await days()).toEqual(["11-24T07", "12-09T02", "12-15T07"])
  await acting(who.chen, async (ctx) =>
    restoreAppointment(ctx, await found(id), { day: "2026-12-01" }),
  )
  expect(await days()).toEqual(["11-24T07", "12-01T07", "12-09T02", "12-15T07"])
  await expect(
    acting(who.chen, async (ctx) => cancelAppointment(ctx, await found(id), { day: "2026-12-02" })),
  ).rejects.toMatchObject({ code: "not_found" })
})

test("a day that was moved beyond the end of its series is still found there", async () => {
  const id = await make({ repeat: "day", until: "2026-11-25" })
  await acting(who.chen, async (ctx) =>
    moveAppointment(ctx, await found(id), 1, {
      ...{ day: "2026-11-25", start: at("2026-12-24", "10:00"), end: at("2026-12-24", "11:00") },
    }),
  )
  const christmas = { from: at("2026-12-24", "00:00"), until: at("2026-12-25", "00:00") }
  expect(await shown(who.chen, christmas)).toHaveLength(1)
  expect(await shown(who.chen)).toHaveLength(1)
})

test("a change that was made on what is old is refused", async () => {
  const id = await make()
  await acting(who.chen, async (ctx) => editAppointment(ctx, await found(id), 1, await content()))
  await expect(
    acting(who.chen, async (ctx) => editAppointment(ctx, await found(id), 1, await content())),
  ).rejects.toMatchObject({ code: "conflict" })
})

test("an end before the start, and a rule without a day, are refused at their fields", async () => {
  await expect(make({ end: "2026-11-24T15:00" })).rejects.toMatchObject({
    fields: { end: "appointments.error.order" },
  })
  await expect(make({ repeat: "day", until: "2026-11-20" })).rejects.toMatchObject({
    fields: { until: "appointments.error.never" },
  })
})

test("each reminder comes once, whoever runs the work and how often", async () => {
  const id = await make({ reminders: [10, 1_440] })
  await remindOfAppointments(at("2026-11-23", "14:59"))
  expect(await reminded(id)).toEqual([])
  const due = at("2026-11-23", "15:00")
  await Promise.all([remindOfAppointments(due), remindOfAppointments(due)])
  await remindOfAppointments(at("2026-11-23", "15:30"))
  expect(await reminded(id)).toHaveLength(1)
  await remindOfAppointments(at("2026-11-24", "14:50"))
  await remindOfAppointments(at("2026-11-24", "14:51"))
  expect(await reminded(id)).toHaveLength(2)
  const told = await db().select({ personId: bundles.personId }).from(bundles)
  expect(told).toEqual([{ personId: who.chen }])
})

test("what comes again on working days reminds on Friday and on Monday, not at the weekend", async () => {
  const id = await make({ repeat: "workday", reminders: [10] })
  for (let day = "2026-11-24"; day <= "2026-12-01"; day = addDays(day, 1))
    await remindOfAppointments(at(day, "14:55"))
  expect((await reminded(id)).map((start: string) => start.slice(5, 10))).toEqual([
    ...["11-24", "11-25", "11-26", "11-27", "11-30", "12-01"],
  ])
})

test("after a weekend without the portal nobody is reminded of what is over", async () => {
  const id = await make({ reminders: [10] })
  await remindOfAppointments(at("2026-11-26", "09:00"))
  expect(await reminded(id)).toEqual([])
  expect((await found(id)).remindAt).toBeNull()
})

test("a whole day reminds from its morning; one that was taken out reminds of nothing", async () => {
  const id = await make({ allDay: "true", reminders: [0] })
  expect((await found(id)).remindAt).toEqual(at("2026-11-24", "09:00"))
  await acting(who.chen, async (ctx) => cancelAppointment(ctx, await found(id)), sunday)
  expect((await found(id)).remindAt).toBeNull()
  await acting(who.chen, async (ctx) => restoreAppointment(ctx, await found(id)), sunday)
  expect((await found(id)).remindAt).toEqual(at("2026-11-24", "09:00"))
})
