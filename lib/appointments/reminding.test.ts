import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { events } from "@/db/schema/events"
import { bundles, deliveries, notificationPreferences } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { sendDeliveries } from "@/lib/platform/deliveries"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { changeSetting } from "@/lib/settings/changing"
import { useMailServer } from "@/tests/company-mail"
import { startMailServer } from "@/tests/mail-server"
import { aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { appointmentFields } from "./inputs"
import { contentFrom } from "./reading-input"
import { remindOfAppointments } from "./reminding"
import { createAppointment } from "./writing"

const MINUTE = 60_000
let post: Awaited<ReturnType<typeof startMailServer>>
let chen = 0
let zone = "Asia/Shanghai"
const at = (day: string, clock: string) => instantOf(zone, day, clock)

beforeAll(async () => {
  await migrate()
  post = await startMailServer()
  chen = await aPerson("chen")
  await useMailServer("127.0.0.1", post.port)
})
afterAll(() => post.stop())
beforeEach(async () => {
  post.box.length = 0
  await useZone("Asia/Shanghai")
  await engine().write(async ({ db: tx }) => {
    await tx.delete(deliveries)
    await tx.delete(bundles)
    await tx.delete(appointments)
    await tx.delete(notificationPreferences)
    await tx.update(people).set({ quietFrom: null, quietUntil: null })
  })
})

async function useZone(timeZone: string) {
  zone = timeZone
  const { company } = await settings()
  await writeAsSystem("test", (ctx) =>
    changeSetting(ctx, "company", { ...company, name: "栖木软件", timeZone }),
  )
}

const make = (more: object, now: Date) =>
  acting(
    chen,
    async (ctx) => {
      const fields = appointmentFields.parse({ title: "站会", ...more })
      return createAppointment(ctx, contentFrom(fields, await companyCalendar()))
    },
    now,
  )

/** The work runs again and again until then, as it does in the portal. @returns when it reminded */
async function runs(id: number, from: Date, until: Date, every = 10): Promise<string[]> {
  for (let now = from; now <= until; now = new Date(now.getTime() + every * MINUTE))
    await remindOfAppointments(now)
  const rows = await db()
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.type, "appointment.reminded"), eq(events.recordId, id)))
    .orderBy(events.id)
  return rows.map((row) => row.at.toISOString().slice(0, 16))
}

test("from Friday evening to Monday nobody is reminded of what comes on working days", async () => {
  const id = await make(
    {
      ...{ start: "2026-11-27T18:00", end: "2026-11-27T18:15", repeat: "workday" },
      reminders: [10],
    },
    at("2026-11-27", "09:00"),
  )
  expect(await runs(id, at("2026-11-27", "17:40"), at("2026-11-30", "18:10"))).toEqual([
    ...["2026-11-27T09:50", "2026-11-30T09:50"],
  ])
})

test("on a Saturday that is worked instead of a holiday there is a reminder, in the holiday none", async () => {
  const id = await make(
    {
      ...{ start: "2026-09-30T09:30", end: "2026-09-30T09:45", repeat: "workday" },
      reminders: [0],
    },
    at("2026-09-30", "08:00"),
  )
  const days = await runs(id, at("2026-09-30", "09:00"), at("2026-10-12", "10:00"), 30)
  expect(days.map((day) => day.slice(5, 10))).toEqual([
    ...["09-30", "10-08", "10-09", "10-10", "10-12"],
  ])
})

test("where clocks change a reminder keeps its time of the clock", async () => {
  await useZone("America/New_York")
  const id = await make(
    { start: "2026-10-30T09:00", end: "2026-10-30T09:30", repeat: "day", reminders: [30] },
    at("2026-10-30", "07:00"),
  )
  // On 1 November clocks go back from 2:00 to 1:00.
  expect(await runs(id, at("2026-10-30", "08:00"), at("2026-11-02", "10:00"))).toEqual([
    ...["2026-10-30T12:30", "2026-10-31T12:30", "2026-11-01T13:30", "2026-11-02T13:30"],
  ])
})

test("what lies in the hour that clocks skip or repeat is reminded of once", async () => {
  await useZone("America/New_York")
  const repeated = await make(
    { start: "2026-11-01T01:30", end: "2026-11-01T01:45", reminders: [10] },
    at("2026-10-31", "12:00"),
  )
  const night = (id: number, day: string) => runs(id, at(day, "00:00"), at(day, "04:00"), 5)
  expect(await night(repeated, "2026-11-01")).toHaveLength(1)
  const skipped = await make(
    { start: "2027-03-13T02:30", end: "2027-03-13T02:45", repeat: "day", reminders: [10] },
    at("2027-03-13", "12:00"),
  )
  expect(await night(skipped, "2027-03-14")).toHaveLength(1)
})

test("in quiet hours the reminder lies in the inbox at once, and its mail waits until they end", async () => {
  await engine().write(async ({ db: tx }) => {
    await tx.update(people).set({ quietFrom: 22 * 60, quietUntil: 8 * 60 })
    await tx.insert(notificationPreferences).values({
      ...{ personId: chen, category: "appointments.reminders", channel: "email", wanted: true },
    })
  })
  await make(
    { start: "2026-11-24T23:30", end: "2026-11-24T23:45", reminders: [10] },
    at("2026-11-24", "12:00"),
  )
  await remindOfAppointments(at("2026-11-24", "23:20"))
  expect(await db().select().from(bundles)).toHaveLength(1)
  expect(await sendDeliveries(at("2026-11-24", "23:20"))).toBe(0)
  expect(await sendDeliveries(at("2026-11-25", "07:59"))).toBe(0)
  expect(post.box).toEqual([])
  expect(await sendDeliveries(at("2026-11-25", "08:00"))).toBe(1)
  expect(post.box).toHaveLength(1)
})

test("what is years away is reminded of too, when its time comes", async () => {
  const now = at("2026-11-23", "08:00")
  const id = await make(
    { title: "营业执照到期", start: "2033-03-01T10:00", end: "2033-03-01T11:00", reminders: [60] },
    now,
  )
  const day = at("2033-03-01", "08:00")
  expect(await runs(id, day, new Date(day.getTime() + 3 * 60 * MINUTE))).toEqual([
    "2033-03-01T01:00",
  ])
})
