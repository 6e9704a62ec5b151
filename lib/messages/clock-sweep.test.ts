import { and, asc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { instantOf } from "@/lib/calendar/zones"
import { aGroup, ask, clockOf, doing, heads } from "@/tests/clocks"
import { aPerson } from "@/tests/people"
import { answerClocks } from "./clock-answering"
import { sweepClocks } from "./clock-sweep"

const who = { ann: 0, bob: 0, eve: 0, max: 0, top: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  who.ann = await aPerson("ann", { name: "安然", department: "客服部" })
  who.bob = await aPerson("bob", { name: "陈晨", department: "后端组" })
  who.eve = await aPerson("eve", { name: "周舟", department: "研发部" })
  who.max = await aPerson("max", { name: "林默" })
  who.top = await aPerson("top", { name: "柯南星", department: "总经办" })
  await heads("研发部", who.eve)
  await heads("后端组", null, "研发部")
  group = await aGroup({ managers: [who.max], members: [who.ann, who.bob] })
})

const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const monday = (clock: string) => at("2026-11-23", clock)

/** When something was said of a record. */
const saidOf = async (type: string, recordId: number) => {
  const about = and(eq(events.type, type), eq(events.recordId, recordId))
  const rows = await db().select().from(events).where(about).orderBy(asc(events.id))
  return rows.map((row) => row.at)
}

const toldOf = async (kind: string, recordId: number) => {
  const about = and(eq(bundles.kind, kind), eq(bundles.recordId, recordId))
  return db().select().from(bundles).where(about).orderBy(asc(bundles.personId))
}

const openBy = (asked: number[], urgency: "ordinary" | "urgent", when: Date) =>
  ask({ groupId: group, by: who.ann, asked, urgency, at: when })

test("an ordinary answer is reminded of once, at half its time", async () => {
  const id = await openBy([who.bob], "ordinary", monday("10:00"))
  await sweepClocks(monday("10:59"))
  expect(await saidOf("message.reminded", id)).toEqual([])
  for (const clock of ["11:00", "11:01", "11:30"]) await sweepClocks(monday(clock))
  expect(await saidOf("message.reminded", id)).toEqual([monday("11:00")])
  expect(await toldOf("message", id)).toMatchObject([{ personId: who.bob, needsYou: true }])
  expect(await clockOf(id, who.bob)).toMatchObject({ remindAt: null, remindedAt: monday("11:00") })
})

test("an urgent one rings every five minutes, also past its end, half an hour at most", async () => {
  const id = await openBy([who.bob], "urgent", monday("02:00"))
  for (let minute = 0; minute < 90; minute += 1)
    await sweepClocks(new Date(monday("02:00").getTime() + minute * 60_000))
  const minutes = (await saidOf("message.reminded", id)).map(
    (said) => (said.getTime() - monday("02:00").getTime()) / 60_000,
  )
  expect(minutes).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45])
})

test("what was missed while the portal was down is made up for once", async () => {
  const id = await openBy([who.bob], "urgent", monday("03:00"))
  for (const clock of ["03:22", "03:23", "03:27"]) await sweepClocks(monday(clock))
  expect(await saidOf("message.reminded", id)).toEqual([monday("03:22"), monday("03:27")])
})

test("an overdue answer goes to the nearest head and the group's managers, once", async () => {
  const id = await openBy([who.bob], "ordinary", monday("13:30"))
  await sweepClocks(monday("15:29"))
  expect((await clockOf(id, who.bob)).escalatedAt).toBeNull()
  for (const clock of ["15:30", "15:31"]) await sweepClocks(monday(clock))
  const clock = await clockOf(id, who.bob)
  expect(clock).toMatchObject({ escalatedAt: monday("15:30"), open: true })
  expect(clock.escalatedTo).toEqual([who.eve, who.max])
  expect(await saidOf("clock.escalated", clock.id)).toHaveLength(1)
  expect((await toldOf("clock", clock.id)).map(({ personId }) => personId)).toEqual([
    who.eve,
    who.max,
  ])
  await doing(who.bob, monday("16:00"), (ctx) =>
    answerClocks(ctx, { personId: who.bob, messageIds: [id], how: "reply" }),
  )
  expect(await toldOf("clock", clock.id)).toMatchObject([{ state: "done" }, { state: "done" }])
})
