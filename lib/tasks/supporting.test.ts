import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { departments } from "@/db/schema/people"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { actor, aPerson } from "@/tests/people"
import { acting, aGroup } from "@/tests/talk"
import { createTask } from "./creating"
import { moveTask, reportProgress } from "./progressing"
import { supportAsked } from "./support-asked"
import { takeSupport } from "./supporting"
import { findTask, seenTask, type TaskState } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0, shi: 0, eve: 0 }
let group = 0
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo", "shi", "eve"] as const) who[name] = await aPerson(name)
  group = await aGroup([who.zhou, who.nuo, who.shi])
})

const make = (groupId = group) =>
  acting(who.zhou, (ctx) =>
    createTask(ctx, {
      ...{ name: "借压测机", description: "", risk: "只有两台", priority: "medium" },
      ...{ ownerId: who.zhou, coworkerIds: [who.chen], startAt: null, dueAt: null },
      ...{ departmentId: null, sensitivityId: null, groupId },
    }),
  )
const move = (id: number, state: TaskState) =>
  acting(who.zhou, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (task) await moveTask(ctx, task, state)
  })
const take = (by: number, id: number) =>
  acting(by, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (task) await takeSupport(ctx, task)
  })
const asked = async (personId: number, id: number) =>
  (await supportAsked(await actor(personId))).some((task) => task.id === id)
const needs = async (personId: number, id: number) => {
  const [bundle] = await db()
    .select()
    .from(bundles)
    .where(and(eq(bundles.personId, personId), eq(bundles.recordId, id)))
  return bundle?.needsYou === true && bundle.state === "open"
}
const everywhere = (id: number) =>
  Promise.all(
    [who.chen, who.nuo, who.shi, who.eve].map(async (one) => [
      await asked(one, id),
      await needs(one, id),
    ]),
  )
const waits = [true, true]
const rests = [false, false]

test("help is asked of co-workers and the linked group, until one of them takes it", async () => {
  const id = await make()
  await move(id, "need_support")
  expect(await everywhere(id)).toEqual([waits, waits, waits, rests])
  expect(await asked(who.zhou, id)).toBe(false)
  await take(who.nuo, id)
  expect(await everywhere(id)).toEqual([rests, rests, rests, rests])
  expect((await findTask(db(), id))?.supporterId).toBe(who.nuo)
})

test("who or what is needed stands on others' pages, can be said later, and goes with the asking", async () => {
  const id = await make()
  const say = (state: TaskState, support = "") =>
    acting(who.zhou, async (ctx) => {
      const task = await seenTask(ctx, { id })
      if (task) await moveTask(ctx, task, state, support)
    })
  const shown = async () =>
    (await supportAsked(await actor(who.nuo))).find((task) => task.id === id)?.support
  await say("need_support")
  expect(await shown()).toBe("")
  await say("need_support", "再借 1 台压测机，到周五")
  expect(await shown()).toBe("再借 1 台压测机，到周五")
  await say("need_support")
  expect(await shown()).toBe("再借 1 台压测机，到周五")
  await say("doing")
  await say("need_support", "要一个人值夜班")
  expect(await shown()).toBe("要一个人值夜班")
})

test("how it stands is said in one go: progress, state and what is needed", async () => {
  const id = await make()
  const report = (percent: number, state: TaskState | null, note: string) =>
    acting(who.zhou, async (ctx) => {
      const task = await seenTask(ctx, { id })
      if (task) await reportProgress(ctx, task, percent, { state, note })
      return findTask(ctx.tx, id)
    })
  const needy = { state: "need_support", progress: 40, support: "等接口文档" }
  expect(await report(40, "need_support", "等接口文档")).toMatchObject(needy)
  expect(await needs(who.nuo, id)).toBe(true)
  expect(await report(60, null, "快了")).toMatchObject({ ...needy, progress: 60 })
  expect(await report(80, "doing", "文档有了")).toMatchObject({ state: "doing", support: "" })
  expect(await needs(who.nuo, id)).toBe(false)
  expect(await report(80, "done", "")).toMatchObject({ state: "done", progress: 100 })
})

test("help is asked of the owner's head too, and of the next above when a head asks", async () => {
  const boss = await aPerson("boss", { department: "总部" })
  const lead = await aPerson("lead", { department: "测试组" })
  const member = await aPerson("member", { department: "测试组" })
  const [top, team] = [await actor(boss), await actor(lead)].map((one) => one.departmentId)
  await acting(boss, async (ctx) => {
    const put = (id: number | undefined, values: object) =>
      ctx.tx
        .update(departments)
        .set(values)
        .where(eq(departments.id, id ?? 0))
    await put(top, { headId: boss })
    await put(team, { headId: lead, parentId: top })
    await organisationChanged(ctx)
    emit(ctx, { type: "department.headed", recordId: team ?? 0, data: {} })
  })
  const needed = async (ownerId: number) => {
    const id = await acting(ownerId, (ctx) =>
      createTask(ctx, {
        ...{ name: "要一台机器", description: "", risk: "", priority: "medium" as const },
        ...{ ownerId, coworkerIds: [], startAt: null, dueAt: null, sensitivityId: null },
        departmentId: team ?? null,
      }),
    )
    await acting(ownerId, async (ctx) => {
      const task = await seenTask(ctx, { id })
      if (task) await moveTask(ctx, task, "need_support")
    })
    return Promise.all(
      [boss, lead].map(async (one) => [await asked(one, id), await needs(one, id)]),
    )
  }
  expect(await needed(member)).toEqual([rests, waits])
  expect(await needed(lead)).toEqual([waits, rests])
})

test("one takes it, and the second hears that somebody has", async () => {
  const id = await make()
  await move(id, "need_support")
  await take(who.nuo, id)
  await expect(take(who.shi, id)).rejects.toMatchObject({ sentence: "tasks.error.supported" })
})

test("asked anew it is asked of everybody again; what goes on by itself asks nobody", async () => {
  const id = await make()
  await move(id, "need_support")
  await take(who.nuo, id)
  await move(id, "doing")
  await move(id, "need_support")
  expect((await findTask(db(), id))?.supporterId).toBeNull()
  expect(await everywhere(id)).toEqual([waits, waits, waits, rests])
  await move(id, "doing")
  expect(await everywhere(id)).toEqual([rests, rests, rests, rests])
  await expect(take(who.nuo, id)).rejects.toMatchObject({ code: "conflict" })
})

test("a group of more than a hundred isn't asked as a whole, but those who run it", async () => {
  const many: number[] = []
  for (let nth = 0; nth < 99; nth++) many.push(await aPerson(`many${nth}`))
  const large = await aGroup([who.shi, who.zhou, who.nuo, ...many])
  const id = await make(large)
  await move(id, "need_support")
  expect([await needs(who.shi, id), await needs(who.nuo, id)]).toEqual([true, false])
})
