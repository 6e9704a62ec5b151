import { readFile } from "node:fs/promises"
import { and, eq, inArray } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import writeSheet from "write-excel-file/node"
import "@/lib/modules"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles, notifications } from "@/db/schema/notifications"
import { departments, people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { percentIn } from "@/lib/platform/cell-values"
import { receiveFile } from "@/lib/platform/files/receiving"
import { plansOf } from "@/lib/platform/record-import"
import { write } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { checkTaskFile, importTasks } from "./importing"

beforeAll(beginWithWorld)

const header =
  "任务名称,所属项目/部门,负责人,协办人,任务描述,开始时间,截止时间,完成进度(0%-100%),当前状态(未开始/进行中/已完成/已逾期),风险说明,更新时间"

async function* once(bytes: Uint8Array) {
  yield bytes
}
const sent = async (actor: PersonActor, name: string, bytes: Uint8Array) =>
  (await receiveFile(actor, { name, announced: bytes.byteLength, body: once(bytes) })).id
const sample = (name: string) => readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
const rowsOf = (...rows: string[]) => new TextEncoder().encode([header, ...rows].join("\r\n"))
const checked = async (actor: PersonActor, bytes: Uint8Array, name = "任务.csv") => {
  const check = await checkTaskFile(actor, await sent(actor, name, bytes))
  if (!check) throw new Error("the file isn't there")
  return check
}
const imported = async (actor: PersonActor, bytes: Uint8Array, name?: string) => {
  const check = await checked(actor, bytes, name)
  await write(actor, (ctx) => importTasks(Object.assign(ctx, { actor }), check))
  return check
}
const codes = async (actor: PersonActor, row: string) => {
  const [outcome] = (await checked(actor, rowsOf(row))).outcomes
  return [...(outcome?.errors ?? []), ...(outcome?.warnings ?? [])].map(
    ({ column, code }) => `${column} ${code}`,
  )
}
const named = async (...names: string[]) =>
  (
    await db()
      .select({
        name: tasks.name,
        home: departments.name,
        owner: people.name,
        state: tasks.state,
        progress: tasks.progress,
        dueAt: tasks.dueAt,
        risk: tasks.risk,
      })
      .from(tasks)
      .innerJoin(people, eq(people.id, tasks.ownerId))
      .leftJoin(departments, eq(departments.id, tasks.departmentId))
      .where(inArray(tasks.name, names))
      .orderBy(tasks.id)
  ).map(({ dueAt, ...row }) => ({ ...row, due: dueAt && dayIn("Asia/Shanghai", dueAt) }))

test("each sample file of template T3 is imported by who may, and taken again changes nothing", async () => {
  const actor = await as("段立")
  const check = await imported(actor, await sample("T3-tasks.csv"))
  expect(check.outcomes.map(({ kind, errors }) => [kind, errors])).toEqual(
    [1, 2, 3].map(() => ["new", []]),
  )
  // 市场部-新品项目: the department is there, the group isn't.
  expect(check.outcomes.flatMap(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
    "noGroup",
  ])
  expect(await named("访谈老客户并写总结", "登录页改版", "压测报告")).toEqual([
    {
      ...{ name: "访谈老客户并写总结", home: "市场部", owner: "苏苏", state: "doing" },
      ...{ progress: 60, due: "2024-05-25", risk: "有4家改期,可能晚两天" },
    },
    {
      ...{ name: "登录页改版", home: "研发部", owner: "程可", state: "doing" },
      ...{ progress: 20, due: "2026-12-04", risk: "" },
    },
    {
      ...{ name: "压测报告", home: "研发部", owner: "许诺", state: "todo" },
      ...{ progress: 0, due: "2026-12-11", risk: "测试机资源不足" },
    },
  ])
  for (const file of ["T3-tasks.csv", "T3-tasks.xlsx"]) {
    const again = await checked(actor, await sample(file), file)
    expect(again.outcomes.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "unchanged"])
    expect(plansOf(again)).toEqual([])
  }
})

test("rows that don't fit say why, and as long as one doesn't nothing can be written", async () => {
  const actor = await as("周舟")
  expect(await codes(actor, ",研发部,没有的人,,,2026-13-40,,150%,做着呢,,")).toEqual([
    "任务名称 empty",
    "负责人 nobody",
    "开始时间 noDate",
    "当前状态(未开始/进行中/已完成/已逾期) noState",
    "完成进度(0%-100%) noPercent",
  ])
  expect(await codes(actor, "甲,没有的部,陈晨,没有的人,,2026-11-25,2026-11-20,,,,")).toEqual([
    "所属项目/部门 noHome",
    "截止时间 beforeStart",
    "协办人 nobodyHelps",
  ])
  expect(await codes(actor, "乙,财务部,陈晨,,,,,,,,")).toEqual(["所属项目/部门 notYours"])
  const mixed = await checked(actor, rowsOf("好的,研发部,陈晨,,,,,,,,", "坏的,研发部,,,,,,,,,"))
  expect(mixed.outcomes.map(({ kind }) => kind)).toEqual(["new", "error"])
  expect(plansOf(mixed)).toEqual([])
})

test("已逾期 is computed, 需支持 is itself, and 100 % is done", async () => {
  const actor = await as("周舟")
  await imported(
    actor,
    rowsOf(
      "逾期未动,研发部,陈晨,,,,2026-11-01,0%,已逾期,,",
      "逾期在做,研发部,陈晨,,,,2026/11/2 12:00,35%,已逾期,,",
      "要人帮忙,研发部,陈晨,许诺,,,2026年12月3日,10%,需支持,,",
      "做完了,研发部,陈晨,,,,,100%,进行中,,",
    ),
  )
  const rows = await named("逾期未动", "逾期在做", "要人帮忙", "做完了")
  expect(rows.map(({ state, progress, due }) => [state, progress, due])).toEqual([
    ["todo", 0, "2026-11-01"],
    ["doing", 35, "2026-11-02"],
    ["need_support", 10, "2026-12-03"],
    ["done", 100, null],
  ])
})

test("the whole file is in the log, and a file of somebody else isn't there", async () => {
  const actor = await as("周舟")
  const [said] = await db()
    .select()
    .from(events)
    .where(and(eq(events.type, "task.file_imported"), eq(events.actorId, actor.personId)))
  expect(said?.data).toEqual({ count: 4 })
  const id = await sent(actor, "任务.csv", rowsOf("丙,研发部,陈晨,,,,,,,,"))
  expect(await checkTaskFile(await as("陈晨"), id)).toBeNull()
  const broken = await checked(actor, new TextEncoder().encode("甲,乙\r\n1,2"))
  expect(broken.problem?.code).toBe("missing_column")
})

test("what the file has as done is told to nobody; who can help is asked", async () => {
  const actor = await as("周舟")
  await imported(
    actor,
    rowsOf("早做完了,研发部,陈晨,,,,,100%,已完成,,", "缺人手,研发部,陈晨,许诺,,,,10%,需支持,,"),
  )
  const told = async (name: string) =>
    (
      await db()
        .select({ person: people.name, category: notifications.category, type: events.type })
        .from(notifications)
        .innerJoin(bundles, eq(bundles.id, notifications.bundleId))
        .innerJoin(people, eq(people.id, bundles.personId))
        .innerJoin(events, eq(events.id, notifications.eventId))
        .innerJoin(tasks, and(eq(tasks.id, bundles.recordId), eq(bundles.kind, "task")))
        .where(eq(tasks.name, name))
    ).map(({ person, type }) => `${person} ${type}`)
  expect(await told("早做完了")).toEqual([])
  expect(await told("缺人手")).toEqual(
    expect.arrayContaining(["陈晨 task.imported", "许诺 task.needs_support"]),
  )
})

test("a file of more rows than one transaction should hold is to be split", async () => {
  const actor = await as("周舟")
  const rows = (count: number) =>
    rowsOf(...Array.from({ length: count }, (_, nth) => `第${nth}件,研发部,陈晨,,,,,,,,`))
  expect((await checked(actor, rows(201))).problem).toEqual({ code: "too_many_rows", value: "200" })
  expect((await checked(actor, rows(200))).problem).toBeNull()
})

test("while a file is written other people's pages have their turn", async () => {
  const actor = await as("周舟")
  const rows = Array.from({ length: 60 }, (_, nth) => `另${nth}件,研发部,陈晨,,,,,,,,`)
  const check = await checked(actor, rowsOf(...rows))
  let turns = 0
  let others = setImmediate(function turn() {
    turns++
    others = setImmediate(turn)
  })
  await write(actor, (ctx) => importTasks(Object.assign(ctx, { actor }), check))
  clearImmediate(others)
  expect(turns).toBeGreaterThan(60)
})

test("a file is written once, whoever asks for it again", async () => {
  const actor = await as("周舟")
  const check = await checked(actor, rowsOf("只写一次,研发部,陈晨,,,,,,,,"))
  const twice = await Promise.allSettled(
    [1, 2].map(() => write(actor, (ctx) => importTasks(Object.assign(ctx, { actor }), check))),
  )
  expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  expect(await named("只写一次")).toHaveLength(1)
  expect(await checkTaskFile(actor, check.fileId)).toBeNull()
})

test("Excel keeps 100 % as 1, text says what it says", () => {
  expect(["1", "0.5", "0", "60", "1%"].map((cell) => percentIn(cell, true))).toEqual([
    ...[100, 50, 0, 60, 1],
  ])
  expect(["1", "0.5", "60%"].map((cell) => percentIn(cell))).toEqual([1, 50, 60])
})

test("what a workbook has as 100 % is done", async () => {
  const actor = await as("周舟")
  const titles = header.split(",")
  const row = ["表里做完了", "研发部", "陈晨", "", "", "", "", 1, "", "", ""]
  const bytes = new Uint8Array(await writeSheet([titles, row]).toBuffer())
  await imported(actor, bytes, "任务.xlsx")
  expect(await named("表里做完了")).toMatchObject([{ state: "done", progress: 100 }])
})
