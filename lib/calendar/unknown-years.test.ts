import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { hire } from "@/lib/people/test-people"
import { writeSetting } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { tellOfUnknownYear } from "./unknown-years"

let administrator = 0
let colleague = 0

beforeAll(async () => {
  await migrate()
  administrator = await hire("Q301", "qing-shan-4-lv-shui", ["platform"])
  colleague = await hire("Q302", "qing-shan-4-lv-shui", ["hr"])
})

const heardOf = async (personId: number) => {
  const rows = await db().select().from(bundles).where(eq(bundles.personId, personId))
  return rows.flatMap(({ kind, recordId }) => (kind === "work_year" ? [recordId] : []))
}

test("from November administrators hear once of a next year whose days off nobody knows", async () => {
  await tellOfUnknownYear(new Date("2097-10-31T12:00:00+08:00"))
  expect(await heardOf(administrator)).toEqual([])
  // The year begins where the company is: in UTC this is still October.
  await tellOfUnknownYear(new Date("2097-11-01T01:00:00+08:00"))
  await tellOfUnknownYear(new Date("2097-12-24T12:00:00+08:00"))
  expect(await heardOf(administrator)).toEqual([2098])
  expect(await heardOf(colleague)).toEqual([])
})

test("nobody hears of a year that is known, by itself or because the company wrote its days down", async () => {
  await tellOfUnknownYear(new Date("2024-11-05T12:00:00+08:00"))
  await writeAsSystem("test", async (ctx) => {
    const name = { zh: "元旦", en: "New Year's Day" }
    await writeSetting(ctx, "workDays", [{ day: "2096-01-01", kind: "off", name }])
    ctx.said.push({ type: "settings.changed", recordId: 0 })
  })
  await tellOfUnknownYear(new Date("2095-11-05T12:00:00+08:00"))
  expect(await heardOf(administrator)).toEqual([2098])
})
