import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { searchRows } from "@/db/schema/search"
import { taggings, tags } from "@/db/schema/tags"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { suggestTags } from "@/lib/platform/tag-suggestions"
import { writeTags } from "@/lib/platform/tagging"
import { write } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { actor, aPerson } from "@/tests/people"
import { createTask, type NewTask } from "./creating"
import { editTask } from "./editing"
import { seenTask } from "./task"

let lin: PersonActor
let other: PersonActor

beforeAll(async () => {
  await migrate()
  lin = await actor(await aPerson("Q001"))
  other = await actor(await aPerson("Q002", { department: "销售部" }))
})
beforeEach(() =>
  engine().write(async ({ db: tx }) => {
    await tx.delete(taggings)
    await tx.delete(tags)
  }),
)

const as = <T>(who: PersonActor, run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>) =>
  write(who, (ctx) => run(Object.assign(ctx, { actor: who })))

const aTask = (who: PersonActor, name: string, more: Partial<NewTask> = {}) =>
  as(who, (ctx) =>
    createTask(ctx, {
      name,
      description: "",
      ownerId: who.personId,
      coworkerIds: [],
      startAt: null,
      dueAt: null,
      priority: "medium",
      departmentId: null,
      sensitivityId: null,
      risk: "",
      ...more,
    }),
  )

const edit = (who: PersonActor, id: number, changes: Partial<NewTask>) =>
  as(who, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (!task) throw new Error("not theirs to see")
    return editTask(ctx, task, task.version, changes)
  })

const tagsOn = async (id: number) =>
  (
    await db()
      .select({ name: tags.name })
      .from(taggings)
      .innerJoin(tags, eq(tags.id, taggings.tagId))
      .where(eq(taggings.recordId, id))
      .orderBy(tags.id)
  ).map(({ name }) => name)

const suggested = async (who: PersonActor, query: string, limit = 8) =>
  (await suggestTags(db(), who, query, { limit })).map(({ name }) => name)

const found = async (who: PersonActor, query: string) =>
  (await searchFor(who, query)).found.map(({ id }) => id)

test("a task carries the tags of its name and description, and loses those that are edited away", async () => {
  const id = await aTask(lin, "写压测报告 #压测", { description: "发给大家 #Release #压测" })
  expect(await tagsOn(id)).toEqual(["压测", "Release"])
  await edit(lin, id, { description: "发给大家 #release #紧急" })
  expect(await tagsOn(id)).toEqual(["压测", "Release", "紧急"])
  await edit(lin, id, { name: "写压测报告" })
  expect(await tagsOn(id)).toEqual(["Release", "紧急"])
  await edit(lin, id, { priority: "high" })
  expect(await tagsOn(id)).toEqual(["Release", "紧急"])
})

test("a tag is one however it is written, and keeps the name it was first written with", async () => {
  await aTask(lin, "一 #Release")
  await aTask(lin, "二 #RELEASE #ｒｅｌｅａｓｅ")
  expect(await db().select({ name: tags.name }).from(tags)).toEqual([{ name: "Release" }])
})

test("a new record without # asks the database nothing about tags", async () => {
  const untouchable = new Proxy(
    {},
    {
      get: () => {
        throw new Error("the database was asked")
      },
    },
  )
  await as(lin, async (ctx) => {
    const apart = { ...ctx, tx: Object.assign(Object.create(untouchable)) }
    await writeTags(apart, "task", 1, ["没有标签", "C# 和 #12"], true)
    await expect(writeTags(apart, "task", 1, ["#有"], true)).rejects.toThrow("was asked")
  })
})

test("searching for #name finds what carries the tag, not what has its words", async () => {
  const tagged = await aTask(lin, "回归清单 #琥珀-1")
  const plain = await aTask(lin, "琥珀 1 号仓的清单，签琥珀")
  const english = await aTask(lin, "plan #amber")
  await aTask(lin, "amber plan, tagamber")
  expect(await found(lin, "#琥珀-1")).toEqual([tagged])
  expect(await found(lin, "清单 #琥珀-1")).toEqual([tagged])
  expect(await found(lin, "报告 #琥珀-1")).toEqual([])
  expect(await found(lin, "#琥珀")).toEqual([])
  expect(await found(lin, "琥珀 1")).toEqual([plain, tagged])
  expect(await found(lin, "#AMBER")).toEqual([english])
  expect(await found(other, "#amber")).toEqual([])
  await edit(lin, english, { name: "plan amber" })
  expect(await found(lin, "#amber")).toEqual([])
})

test("what is said under a task finds it, and the tags in it are the task's", async () => {
  const id = await aTask(lin, "换一台打印机 #办公室")
  const say = (body: string) => as(lin, (ctx) => comment(ctx, "task", id, body))
  await say("旧的那台总是卡纸 #报修")
  expect(await found(lin, "卡纸")).toEqual([id])
  expect(await found(lin, "#报修")).toEqual([id])
  expect(await found(other, "卡纸")).toEqual([])
  expect(await tagsOn(id)).toEqual(["办公室", "报修"])
  await edit(lin, id, { name: "换一台打印机" })
  expect(await tagsOn(id)).toEqual(["报修"])
  expect(await found(lin, "卡纸")).toEqual([id])
})

test("a fixed tag is found in either language", async () => {
  const id = await aTask(lin, "机房断电 #urgent")
  expect((await found(lin, "#紧急"))[0]).toBe(id)
  expect(await tagsOn(id)).toEqual(["urgent"])
})

test("records without tags keep the search row that they had before there were any", async () => {
  const id = await aTask(lin, "没有标签的任务")
  const [row] = await db().select().from(searchRows).where(eq(searchRows.recordId, id))
  const who = `wpersonx${lin.personId}`
  const hash = createHash("sha256").update(`${who}\n没有标签的任务\n\n`).digest("base64url")
  // The sign says that its characters are indexed in pairs (decision 36).
  expect(row?.hash).toBe(`~${hash.slice(0, 21)}`)
})

test("suggested are the fixed tags first, then the most used by name, pinyin or initials", async () => {
  for (const text of ["#压缩", "#压测 #yak", "#压测", "#发布"]) await aTask(lin, `任务 ${text}`)
  expect(await suggested(lin, "")).toEqual([
    "紧急",
    "待审批",
    "归档",
    "压测",
    "压缩",
    "yak",
    "发布",
  ])
  expect(await suggested(lin, "压")).toEqual(["压测", "压缩"])
  expect(await suggested(lin, "yac")).toEqual(["压测"])
  expect(await suggested(lin, "YS")).toEqual(["压缩"])
  expect(await suggested(lin, "y", 2)).toEqual(["压测", "压缩"])
  expect(await suggested(lin, "dsp")).toEqual(["待审批"])
  expect(await suggested(lin, "urg")).toEqual(["紧急"])
  expect(await suggested(lin, "%")).toEqual([])
  expect(await suggested(lin, "长".repeat(41))).toEqual([])
})

test("a tag that stands only on what a reader may not see has no trace", async () => {
  const id = await aTask(lin, "收购准备 #琥珀计划")
  expect(await suggested(lin, "琥珀")).toEqual(["琥珀计划"])
  expect(await suggested(other, "琥珀")).toEqual([])
  expect(await suggested(other, "")).toEqual(["紧急", "待审批", "归档"])
  await edit(lin, id, { coworkerIds: [other.personId] })
  expect(await suggested(other, "hpjh")).toEqual(["琥珀计划"])
})

test("a kind that keeps no access lists is asked itself", async () => {
  const id = await aTask(lin, "收购准备 #琥珀计划")
  // As messages will be: whoever sees them holds a principal of the record's own.
  await engine().write(({ db: tx }) => tx.delete(access).where(eq(access.kind, "task")))
  expect(await suggested(lin, "琥珀")).toEqual(["琥珀计划"])
  expect(await suggested(other, "琥珀")).toEqual([])
  await engine().write(({ db: tx }) => tx.delete(taggings).where(eq(taggings.recordId, id)))
  expect(await suggested(lin, "琥珀")).toEqual([])
})
