import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { instantOf } from "@/lib/calendar/zones"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { answerRequest } from "./answering-requests"
import { createTask } from "./creating"
import { dueChangesOf } from "./due-changes"
import { canAnswer, canRequest } from "./policy"
import { requestChange, type Wanted } from "./requesting"
import { requestsOf } from "./requests"
import { findTask, seenTask } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo"] as const) who[name] = await aPerson(name)
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
