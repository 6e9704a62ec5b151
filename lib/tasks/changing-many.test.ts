import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { instantOf } from "@/lib/calendar/zones"
import { searchFor } from "@/lib/search/queries"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { type Changes, changeMany, seenTasks } from "./changing-many"
import { createTask } from "./creating"
import { restoreMany } from "./restoring-many"
import { findTask } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo"] as const) who[name] = await aPerson(name)
})

const due = instantOf("Asia/Shanghai", "2027-03-01", "18:00")
const later = instantOf("Asia/Shanghai", "2027-03-08", "18:00")
const make = (creator: number, ownerId: number, coworkerIds: number[] = []) =>
  acting(creator, (ctx) =>
    createTask(ctx, {
      ...{ name: "核对清单", description: "", risk: "", priority: "medium" },
      ...{ ownerId, coworkerIds, startAt: null, dueAt: due },
      ...{ departmentId: null, sensitivityId: null },
    }),
  )
const nothing: Changes = {
  ...{ state: null, support: "", priority: null, ownerId: null },
  ...{ dueAt: null, tag: null, reason: "" },
}
const change = (personId: number, ids: number[], changes: Partial<Changes>) =>
  acting(personId, async (ctx) =>
    changeMany(ctx, (await seenTasks(ctx, { tasks: ids })) ?? [], { ...nothing, ...changes }),
  )
const stands = async (id: number) => {
  const task = await findTask(db(), id)
  return task && [task.state, task.progress, task.priority, task.ownerId, Number(task.dueAt)]
}

test("chosen tasks change together, and go back to how each of them stood", async () => {
  const ids = [await make(who.zhou, who.chen), await make(who.zhou, who.zhou)]
  await change(who.zhou, ids.slice(0, 1), { state: "doing", priority: "low" })
  const before = await Promise.all(ids.map(stands))
  const done = await change(who.zhou, ids, {
    ...{ state: "done", priority: "high", ownerId: who.nuo, dueAt: later, reason: "推迟一周" },
  })
  expect(done).toMatchObject({ changed: 2, left: 0 })
  expect(await Promise.all(ids.map(stands))).toEqual(
    ids.map(() => ["done", 100, "high", who.nuo, Number(later)]),
  )
  await acting(who.zhou, async (ctx) =>
    restoreMany(ctx, (await seenTasks(ctx, { tasks: ids })) ?? [], done.before, "撤销批量修改"),
  )
  expect(await Promise.all(ids.map(stands))).toEqual(before)
})

test("who only takes part says together what is needed, and takes it back with what was asked before", async () => {
  const ids = [await make(who.zhou, who.zhou, [who.nuo]), await make(who.zhou, who.zhou, [who.nuo])]
  await change(who.zhou, ids.slice(0, 1), { state: "need_support", support: "借一台压测机" })
  const asked = async () =>
    Promise.all(ids.map(async (id) => (await findTask(db(), id))?.support ?? ""))
  const before = await Promise.all(ids.map(stands))
  const done = await change(who.nuo, ids, { state: "need_support", support: "请客服给联系人" })
  expect(await asked()).toEqual(["请客服给联系人", "请客服给联系人"])
  const back = () =>
    acting(who.nuo, async (ctx) =>
      restoreMany(ctx, (await seenTasks(ctx, { tasks: ids })) ?? [], done.before, "撤销批量修改"),
    )
  await back()
  expect(await asked()).toEqual(["借一台压测机", ""])
  expect(await Promise.all(ids.map(stands))).toEqual(before)
  const finished = await change(who.nuo, ids.slice(0, 1), { state: "done" })
  await acting(who.nuo, async (ctx) =>
    restoreMany(ctx, (await seenTasks(ctx, { tasks: ids })) ?? [], finished.before, "撤销批量修改"),
  )
  expect(await asked()).toEqual(["借一台压测机", ""])
})

test("chosen tasks get a tag together, those that carry it stay as they are, and it goes again", async () => {
  const ids = [await make(who.zhou, who.zhou), await make(who.zhou, who.zhou)]
  await change(who.zhou, ids.slice(0, 1), { tag: "版本" })
  const texts = async () =>
    Promise.all(ids.map(async (id) => (await findTask(db(), id))?.description))
  expect(await texts()).toEqual(["#版本", ""])
  const done = await change(who.zhou, ids, { tag: "版本" })
  expect(await texts()).toEqual(["#版本", "#版本"])
  const carried = await searchFor(await actor(who.zhou), "#版本", {})
  expect(new Set(carried.found.map(({ id }) => id))).toEqual(new Set(ids))
  await acting(who.zhou, async (ctx) =>
    restoreMany(ctx, (await seenTasks(ctx, { tasks: ids })) ?? [], done.before, "撤销批量修改"),
  )
  expect(await texts()).toEqual(["#版本", ""])
})

test("what isn't the actor's to change is left and counted, what they don't see isn't there", async () => {
  const helping = await make(who.zhou, who.zhou, [who.nuo])
  const hidden = await make(who.zhou, who.chen)
  expect(await change(who.nuo, [helping, hidden], { priority: "high" })).toMatchObject({
    ...{ changed: 0, left: 1 },
  })
  expect(await change(who.nuo, [helping, hidden], { state: "doing" })).toMatchObject({
    ...{ changed: 1, left: 0 },
  })
  expect((await findTask(db(), hidden))?.state).toBe("todo")
})

test("what is taken back names nobody as owner who doesn't work here", async () => {
  const id = await make(who.zhou, who.zhou)
  const { before } = await change(who.zhou, [id], { priority: "low" })
  const strange = before.map((one) => ({ ...one, ownerId: 987_654 }))
  const restored = acting(who.zhou, async (ctx) =>
    restoreMany(ctx, (await seenTasks(ctx, { tasks: [id] })) ?? [], strange, "撤销"),
  )
  await expect(restored).rejects.toMatchObject({ code: "invalid" })
  expect((await findTask(db(), id))?.ownerId).toBe(who.zhou)
})

test("one refusal leaves all of them as they were", async () => {
  const ids = [await make(who.zhou, who.zhou), await make(who.zhou, who.zhou)]
  const before = await Promise.all(ids.map(stands))
  await expect(change(who.zhou, ids, { priority: "low", dueAt: later })).rejects.toMatchObject({
    code: "invalid",
  })
  expect(await Promise.all(ids.map(stands))).toEqual(before)
})
