import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { aTask } from "@/tests/tasks"
import { linkTask, unlinkTask } from "./linking"
import { linksOf, topicsOf } from "./links"
import { namedTasks } from "./naming"
import { moveTask } from "./progressing"
import { seenTask } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo"] as const) who[name] = await aPerson(name)
})

const make = (name: string, creator = who.zhou, owner = who.zhou) =>
  acting(creator, (ctx) => aTask(ctx, owner, name))
const link = (by: number, id: number, before: number) =>
  acting(by, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (task) await linkTask(ctx, task, before)
  })
const complete = (by: number, id: number) =>
  acting(by, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (task) await moveTask(ctx, task, "done")
  })
const readyCount = async (id: number) =>
  (
    await db()
      .select()
      .from(events)
      .where(and(eq(events.recordId, id), eq(events.type, "task.ready")))
  ).length

test("tasks never wait for each other, over however many between them", async () => {
  const [a, b, c, d] = [await make("甲"), await make("乙"), await make("丙"), await make("丁")]
  await link(who.zhou, b, a)
  await link(who.zhou, c, b)
  await link(who.zhou, d, c)
  const circle = { code: "invalid", fields: { before: "tasks.error.circle" } }
  await expect(link(who.zhou, a, d)).rejects.toMatchObject(circle)
  await expect(link(who.zhou, a, a)).rejects.toMatchObject(circle)
  await expect(link(who.zhou, b, a)).rejects.toMatchObject({
    fields: { before: "tasks.error.linked" },
  })
  await link(who.zhou, d, a)
  expect((await linksOf(await actor(who.zhou), d)).before.map(({ id }) => id)).toEqual([a, c])
})

test("the owner hears once that the last of what it waited for is done", async () => {
  const after = await make("发布", who.zhou, who.chen)
  const [one, two] = [await make("压测"), await make("回归")]
  for (const before of [one, two]) await link(who.zhou, after, before)
  await complete(who.zhou, one)
  expect(await readyCount(after)).toBe(0)
  await complete(who.zhou, two)
  expect(await readyCount(after)).toBe(1)
  const done = await make("已经做完的")
  await complete(who.zhou, done)
  const last = await make("最后一项")
  await link(who.zhou, done, last)
  await complete(who.zhou, last)
  expect(await readyCount(done)).toBe(0)
})

test("what somebody may not see has no name among the links, and can't be linked", async () => {
  const hidden = await make("只有周舟看得到")
  const shared = await make("两人都看得到", who.zhou, who.chen)
  await link(who.zhou, shared, hidden)
  const { before } = await linksOf(await actor(who.chen), shared)
  expect(before).toEqual([{ id: hidden, task: null }])
  expect(await topicsOf(await actor(who.chen), shared)).toEqual([`task:${shared}`])
  expect((await linksOf(await actor(who.zhou), shared)).before[0]?.task?.name).toBe(
    "只有周舟看得到",
  )
  const own = await make("陈晨自己的", who.chen, who.chen)
  await expect(link(who.chen, own, hidden)).rejects.toMatchObject({ code: "not_found" })
  expect(await namedTasks(await actor(who.chen), "只有周舟")).toEqual([])
  expect((await namedTasks(await actor(who.zhou), "只有周舟")).map(({ id }) => id)).toEqual([
    hidden,
  ])
})

test("what is unlinked is no longer waited for", async () => {
  const [before, after] = [await make("先"), await make("后")]
  await link(who.zhou, after, before)
  const unlink = () =>
    acting(who.zhou, async (ctx) => {
      const task = await seenTask(ctx, { id: after })
      if (task) await unlinkTask(ctx, task, before)
    })
  await unlink()
  expect(await linksOf(await actor(who.zhou), after)).toEqual({ before: [], after: [], waiting: 0 })
  await expect(unlink()).rejects.toMatchObject({ code: "not_found" })
})
