import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { bundles as rows } from "@/db/schema/notifications"
import { usualCalendar } from "@/lib/calendar/working-days"
import { addDays } from "@/lib/calendar/zones"
import { listInbox } from "@/lib/notifications/queries"
import { comingLeave, companyToday } from "@/lib/people/leave"
import { covered, workingDaysOf } from "@/lib/people/leave-days"
import { leavesOn } from "@/lib/people/leave-now"
import { canSetLeave } from "@/lib/people/leave-policy"
import { endLeave, type NewLeave, outlook, takeLeave } from "@/lib/people/taking-leave"
import type { PersonActor } from "@/lib/platform/actor"
import { write } from "@/lib/platform/write"
import { createTask } from "@/lib/tasks/creating"
import { as } from "./personas"
import { beginWithWorld } from "./world"

let today = ""
beforeAll(async () => {
  await beginWithWorld()
  today = await companyToday()
})

const days = (from: number, until: number, deputyId: number | null = null): NewLeave => ({
  firstDay: addDays(today, from),
  lastDay: addDays(today, until),
  deputyId,
  note: "",
})

const take = (by: PersonActor, whose: PersonActor, leave: NewLeave) =>
  write(by, (ctx) => takeLeave(ctx, whose.personId, leave))

/** Somebody is given a task of a department. */
const assign = (by: PersonActor, ownerId: number, name: string, departmentId: number | null) =>
  write(by, (ctx) =>
    createTask(Object.assign(ctx, { actor: by }), {
      name,
      ownerId,
      departmentId,
      description: "",
      coworkerIds: [],
      startAt: null,
      dueAt: null,
      priority: "medium",
      sensitivityId: null,
      risk: "",
    }),
  )

const inboxOf = async (person: PersonActor) => {
  const parts = [await listInbox(person, "open", true), await listInbox(person, "open", false)]
  return parts.flatMap(({ bundles }) => bundles)
}

test("of a leave over the National Day only the working days count", () => {
  const calendar = usualCalendar("Asia/Shanghai", 2026)
  const leave = { firstDay: "2026-09-30", lastDay: "2026-10-09" }
  expect(workingDaysOf(calendar, leave)).toEqual(["2026-09-30", "2026-10-08", "2026-10-09"])
})

test("a deputy is away none, part or all of the days", () => {
  const some = ["2026-12-01", "2026-12-02"]
  expect(covered(some, [{ firstDay: "2026-12-03", lastDay: "2026-12-09" }])).toBe("none")
  expect(covered(some, [{ firstDay: "2026-12-02", lastDay: "2026-12-09" }])).toBe("part")
  expect(covered(some, [{ firstDay: "2026-11-02", lastDay: "2026-12-09" }])).toBe("whole")
})

test("one's own leave is set by oneself and by HR, by nobody else", async () => {
  const [own, hr, head] = [await as("Q011"), await as("Q002"), await as("Q010")]
  expect(canSetLeave(own, own.personId)).toBe(true)
  expect(canSetLeave(hr, own.personId)).toBe(true)
  expect(canSetLeave(head, own.personId)).toBe(false)
})

test("who is away is shown so from the first day to the last, with who stands in", async () => {
  const [chen, shi] = [await as("Q011"), await as("Q015")]
  await take(chen, chen, days(0, 2, shi.personId))
  const on = async (day: number) => leavesOn(db(), [chen.personId], addDays(today, day))
  expect((await on(0)).get(chen.personId)).toMatchObject({ deputyName: "石磊" })
  expect((await on(2)).size).toBe(1)
  expect((await on(3)).size).toBe(0)
})

test("the deputy and the head are told of it, and the person when HR wrote it down", async () => {
  const [hr, su, jiang] = [await as("Q002"), await as("Q021"), await as("Q022")]
  await take(hr, su, days(5, 6, jiang.personId))
  for (const told of [jiang, su, await as("Q020")])
    expect(
      (await inboxOf(told)).flatMap(({ items }) => items.map(({ type }) => type)),
      told.name,
    ).toContain("person.leave_taken")
})

test("what needs the absent person is told to the deputy too, in their name, if the deputy may see it", async () => {
  const [zhou, chen, shi] = [await as("Q010"), await as("Q011"), await as("Q015")]
  const seen = await assign(zhou, chen.personId, "修复登录", chen.departmentId)
  const hidden = await assign(zhou, chen.personId, "私下的安排", null)
  const bundles = await inboxOf(shi)
  expect(bundles.find(({ kind, recordId }) => kind === "task" && recordId === seen)).toMatchObject({
    needsYou: true,
    items: [{ type: "task.created", standsFor: "陈晨" }],
  })
  // Not only unseen: nothing of it was written for them, so no mail goes out either.
  const about = and(eq(rows.personId, shi.personId), eq(rows.kind, "task"))
  const told = await db().select().from(rows).where(about)
  expect(told.map(({ recordId }) => recordId)).toContain(seen)
  expect(told.map(({ recordId }) => recordId)).not.toContain(hidden)
  const own = (await inboxOf(chen)).find(
    ({ recordId, kind }) => kind === "task" && recordId === seen,
  )
  expect(own?.items[0]).not.toHaveProperty("standsFor")
})

test("leave that overlaps, is over or turned round is refused at its field", async () => {
  const chen = await as("Q011")
  const fields = (leave: NewLeave) => take(chen, chen, leave).catch(({ fields }) => fields)
  expect(await fields(days(2, 4))).toEqual({ firstDay: "people.leave.overlaps" })
  expect(await fields(days(-9, -8))).toEqual({ lastDay: "people.leave.over" })
  expect(await fields(days(9, 8))).toEqual({ lastDay: "people.leave.turned" })
  expect(await fields(days(9, 800))).toEqual({ lastDay: "people.leave.tooLong" })
})

test("nobody stands in for themselves, nor who is away all that time; part of it is warned of", async () => {
  const [chen, shi] = [await as("Q011"), await as("Q015")]
  const fields = (leave: NewLeave) => take(shi, shi, leave).catch(({ fields }) => fields)
  expect(await fields(days(20, 21, shi.personId))).toEqual({ deputy: "people.leave.ownDeputy" })
  await take(chen, chen, days(20, 30))
  expect(await fields(days(20, 30, chen.personId))).toEqual({ deputy: "people.leave.deputyAway" })
  const part = await outlook(db(), shi.personId, days(10, 24, chen.personId))
  expect(part.deputyAway).toBe("part")
  await take(shi, shi, days(10, 24, chen.personId))
})

test("leave is called off before it begins and ended early after; its days are free again", async () => {
  const [su, chen, zhou] = [await as("Q021"), await as("Q011"), await as("Q010")]
  const [coming] = await comingLeave(db(), su.personId)
  if (!coming) throw new Error("her leave is there")
  await write(su, (ctx) => endLeave(ctx, coming.leave))
  expect(await comingLeave(db(), su.personId)).toEqual([])
  await take(su, su, days(5, 6))

  const [running] = await comingLeave(db(), chen.personId)
  if (!running) throw new Error("his leave is there")
  await write(chen, (ctx) => endLeave(ctx, running.leave))
  const since = await assign(zhou, chen.personId, "回来之后的任务", chen.departmentId)
  const deputy = await inboxOf(await as("Q015"))
  expect(deputy.some(({ kind, recordId }) => kind === "task" && recordId === since)).toBe(false)
  await expect(write(chen, (ctx) => endLeave(ctx, running.leave))).rejects.toMatchObject({
    code: "conflict",
  })
})
