import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { announcements } from "@/db/schema/groups"
import { instantOf } from "@/lib/calendar/zones"
import { takeLeave } from "@/lib/people/taking-leave"
import { aGroup, ask, clockOf, clocksOn, doing } from "@/tests/clocks"
import { aPerson } from "@/tests/people"

const who = { ann: 0, bob: 0, eve: 0, max: 0, tom: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["ann", "bob", "eve", "max", "tom"] as const) who[name] = await aPerson(name)
  group = await aGroup({ managers: [who.max], members: [who.ann, who.bob, who.eve] })
})

/** A moment of company time. */
const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const monday = (clock: string) => at("2026-11-23", clock)

test("an ordinary answer is due after two working hours, with a reminder at half of them", async () => {
  const id = await ask({ groupId: group, by: who.ann, asked: [who.bob], at: monday("10:00") })
  expect(await clockOf(id, who.bob)).toMatchObject({
    groupId: group,
    holderId: who.bob,
    askedById: who.ann,
    openedAt: monday("10:00"),
    remindAt: monday("11:00"),
    dueAt: monday("12:00"),
    open: true,
  })
})

test("what is asked before lunch is due after it", async () => {
  const id = await ask({ groupId: group, by: who.ann, asked: [who.bob], at: monday("11:30") })
  expect(await clockOf(id, who.bob)).toMatchObject({
    remindAt: monday("14:00"),
    dueAt: monday("15:00"),
  })
})

test("an urgent answer is due after a quarter of an hour, at three in the morning too", async () => {
  const night = at("2026-11-22", "03:00")
  const id = await ask({
    groupId: group,
    by: who.ann,
    asked: [who.bob],
    at: night,
    urgency: "urgent",
  })
  expect(await clockOf(id, who.bob)).toMatchObject({
    remindAt: at("2026-11-22", "03:05"),
    dueAt: at("2026-11-22", "03:15"),
  })
})

test("a group's announcement sets its own times, the newest counts", async () => {
  const own = await aGroup({ members: [who.ann, who.bob] })
  await doing(who.ann, new Date(0), (ctx) =>
    ctx.tx.insert(announcements).values(
      [480, 60].map((ordinaryMinutes) => ({
        groupId: own,
        topic: "发布",
        ordinaryMinutes,
        urgentMinutes: 8,
        authorId: who.ann,
        at: new Date(0),
      })),
    ),
  )
  const first = await ask({ groupId: own, by: who.ann, asked: [who.bob], at: monday("10:00") })
  expect((await clockOf(first, who.bob)).dueAt).toEqual(monday("11:00"))
  const urgent = { urgency: "urgent" as const, at: monday("10:00") }
  const second = await ask({ groupId: own, by: who.ann, asked: [who.bob], ...urgent })
  expect(await clockOf(second, who.bob)).toMatchObject({
    remindAt: monday("10:04"),
    dueAt: monday("10:08"),
  })
})

test("everybody asked has a clock of their own; the author, strangers and repeats have none", async () => {
  const asked = [who.bob, who.eve, who.bob, who.ann, who.tom]
  const id = await ask({ groupId: group, by: who.ann, asked, at: monday("10:00") })
  expect((await clocksOn(id)).map(({ personId }) => personId)).toEqual([who.bob, who.eve])
})

test("somebody on leave hands their clock to the deputy, if that is a member", async () => {
  const today = new Date()
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(today)
  const leave = (personId: number, deputyId: number) =>
    doing(personId, today, (ctx) =>
      takeLeave(ctx, personId, { firstDay: day, lastDay: day, deputyId, note: "" }),
    )
  await leave(who.bob, who.eve)
  const inside = await ask({ groupId: group, by: who.ann, asked: [who.bob], at: today })
  expect((await clockOf(inside, who.bob)).holderId).toBe(who.eve)
  // Nobody answers their own question.
  const own = await ask({ groupId: group, by: who.eve, asked: [who.bob], at: today })
  expect((await clockOf(own, who.bob)).holderId).toBe(who.max)
  // A deputy outside the group is skipped for its manager, who may not be there.
  const outside = await aGroup({ managers: [who.max], members: [who.ann, who.bob] })
  const other = await ask({ groupId: outside, by: who.ann, asked: [who.bob], at: today })
  expect((await clockOf(other, who.bob)).holderId).toBe(who.max)
  const alone = await aGroup({ kind: "direct", name: "", managers: [who.ann, who.bob] })
  const direct = { urgency: "urgent" as const, at: today }
  const last = await ask({ groupId: alone, by: who.ann, asked: [who.bob], ...direct })
  expect((await clockOf(last, who.bob)).holderId).toBe(who.bob)
  expect(await db().select().from(announcements)).toHaveLength(2)
})
