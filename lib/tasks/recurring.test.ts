import { asc, eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { departments, people } from "@/db/schema/people"
import { taskSeries, tasks } from "@/db/schema/tasks"
import { instantOf } from "@/lib/calendar/zones"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { aPerson } from "@/tests/people"
import { acting, aGroup } from "@/tests/talk"
import { addChecks, tickCheck } from "./checklist"
import { checksOf } from "./checks"
import { createTask } from "./creating"
import { editTask } from "./editing"
import { moveTask } from "./progressing"
import { makeNextTimes, passedOnes } from "./recurring"
import { type repeats, ruleFrom } from "./repeating-input"
import { endSeries, repeatTask } from "./series"
import { findTask, seenTask } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0, shi: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo", "shi"] as const) who[name] = await aPerson(name)
})

const at = (day: string, clock = "18:00") => instantOf("Asia/Shanghai", day, clock)
/** A Monday. */
const monday = "2026-11-02"

async function series(
  every: (typeof repeats)[number],
  due = at(monday),
  more: Parameters<typeof ruleFrom>[0] = {},
) {
  const made = at("2026-11-01", "09:00")
  return acting(
    who.zhou,
    async (ctx) => {
      const id = await createTask(ctx, {
        ...{ name: "周报 #例会", description: "", risk: "", priority: "high", dueAt: due },
        ...{ ownerId: who.zhou, coworkerIds: [who.chen], startAt: at("2026-11-01") },
        ...{ departmentId: null, sensitivityId: null },
      })
      const task = await findTask(ctx.tx, id)
      if (task) await repeatTask(ctx, task, await ruleFrom({ every, ...more }, due))
      return id
    },
    made,
  )
}
const complete = (id: number, now: Date) =>
  acting(
    who.zhou,
    async (ctx) => {
      const task = await seenTask(ctx, { id })
      if (task) await moveTask(ctx, task, "done")
    },
    now,
  )
async function timesOf(id: number) {
  const task = await findTask(db(), id)
  const rows = await db()
    .select()
    .from(tasks)
    .where(eq(tasks.seriesId, task?.seriesId ?? 0))
    .orderBy(asc(tasks.occurrence))
  return rows
}
const days = async (id: number) => (await timesOf(id)).map(({ occurrence }) => occurrence)

test("what is done comes again at the same time of day, with the same people and its steps unticked", async () => {
  const id = await series("week")
  await acting(who.zhou, (ctx) => addChecks(ctx, id, ["收数字", "写结论"]))
  const [step] = await checksOf(db(), id)
  await acting(who.zhou, (ctx) => tickCheck(ctx, id, step?.id ?? 0, true))
  await complete(id, at(monday, "15:00"))
  const [, next] = await timesOf(id)
  expect(next).toMatchObject({
    ...{ name: "周报 #例会", ownerId: who.zhou, state: "todo", progress: 0, priority: "high" },
    ...{ occurrence: "2026-11-09", dueAt: at("2026-11-09"), startAt: at("2026-11-08") },
  })
  expect((await findTask(db(), next?.id ?? 0))?.coworkerIds).toEqual([who.chen])
  const steps = await checksOf(db(), next?.id ?? 0)
  expect(steps.map(({ body, doneAt }) => [body, doneAt])).toEqual([
    ["收数字", null],
    ["写结论", null],
  ])
})

test("the time passing makes the next one, once, however often it is looked at and by how many", async () => {
  const id = await series("week")
  await makeNextTimes(at(monday, "17:59"))
  expect(await days(id)).toEqual(["2026-11-02"])
  await Promise.all([1, 2, 3].map(() => makeNextTimes(at(monday, "18:01"))))
  expect(await days(id)).toEqual(["2026-11-02", "2026-11-09"])
  await complete(id, at("2026-11-03"))
  expect(await days(id)).toEqual(["2026-11-02", "2026-11-09"])
  await Promise.all([
    complete((await timesOf(id))[1]?.id ?? 0, at("2026-11-09", "18:30")),
    makeNextTimes(at("2026-11-09", "18:30")),
  ])
  expect(await days(id)).toEqual(["2026-11-02", "2026-11-09", "2026-11-16"])
})

test("what passed while the portal stood still isn't made up for", async () => {
  const id = await series("week")
  await makeNextTimes(at("2026-12-01"))
  expect(await days(id)).toEqual(["2026-11-02", "2026-12-07"])
})

test("working days leave out weekends and holidays, months keep their last day", async () => {
  const daily = await series("workday", at("2026-09-30"))
  await complete(daily, at("2026-09-30", "12:00"))
  expect(await days(daily)).toEqual(["2026-09-30", "2026-10-08"])
  const monthly = await series("month", at("2026-11-30"))
  await complete(monthly, at("2026-11-30", "12:00"))
  const [, second] = await timesOf(monthly)
  await complete(second?.id ?? 0, at("2026-12-31", "12:00"))
  expect(await days(monthly)).toEqual(["2026-11-30", "2026-12-31", "2027-01-31"])
})

test("an ended series, and one past its last day, doesn't come again", async () => {
  const ended = await series("day")
  await acting(who.zhou, async (ctx) => {
    const task = await seenTask(ctx, { id: ended })
    if (task) await endSeries(ctx, task)
  })
  await complete(ended, at(monday, "12:00"))
  expect(await days(ended)).toEqual([monday])
  const until = await series("day", at(monday), { until: "2026-11-03" })
  await complete(until, at(monday, "12:00"))
  await complete((await timesOf(until))[1]?.id ?? 0, at("2026-11-03", "12:00"))
  expect(await days(until)).toEqual([monday, "2026-11-03"])
  const rows = await db()
    .select()
    .from(taskSeries)
    .where(eq(taskSeries.id, (await findTask(db(), until))?.seriesId ?? 0))
  expect(rows[0]?.endedAt).not.toBeNull()
})

test("a changed rule counts from the time it was changed at", async () => {
  const id = await series("week")
  await complete(id, at(monday, "12:00"))
  const [, next] = await timesOf(id)
  await acting(who.zhou, async (ctx) => {
    const task = await seenTask(ctx, { id: next?.id ?? 0 })
    if (task?.dueAt)
      await repeatTask(ctx, task, await ruleFrom({ every: "week", interval: 2 }, task.dueAt))
  })
  await complete(next?.id ?? 0, at("2026-11-09", "12:00"))
  expect(await days(id)).toEqual(["2026-11-02", "2026-11-09", "2026-11-23"])
})

test("due at another time and by another rule, it comes after that time and never on the same day twice", async () => {
  const id = await series("week")
  const wednesday = at("2026-11-04")
  await acting(
    who.zhou,
    async (ctx) => {
      const task = await seenTask(ctx, { id })
      if (!task) return
      await editTask(ctx, task, task.version, { dueAt: wednesday, reason: "改到周三" })
      const moved = await seenTask(ctx, { id })
      if (moved) await repeatTask(ctx, moved, await ruleFrom({ every: "week" }, wednesday))
    },
    at("2026-11-01", "10:00"),
  )
  await complete(id, at(monday, "12:00"))
  expect((await timesOf(id)).map(({ dueAt }) => dueAt)).toEqual([wednesday, at("2026-11-11")])
})

// On tables as small as these PostgreSQL would rather read all of them.
if (!onPostgres)
  test("every minute the series are walked, with one look at the newest time of each", async () => {
    const asked = passedOnes(db(), new Date(), 0).getSQL()
    const plan = JSON.stringify(await engine().rows(db(), sql`explain query plan ${asked}`))
    expect(plan).toContain("SEARCH tasks USING INDEX tasks_series (series_id=? AND occurrence=?)")
    expect(plan).not.toContain("SCAN tasks")
  })

/** Weekly work of 许诺 that 石磊 made, with 陈晨 to help. */
const given = (more: { departmentId?: number | null; groupId?: number | null } = {}) =>
  acting(
    who.shi,
    async (ctx) => {
      const id = await createTask(ctx, {
        ...{ name: "对账", description: "", risk: "", priority: "medium", dueAt: at(monday) },
        ...{ ownerId: who.nuo, coworkerIds: [who.chen, who.shi], startAt: null },
        ...{ departmentId: null, sensitivityId: null, ...more },
      })
      const task = await findTask(ctx.tx, id)
      if (task) await repeatTask(ctx, task, await ruleFrom({ every: "week" }, at(monday)))
      return id
    },
    at("2026-11-01", "09:00"),
  )
const leaves = (id: number, disabledAt: Date | null = at("2026-11-01")) =>
  engine().write(({ db: tx }) => tx.update(people).set({ disabledAt }).where(eq(people.id, id)))
const seriesOf = async (id: number) => {
  const [row] = await db()
    .select()
    .from(taskSeries)
    .where(eq(taskSeries.id, (await findTask(db(), id))?.seriesId ?? 0))
  return row
}

test("when its owner has left, a series goes on with its creator, and without helpers who left", async () => {
  const id = await given()
  await leaves(who.nuo)
  await leaves(who.chen)
  await makeNextTimes(at(monday, "18:01"))
  const [, next] = await timesOf(id)
  expect(next?.ownerId).toBe(who.shi)
  expect((await findTask(db(), next?.id ?? 0))?.coworkerIds).toEqual([])
  for (const one of [who.nuo, who.chen]) await leaves(one, null)
})

test("its creator gone too, it is the head's of its home; where there is none it ends", async () => {
  const [home] = await db().select().from(departments)
  const setHead = (headId: number | null) =>
    acting(who.zhou, async (ctx) => {
      await ctx.tx
        .update(departments)
        .set({ headId })
        .where(eq(departments.id, home?.id ?? 0))
      await organisationChanged(ctx)
      emit(ctx, { type: "department.headed", recordId: home?.id ?? 0 })
    })
  await setHead(who.zhou)
  const [led, alone] = [await given({ departmentId: home?.id ?? 0 }), await given()]
  for (const one of [who.nuo, who.shi]) await leaves(one)
  await makeNextTimes(at(monday, "18:01"))
  expect((await timesOf(led))[1]?.ownerId).toBe(who.zhou)
  expect(await days(alone)).toEqual([monday])
  expect((await seriesOf(alone))?.endedAt).not.toBeNull()
  for (const one of [who.nuo, who.shi]) await leaves(one, null)
  await setHead(null)
})

test("the work of an archived group doesn't come again", async () => {
  const groupId = await aGroup([who.shi, who.nuo])
  const id = await given({ groupId })
  await engine().write(({ db: tx }) =>
    tx
      .update(groups)
      .set({ archivedAt: at(monday, "12:00") })
      .where(eq(groups.id, groupId)),
  )
  await makeNextTimes(at(monday, "18:01"))
  expect(await days(id)).toEqual([monday])
  expect((await seriesOf(id))?.endedAt).not.toBeNull()
})
