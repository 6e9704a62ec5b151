import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { departments, people } from "@/db/schema/people"
import { instantOf } from "@/lib/calendar/zones"
import { handle } from "@/lib/notifications/handling"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { answerRequest } from "./answering-requests"
import { createTask } from "./creating"
import { dueChangesOf } from "./due-changes"
import { canAnswer, canRequest } from "./policy"
import { requestChange, type Wanted } from "./requesting"
import { requestsOf } from "./requests"
import { findTask, seenTask } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0, eve: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo", "eve"] as const) who[name] = await aPerson(name)
})

const due = instantOf("Asia/Shanghai", "2027-03-01", "18:00")
const later = instantOf("Asia/Shanghai", "2027-03-08", "18:00")
/** Of 周舟, with 陈晨 to help: who sees it, and may not edit it. */
const make = () =>
  acting(who.zhou, (ctx) =>
    createTask(ctx, {
      ...{ name: "核对清单", description: "原来的写法", risk: "", priority: "medium" },
      ...{ ownerId: who.zhou, coworkerIds: [who.chen], startAt: null, dueAt: due },
      ...{ departmentId: null, sensitivityId: null },
    }),
  )
const nothing: Wanted = { dueAt: null, ownerId: null, description: null, reason: "环境晚到一周" }
const ask = (by: number, id: number, wanted: Partial<Wanted>) =>
  acting(by, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (!task) throw new Error("not seen")
    return requestChange(ctx, task, { ...nothing, ...wanted })
  })
const answer = (by: number, id: number, request: number, agrees: boolean, words = "") =>
  acting(by, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (task) await answerRequest(ctx, task, request, { agrees, answer: words })
  })
const inbox = async (personId: number, id: number) => {
  const [bundle] = await db()
    .select({ state: bundles.state, needsYou: bundles.needsYou })
    .from(bundles)
    .where(and(eq(bundles.personId, personId), eq(bundles.kind, "task"), eq(bundles.recordId, id)))
  return bundle
}

test("asked for, agreed to, done: with the asker's reason, and both hear of it", async () => {
  const id = await make()
  const request = await ask(who.chen, id, { dueAt: later, description: "新的写法" })
  expect(await findTask(db(), id)).toMatchObject({ dueAt: due, description: "原来的写法" })
  expect(await inbox(who.zhou, id)).toEqual({ state: "open", needsYou: true })
  await answer(who.zhou, id, request, true)
  expect(await findTask(db(), id)).toMatchObject({ dueAt: later, description: "新的写法" })
  expect(await dueChangesOf(db(), id)).toMatchObject([{ before: due, reason: "环境晚到一周" }])
  expect((await inbox(who.zhou, id))?.state).toBe("done")
  expect((await inbox(who.chen, id))?.state).toBe("open")
})

test("declined, it stays as it is, and the answer is kept", async () => {
  const id = await make()
  const request = await ask(who.chen, id, { ownerId: who.nuo })
  await answer(who.zhou, id, request, false, "许诺这周在客户那里")
  expect((await findTask(db(), id))?.ownerId).toBe(who.zhou)
  expect(await requestsOf(id)).toMatchObject([
    { state: "declined", answer: "许诺这周在客户那里", answeredBy: "zhou", ownerName: "nuo" },
  ])
  await expect(answer(who.zhou, id, request, true)).rejects.toMatchObject({ code: "conflict" })
})

test("asking for what is so already is asking for nothing", async () => {
  const id = await make()
  for (const wanted of [{}, { dueAt: due }, { ownerId: who.zhou }, { description: "原来的写法" }])
    await expect(ask(who.chen, id, wanted)).rejects.toMatchObject({
      sentence: "tasks.error.nothingAsked",
    })
})

test("who may change it needn't ask, who doesn't see it can't, and nobody agrees with themselves", async () => {
  const id = await make()
  const task = await findTask(db(), id)
  if (!task) throw new Error("no task")
  const may = async (personId: number) => {
    const someone = await actor(personId)
    return [canRequest(someone, task), canAnswer(someone, task)]
  }
  expect(await may(who.zhou)).toEqual([false, true])
  expect(await may(who.chen)).toEqual([true, false])
  expect(await may(who.nuo)).toEqual([false, false])
  const request = await ask(who.chen, id, { ownerId: who.chen })
  await expect(answer(who.chen, id, request, true)).rejects.toMatchObject({ code: "forbidden" })
  const other = await make()
  await expect(answer(who.zhou, other, request, true)).rejects.toMatchObject({
    code: "not_found",
  })
})

test("it can't be agreed to for somebody who has left meanwhile", async () => {
  const id = await make()
  const leaver = await aPerson("leaver")
  const request = await ask(who.chen, id, { ownerId: leaver })
  await engine().write(({ db: tx }) =>
    tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, leaver)),
  )
  await expect(answer(who.zhou, id, request, true)).rejects.toMatchObject({
    fields: { owner: "people.error.nobody" },
  })
  expect(await findTask(db(), id)).toMatchObject({ ownerId: who.zhou })
  await answer(who.zhou, id, request, false)
})

/** Of 许诺, made by 陈晨 in the department that 周舟 leads. */
async function ofDepartment() {
  const [home] = await db().select().from(departments)
  await acting(who.zhou, async (ctx) => {
    await ctx.tx.update(departments).set({ headId: who.zhou })
    await organisationChanged(ctx)
    emit(ctx, { type: "department.headed", recordId: home?.id ?? 0 })
  })
  return acting(
    who.chen,
    (ctx) =>
      createTask(ctx, {
        ...{ name: "部门的事", description: "", risk: "", priority: "medium" },
        ...{ ownerId: who.nuo, coworkerIds: [], startAt: null, dueAt: due },
        ...{ departmentId: home?.id ?? 0, sensitivityId: null },
      }),
    new Date(Date.now() - 60_000),
  )
}

test("answered, it leaves the inbox of everybody who was asked; what else they have to do stays", async () => {
  const id = await ofDepartment()
  const request = await ask(who.nuo, id, { dueAt: later })
  for (const one of [who.zhou, who.chen])
    expect(await inbox(one, id)).toEqual({ state: "open", needsYou: true })
  await answer(who.chen, id, request, false, "按原计划")
  for (const one of [who.zhou, who.chen]) expect((await inbox(one, id))?.state).toBe("done")
  // A new task waits for its owner whatever comes of what others ask about it.
  const other = await ask(who.eve, id, { dueAt: later })
  expect(await inbox(who.nuo, id)).toEqual({ state: "open", needsYou: true })
  await answer(who.zhou, id, other, false, "不改")
  expect(await inbox(who.nuo, id)).toEqual({ state: "open", needsYou: true })
})

test("what somebody was done with before doesn't hold back what is settled now", async () => {
  const id = await ofDepartment()
  await acting(who.nuo, async (ctx) => {
    const [bundle] = await ctx.tx
      .select()
      .from(bundles)
      .where(and(eq(bundles.personId, who.nuo), eq(bundles.recordId, id)))
    if (bundle) await handle(ctx, bundle, "done", later)
  })
  const request = await ask(who.eve, id, { dueAt: later })
  expect(await inbox(who.nuo, id)).toEqual({ state: "open", needsYou: true })
  await answer(who.zhou, id, request, false, "不改")
  expect((await inbox(who.nuo, id))?.state).toBe("done")
})
