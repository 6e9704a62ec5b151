import { eq } from "drizzle-orm"
import ICAL from "ical.js"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { findAppointment } from "./appointment"
import { cancelAppointment, restoreAppointment } from "./cancelling"
import { entriesIn } from "./entries"
import { feedOf } from "./feed"
import { appointmentFields, type Which } from "./inputs"
import { moveAppointment } from "./moving"
import { contentFrom } from "./reading-input"
import { saveAppointment } from "./saving"
import { createAppointment } from "./writing"

const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const now = at("2026-11-22", "10:00")
const weeks = { from: at("2026-11-23", "00:00"), until: at("2026-12-24", "00:00") }
let chen = 0

beforeAll(async () => {
  await migrate()
  chen = await aPerson("chen")
})
beforeEach(async () => {
  await engine().write(async ({ db: tx }) => void (await tx.delete(appointments)))
})

const weekly = {
  ...{ title: "周会", place: "青松", start: "2026-11-24T15:00", end: "2026-11-24T16:00" },
  ...{ repeat: "week", on: ["tue"] },
}
const make = (more: object = {}) =>
  acting(
    chen,
    async (ctx) => {
      const fields = appointmentFields.parse({ ...weekly, ...more })
      return createAppointment(ctx, contentFrom(fields, await companyCalendar()))
    },
    now,
  )
const found = async (id: number) => {
  const one = await findAppointment(db(), id)
  if (!one) throw new Error("there is no such appointment")
  return one
}
/** As its form would be sent from an occurrence, with what was typed anew. */
const save = (id: number, which: Which, day: string, typed: object = {}) =>
  acting(
    chen,
    async (ctx) => {
      const appointment = await found(id)
      const times = { start: `${day}T15:00`, end: `${day}T16:00` }
      const fields = appointmentFields.parse({ ...weekly, ...times, ...typed })
      const { version } = appointment
      return saveAppointment(ctx, appointment, { ...fields, version, which, day })
    },
    now,
  )
const shown = async () =>
  (await entriesIn(await actor(chen), { of: "mine" }, weeks)).map(
    ({ title, place, start }) => `${start.toISOString().slice(5, 13)} ${title} ${place}`,
  )
const rows = () => db().select().from(appointments).orderBy(appointments.id)
const fed = async () => {
  const { text } = await feedOf(await actor(chen), now)
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((each) => new ICAL.Event(each))
}

test("one occurrence says something else, and moving it keeps that", async () => {
  const id = await make()
  await save(id, "one", "2026-12-01", { title: "周会（含评审）", place: "白桦" })
  expect((await shown()).slice(0, 3)).toEqual([
    ...["11-24T07 周会 青松", "12-01T07 周会（含评审） 白桦", "12-08T07 周会 青松"],
  ])
  const place = { start: at("2026-12-02", "10:00"), end: at("2026-12-02", "11:00") }
  await acting(chen, async (ctx) =>
    moveAppointment(ctx, await found(id), 2, { day: "2026-12-01", ...place }),
  )
  expect((await shown())[1]).toBe("12-02T02 周会（含评审） 白桦")
})

test("what an occurrence doesn't say itself follows the others, also later", async () => {
  const id = await make()
  await save(id, "one", "2026-12-01", { title: "周会（含评审）" })
  await save(id, "all", "2026-11-24", { place: "白桦" })
  expect((await shown()).slice(0, 2)).toEqual([
    ...["11-24T07 周会 白桦", "12-01T07 周会（含评审） 白桦"],
  ])
})

test("an occurrence that says again what all say is no exception any more", async () => {
  const id = await make()
  await save(id, "one", "2026-12-01", { title: "别的" })
  await save(id, "one", "2026-12-01")
  expect((await found(id)).changes).toEqual([])
})

test("all of them changed from a later occurrence still begin with the first", async () => {
  const id = await make()
  await save(id, "all", "2026-12-08", { title: "部门周会" })
  expect((await shown())[0]).toBe("11-24T07 部门周会 青松")
  await save(id, "all", "2026-12-08", { start: "2026-12-09T10:00", end: "2026-12-09T11:30" })
  expect((await shown()).slice(0, 2)).toEqual([...["11-25T02 周会 青松", "12-02T02 周会 青松"]])
  expect((await found(id)).endAt).toEqual(at("2026-11-25", "11:30"))
})

test("this and all following: the old series ends the day before, a new one begins", async () => {
  const id = await make({ until: "2026-12-22" })
  await save(id, "one", "2026-11-24", { title: "第一次" })
  await save(id, "one", "2026-12-15", { title: "年终" })
  await save(id, "following", "2026-12-08", { place: "白桦", until: "2026-12-22" })
  expect(await shown()).toEqual([
    ...["11-24T07 第一次 青松", "12-01T07 周会 青松"],
    ...["12-08T07 周会 白桦", "12-15T07 年终 白桦", "12-22T07 周会 白桦"],
  ])
  const [old, fresh] = await rows()
  expect(old).toMatchObject({ id, rule: "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207" })
  expect(fresh).toMatchObject({ rule: "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222", version: 1 })
  expect(fresh?.remindAt).toBeNull()
})

test("from another weekday on, days that were changed don't go along", async () => {
  const id = await make()
  await save(id, "one", "2026-12-15", { title: "年终" })
  await save(id, "following", "2026-12-08", {
    ...{ start: "2026-12-09T09:00", end: "2026-12-09T10:00" },
  })
  expect(await shown()).toEqual([
    ...["11-24T07 周会 青松", "12-01T07 周会 青松"],
    ...["12-09T01 周会 青松", "12-16T01 周会 青松", "12-23T01 周会 青松"],
  ])
})

test("all following the first are all of them: nothing is split", async () => {
  const id = await make()
  await save(id, "following", "2026-11-24", { title: "部门周会" })
  expect(await rows()).toHaveLength(1)
  expect((await found(id)).title).toBe("部门周会")
})

test("subscribed calendars get the old series with a higher number, and the new one by its own name", async () => {
  const id = await make()
  const [before] = await fed()
  await save(id, "one", "2026-12-15", { title: "年终", note: "带上清单" })
  await save(id, "following", "2026-12-08", { place: "白桦" })
  const [old, fresh, changed] = await fed()
  expect(old?.uid).toBe(before?.uid)
  expect(old?.sequence).toBe(2)
  expect(old?.component.getFirstPropertyValue("rrule")?.toString()).toMatch(
    /UNTIL=20261207T070000Z/,
  )
  expect(fresh?.uid).not.toBe(old?.uid)
  expect(fresh?.startDate.toString()).toBe("2026-12-08T15:00:00")
  expect(changed?.uid).toBe(fresh?.uid)
  expect([changed?.summary, changed?.description, changed?.location]).toEqual([
    ...["年终", "带上清单", "白桦"],
  ])
})

test("this, this and all following, or all are taken out, and each is taken back whole", async () => {
  const id = await make()
  await save(id, "one", "2026-12-15", {
    ...{ title: "年终", start: "2026-12-16T10:00", end: "2026-12-16T11:00" },
  })
  const whole = await shown()
  const part = async (which: Which) => {
    const before = await acting(chen, async (ctx) =>
      cancelAppointment(ctx, await found(id), { day: "2026-12-15", which }),
    )
    const left = await shown()
    await acting(chen, async (ctx) =>
      restoreAppointment(ctx, await found(id), {
        ...{ day: "2026-12-15", which, until: before ?? undefined },
      }),
    )
    expect(await shown()).toEqual(whole)
    return left
  }
  expect(await part("one")).toEqual([
    ...["11-24T07 周会 青松", "12-01T07 周会 青松", "12-08T07 周会 青松", "12-22T07 周会 青松"],
  ])
  expect(await part("following")).toEqual(whole.slice(0, 3))
  expect(await part("all")).toEqual([])
})

test("all following the first taken out are all of it", async () => {
  const id = await make()
  await acting(chen, async (ctx) =>
    cancelAppointment(ctx, await found(id), { day: "2026-11-24", which: "following" }),
  )
  const [row] = await db().select().from(appointments).where(eq(appointments.id, id))
  expect(row?.cancelledAt).not.toBeNull()
})

test("a day that the rule doesn't have is no occurrence, whatever is asked of it", async () => {
  const id = await make()
  for (const which of ["one", "following", "all"] as const)
    await expect(save(id, which, "2026-12-02")).rejects.toMatchObject({ code: "not_found" })
  for (const which of ["one", "following"] as const)
    await expect(
      acting(chen, async (ctx) =>
        cancelAppointment(ctx, await found(id), { day: "2026-12-02", which }),
      ),
    ).rejects.toMatchObject({ code: "not_found" })
})

test("a series that is split while somebody has an older one open is refused there", async () => {
  const id = await make()
  await save(id, "following", "2026-12-08")
  await expect(
    acting(chen, async (ctx) => {
      const fields = appointmentFields.parse(weekly)
      const form = { ...fields, version: 1, which: "following" as const, day: "2026-12-01" }
      return saveAppointment(ctx, await found(id), form)
    }),
  ).rejects.toMatchObject({ code: "conflict" })
})
