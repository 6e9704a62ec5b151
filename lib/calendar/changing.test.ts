import { desc } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"
import { write } from "@/lib/platform/write"
import { changeSetting } from "@/lib/settings/changing"
import { actor, aPerson } from "@/tests/people"
import { importDays, removeDay, setDays, type WorkDay } from "./changing"
import { companyCalendar } from "./company-calendar"
import { weekForm } from "./week-input"
import { addWorkingTime } from "./work-time"
import { daysOfYear } from "./year-days"

let me: PersonActor

beforeAll(async () => {
  await migrate()
  me = await actor(await aPerson("Q001"))
})

const change = <T>(run: (ctx: Ctx) => Promise<T>) => write(me, run)
const day = (on: string, kind: WorkDay["kind"], name: string): WorkDay => ({
  day: on,
  kind,
  name: { zh: name, en: name },
})
const own = async () => (await settings()).workDays.map((each) => `${each.day} ${each.kind}`)
/** Two working hours from a Thursday at five in the afternoon, in Shanghai. */
const answerDue = async () =>
  addWorkingTime(await companyCalendar(), new Date("2026-11-26T17:00+08:00"), 120).toISOString()

test("the week has several periods a day, in order however they were typed", () => {
  const week = weekForm.parse({
    mon0From: "13:30",
    mon0Until: "18:00",
    mon1From: "09:00",
    mon1Until: "12:00",
    mon3From: "",
    mon3Until: "",
    sat0From: "20:00",
    sat0Until: "00:00",
  })
  expect(week[0]).toEqual([
    ["09:00", "12:00"],
    ["13:30", "18:00"],
  ])
  expect(week[5]).toEqual([["20:00", "24:00"]])
  expect(week[6]).toEqual([])
})

test("a period that ends before it begins, is half empty or overlaps is refused at its field", () => {
  const wrong = (typed: Record<string, string>) =>
    weekForm.safeParse(typed).error?.issues.map((it) => [it.path.join(), it.message])
  expect(wrong({ mon0From: "12:00", mon0Until: "09:00" })).toEqual([
    ["mon0Until", "calendar.error.endsBefore"],
  ])
  expect(wrong({ tue1From: "09:00", tue1Until: "" })).toEqual([["tue1Until", "errors.required"]])
  const overlapping = {
    fri0From: "13:00",
    fri0Until: "18:00",
    fri1From: "09:00",
    fri1Until: "14:00",
  }
  expect(wrong(overlapping)).toEqual([["fri0From", "calendar.error.overlaps"]])
  expect(wrong({ mon0From: "", mon0Until: "" })).toEqual([["week", "calendar.error.noHours"]])
  expect(wrong({ someday0From: "09:00" })).toHaveLength(1)
})

test("working time goes by the company's own days and hours at once", async () => {
  expect(await answerDue()).toBe("2026-11-27T02:00:00.000Z")
  await change((ctx) => setDays(ctx, [day("2026-11-27", "off", "公司日")]))
  expect(await answerDue()).toBe("2026-11-30T02:00:00.000Z")
  await change((ctx) => setDays(ctx, [day("2026-11-28", "work", "补班")]))
  expect(await answerDue()).toBe("2026-11-28T02:00:00.000Z")
  const week = weekForm.parse({ thu0From: "16:00", thu0Until: "00:00" })
  await change((ctx) => changeSetting(ctx, "workWeek", week))
  expect(await answerDue()).toBe("2026-11-26T11:00:00.000Z")
})

test("a day entered again is changed; a day taken away is gone, once", async () => {
  await change((ctx) => setDays(ctx, [day("2026-11-28", "off", "周年庆")]))
  expect(await own()).toEqual(["2026-11-27 off", "2026-11-28 off"])
  await change((ctx) => removeDay(ctx, "2026-11-28"))
  expect(await own()).toEqual(["2026-11-27 off"])
  await expect(change((ctx) => removeDay(ctx, "2026-11-28"))).rejects.toMatchObject({
    code: "not_found",
  })
  const [said] = await db().select().from(events).orderBy(desc(events.id)).limit(1)
  expect(said).toMatchObject({ type: "settings.changed", data: { names: ["workDays"] } })
})

test("a list is imported whole or not at all, and only when it is confirmed", async () => {
  const list = "2026-11-27,休,公司日\n2027-01-01,休,元旦\n2027-01-03,班,调休上班"
  const broken = await change((ctx) => importDays(ctx, `${list}\n2027-02-30,休,没有`, true))
  expect(broken).toMatchObject({ step: "errors", errors: [{ row: 4, column: "day" }] })
  const preview = await change((ctx) => importDays(ctx, list, false))
  expect(preview).toMatchObject({
    step: "preview",
    days: [{ was: "same" }, { was: "new" }, { was: "new" }],
  })
  expect(await own()).toEqual(["2026-11-27 off"])
  await change((ctx) => importDays(ctx, list, true))
  await change((ctx) => importDays(ctx, list, true))
  expect(await own()).toEqual(["2026-11-27 off", "2027-01-01 off", "2027-01-03 work"])
})

test("a year shows the country's days as runs and the company's own one by one", async () => {
  const { workDays } = await settings()
  const rows = daysOfYear(2026, [...workDays, day("2026-10-02", "work", "值守")])
  const october = rows.filter(({ from }) => from >= "2026-10-01" && from <= "2026-10-07")
  expect(october.map(({ from, until, kind, own }) => [from, until, kind, own])).toEqual([
    ["2026-10-01", "2026-10-01", "off", false],
    ["2026-10-02", "2026-10-02", "work", true],
    ["2026-10-03", "2026-10-07", "off", false],
  ])
  expect(daysOfYear(2027, workDays).map(({ own }) => own)).toEqual([true, true])
})
