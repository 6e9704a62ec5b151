import { and, eq, like } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { aTask } from "@/tests/tasks"
import { addChecks, moveCheck, removeCheck, tickCheck } from "./checklist"
import { checksOf, mostChecks } from "./checks"
import { findTask } from "./task"
import { tickedOf } from "./ticked"

const who = { zhou: 0, chen: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen"] as const) who[name] = await aPerson(name)
})

const make = () => acting(who.zhou, (ctx) => aTask(ctx, who.chen))
const listed = async (id: number) => (await checksOf(db(), id)).map(({ body }) => body)
const withSteps = async (...bodies: string[]) => {
  const id = await make()
  await acting(who.chen, (ctx) => addChecks(ctx, id, bodies))
  return { id, steps: (await checksOf(db(), id)).map((check) => check.id) }
}

test("steps are ticked one by one and counted; the task's progress stays what was said", async () => {
  const { id, steps } = await withSteps("借机器", "跑三档", "写结论")
  const [first = 0, second = 0] = steps
  await acting(who.chen, (ctx) => tickCheck(ctx, id, first, true))
  await acting(who.chen, (ctx) => tickCheck(ctx, id, second, true))
  expect(await tickedOf([id])).toEqual(new Map([[id, { done: 2, of: 3 }]]))
  await acting(who.chen, (ctx) => tickCheck(ctx, id, second, false))
  expect((await tickedOf([id])).get(id)).toEqual({ done: 1, of: 3 })
  expect(await findTask(db(), id)).toMatchObject({ progress: 0, state: "todo", version: 1 })
})

test("each tick stands in the activity, without its words, and nobody is told of it", async () => {
  const { id, steps } = await withSteps("不外传的一步")
  const told = () => db().select().from(bundles).where(eq(bundles.recordId, id))
  const before = await told()
  await acting(who.zhou, (ctx) => tickCheck(ctx, id, steps[0] ?? 0, true))
  const said = await db()
    .select({ type: events.type, data: events.data })
    .from(events)
    .where(and(eq(events.recordId, id), like(events.type, "task.check_%")))
  expect(said.map(({ type }) => type)).toEqual(["task.check_added", "task.check_ticked"])
  expect(said.at(-1)?.data).toMatchObject({ done: 1, of: 1 })
  expect(JSON.stringify(said)).not.toContain("不外传")
  expect(await told()).toEqual(before)
})

test("a step goes to another place, and the others keep their order", async () => {
  const { id, steps } = await withSteps("一", "二", "三", "四")
  await acting(who.chen, (ctx) => moveCheck(ctx, id, steps[3] ?? 0, 1))
  expect(await listed(id)).toEqual(["一", "四", "二", "三"])
  await acting(who.chen, (ctx) => moveCheck(ctx, id, steps[0] ?? 0, 3))
  expect(await listed(id)).toEqual(["四", "二", "三", "一"])
  await acting(who.chen, (ctx) => removeCheck(ctx, id, steps[1] ?? 0))
  expect(await listed(id)).toEqual(["四", "三", "一"])
})

test("a step is reached through its own task only", async () => {
  const { steps } = await withSteps("别人的一步")
  const other = await make()
  const [step = 0] = steps
  for (const does of [
    () => acting(who.chen, (ctx) => tickCheck(ctx, other, step, true)),
    () => acting(who.chen, (ctx) => removeCheck(ctx, other, step)),
    () => acting(who.chen, (ctx) => moveCheck(ctx, other, step, 0)),
  ])
    await expect(does()).rejects.toMatchObject({ code: "not_found" })
})

test("a list has an end", async () => {
  const { id } = await withSteps(...Array.from({ length: mostChecks }, (_, nth) => `第 ${nth} 步`))
  await expect(acting(who.chen, (ctx) => addChecks(ctx, id, ["再一步"]))).rejects.toMatchObject({
    code: "invalid",
  })
  expect(await listed(id)).toHaveLength(mostChecks)
})
