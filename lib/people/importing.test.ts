import { readFile } from "node:fs/promises"
import { count, eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { people, personDuties, staffImportChanges, staffImports } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { Refusal } from "@/lib/platform/refusal"
import { write } from "@/lib/platform/write"
import { as, everybody } from "@/tests/personas"
import { planMark } from "./import-mark"
import { planImport } from "./import-plan"
import { importStaff, rightsOf } from "./importing"
import { existingStaff, staffBook } from "./staff-book"
import { readStaffFile, type StaffRow } from "./staff-file"
import { checkStaffRows } from "./staff-rows"

const system: Actor = { kind: "system", name: "test" }

async function fileRows(name: string): Promise<StaffRow[]> {
  const bytes = await readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
  return (await readStaffFile(bytes)).rows
}

async function load(rows: readonly StaffRow[], actor: Actor = system) {
  const checked = checkStaffRows(rows, await existingStaff(db()))
  return write(actor, (ctx) => importStaff(ctx, checked, { fileName: "员工.csv" }))
}

const company = await fileRows("company.csv")
const row = (staffNo: string, cells: StaffRow["cells"]): StaffRow => ({
  row: 2,
  cells: { ...company.find((each) => each.cells.staffNo === staffNo)?.cells, ...cells },
})
const person = async (staffNo: string) => {
  const [found] = await db().select().from(people).where(eq(people.staffNo, staffNo))
  return found
}
/** Everybody as they are now, as a file would say it. */
async function staffRows(): Promise<StaffRow[]> {
  const { byNumber } = await staffBook(db())
  return [...byNumber.values()].map(({ values }, nth) => ({ row: nth + 2, cells: values }))
}
const refusal = (code: string, sentence: string) =>
  expect.objectContaining({ name: "Refusal", code, sentence })
const eventCount = async () => (await db().select({ n: count() }).from(events))[0]?.n ?? 0

beforeAll(async () => {
  await migrate()
  await load(company)
})

test("the staff file makes the company: everybody, the tree, heads, levels, duties, leavers", async () => {
  expect(await everybody()).toHaveLength(company.length - 1)
  const org = await organisation(db())
  const paths = [...org.departments.keys()].map((id) => departmentPath(org, id))
  expect(paths).toEqual(
    expect.arrayContaining(["研发部", "研发部/后端组", "销售部/华东区销售部", "总经办"]),
  )
  expect(paths).toHaveLength(new Set(company.map(({ cells }) => cells.department)).size)
  const zhou = await as("周舟")
  expect([...zhou.leads].map((id) => departmentPath(org, id)).toSorted()).toEqual(
    ["研发部", "研发部/前端组", "研发部/后端组", "研发部/测试组"].toSorted(),
  )
  expect((await as("方圆")).level).toBe("view")
  expect([...(await as("段立")).duties].toSorted()).toEqual(["platform", "support"])
  expect(await person("Q016")).toMatchObject({
    pinyin: "ke nan xing",
    initials: "knx",
    managerId: (await as("林默")).personId,
  })
  expect((await person("Q099"))?.disabledAt).not.toBeNull()
})

test("everybody can be found at once, under one event", async () => {
  const listed = await db()
    .selectDistinct({ id: access.recordId })
    .from(access)
    .where(eq(access.kind, "person"))
  expect(listed).toHaveLength(company.length)
  const found = await engine().rows(db(), sql`select id from search_rows where kind = 'person'`)
  expect(found).toHaveLength(company.length)
  const said = await db().select({ type: events.type }).from(events)
  // The company's first people get its 闲聊群 in the same change.
  expect(said.map(({ type }) => type).toSorted()).toEqual(["group.created", "import.done"])
})

test("the same file again changes nothing and says nothing", async () => {
  const before = await eventCount()
  const again = await load(company)
  expect(again).toMatchObject({
    importId: null,
    added: 0,
    changed: 0,
    unchanged: company.length,
    ignored: [],
  })
  expect(await eventCount()).toBe(before)
  expect(await db().select().from(staffImports)).toHaveLength(1)
})

test("a file with errors writes nothing at all, not even its good rows", async () => {
  await expect(load(await fileRows("company-with-errors.csv"))).rejects.toThrow(Refusal)
  expect(await person("Q213")).toBeUndefined()
})

test("a changed row is kept with what was there before", async () => {
  const done = await load([row("Q021", { post: "市场主管", department: "市场部/品牌组" })])
  expect(done).toMatchObject({ added: 0, changed: 1 })
  const [change] = await db()
    .select()
    .from(staffImportChanges)
    .where(eq(staffImportChanges.importId, done.importId ?? 0))
  expect(change).toMatchObject({
    before: { post: "市场专员", department: "市场部" },
    after: { post: "市场主管" },
  })
  const org = await organisation(db())
  expect(departmentPath(org, (await as("苏苏")).departmentId)).toBe("市场部/品牌组")
})

test("HR's file lowers a level; a raise waits for the head", async () => {
  const he = await as("何静")
  const done = await load([row("Q100", { level: "仅查看" }), row("Q102", { level: "管理员" })], he)
  expect(done).toMatchObject({ changed: 1, unchanged: 1 })
  expect(done.ignored).toEqual([
    { staffNo: "Q102", name: "孙景行", column: "level", reason: "raise_waits", wanted: "admin" },
  ])
  expect((await as("Q100")).level).toBe("view")
  expect((await as("Q102")).level).toBe("view")
})

test("duties in a file count only when a platform administrator brings it", async () => {
  const rows = [row("Q110", { duties: "平台管理" })]
  const ignored = await load(rows, await as("何静"))
  expect(ignored.ignored).toMatchObject([{ column: "duties", reason: "needs_platform" }])
  expect((await as("Q110")).duties.size).toBe(0)
  await load(rows, await as("段立"))
  expect([...(await as("Q110")).duties]).toEqual(["platform"])
  await load([row("Q110", {})])
})

test("HR's file leaves an administrator's address and account alone", async () => {
  const he = await as("何静")
  const rows = [
    row("Q004", { email: "he.jing+duan@qibu.example" }),
    row("Q001", { status: "离职" }),
  ]
  const done = await load(rows, he)
  expect(done.ignored).toMatchObject([
    { staffNo: "Q004", column: "email", reason: "needs_platform" },
    { staffNo: "Q001", column: "status", reason: "needs_platform" },
  ])
  expect((await person("Q004"))?.email).toBe("duan.li@qibu.example")
  expect((await person("Q001"))?.disabledAt).toBeNull()
})

test("nobody makes themselves a head by a file", async () => {
  const own = row("Q110", { isHead: "是", department: "运营部/增长组", duties: "人事" })
  await load([row("Q110", { duties: "人事" })])
  const done = await load([own], await as("Q110"))
  expect(done.ignored).toMatchObject([{ staffNo: "Q110", column: "isHead", reason: "not_self" }])
  expect((await as("Q110")).leads.size).toBe(0)
  await load([row("Q110", {})])
})

test("the importer doesn't lower or disable themselves, nor give up the platform", async () => {
  const duan = await as("段立")
  const own = row("Q004", { level: "仅查看", status: "离职", duties: "技术支持" })
  const done = await load([own], duan)
  expect(done).toMatchObject({ changed: 0, unchanged: 1 })
  expect(done.ignored.map(({ column, reason }) => [column, reason])).toEqual([
    ["duties", "not_self"],
    ["level", "not_self"],
    ["status", "not_self"],
  ])
  const he = await load([row("Q002", { status: "离职" })], await as("何静"))
  expect(he.ignored).toMatchObject([{ staffNo: "Q002", column: "status", reason: "not_self" }])
  expect((await as("段立")).duties.has("platform")).toBe(true)
})

test("who isn't in the file stays, unless the importer says that it is the whole company", async () => {
  const most = (await staffRows()).filter(({ cells }) => cells.staffNo !== "Q117")
  const partial = await load(most, await as("何静"))
  expect(partial).toMatchObject({ importId: null, ended: 0 })
  const he = await as("何静")
  const checked = checkStaffRows(most, await existingStaff(db()))
  const whole = { fileName: "全公司.csv", leavers: true }
  const done = await write(he, (ctx) => importStaff(ctx, checked, whole))
  expect(done).toMatchObject({ added: 0, changed: 1, ended: 1 })
  expect((await person("Q117"))?.disabledAt).not.toBeNull()
  await load([row("Q117", {})])
})

test("marking everybody else as left spares administrators and the importer", async () => {
  const checked = checkStaffRows([row("Q110", {})], await existingStaff(db()))
  const book = await staffBook(db())
  const rights = { giveDuties: false, self: "Q002" }
  const plan = await planImport(checked.outcomes, book, rights, { leavers: true })
  expect(plan.missing.length).toBeGreaterThan(50)
  expect(plan.ended).toBe(plan.missing.length - 3)
  const spared = plan.ignored.filter(({ column }) => column === "status")
  expect(spared.map(({ staffNo }) => staffNo).toSorted()).toEqual(["Q001", "Q002", "Q004"])
})

test("of two imports of one file at once the second is told", async () => {
  const rows = [row("Q107", { post: "运营专家" })]
  const he = await as("何静")
  const checked = checkStaffRows(rows, await existingStaff(db()))
  const plan = await planImport(checked.outcomes, await staffBook(db()), rightsOf({ actor: he }))
  const mark = await planMark(plan)
  const carryOut = () =>
    write(he, (ctx) => importStaff(ctx, checked, { fileName: "一.csv", mark }), {
      lock: "people.import",
    })
  const [first, second] = await Promise.allSettled([carryOut(), carryOut()])
  expect(first).toMatchObject({ value: { changed: 1 } })
  expect(second).toMatchObject({ reason: refusal("conflict", "people.error.importStale") })
  await load([row("Q107", {})])
})

test("an import is carried out only as it was shown", async () => {
  const he = await as("何静")
  const checked = checkStaffRows([row("Q107", { post: "运营专家" })], await existingStaff(db()))
  const plan = await planImport(checked.outcomes, await staffBook(db()), rightsOf({ actor: he }))
  const mark = await planMark(plan)
  // The same row, and the company as the file says: but the person's phone was shown otherwise.
  await load([row("Q107", { phone: "13900000000" })])
  const late = write(he, (ctx) => importStaff(ctx, checked, { fileName: "迟.csv", mark }))
  await expect(late).rejects.toEqual(refusal("conflict", "people.error.importStale"))
  await load([row("Q107", {})])
})

test("somebody new is added with the level that HR's file gives", async () => {
  const hire = row("Q103", {
    staffNo: "Q900",
    name: "单可",
    email: "q900@qibu.example",
    level: "管理员",
    manager: "Q901",
  })
  const boss = row("Q103", {
    staffNo: "Q901",
    name: "新主管",
    email: "q901@qibu.example",
    manager: "Q016",
  })
  const done = await load([hire, { ...boss, row: 3 }], await as("何静"))
  expect(done).toMatchObject({ added: 2, ignored: [] })
  expect(await person("Q900")).toMatchObject({
    level: "admin",
    pinyin: "shan ke",
    managerId: (await person("Q901"))?.id,
  })
})

test("two people exchange their addresses in one file", async () => {
  const [a, b] = ["staff103@qibu.example", "staff116@qibu.example"]
  const swap = [row("Q103", { email: b }), { ...row("Q116", { email: a }), row: 3 }]
  expect(await load(swap)).toMatchObject({ changed: 2 })
  expect([(await person("Q103"))?.email, (await person("Q116"))?.email]).toEqual([b, a])
})

test("a head who leaves leads nothing, and the account is closed", async () => {
  await load([row("Q032", { status: "离职" })])
  const org = await organisation(db())
  const south = [...org.departments.values()].find(({ name }) => name === "华南区销售部")
  expect(south?.headId).toBeNull()
  expect((await person("Q032"))?.disabledAt).not.toBeNull()
  await load([row("Q032", {})])
  expect((await as("南乔")).leads.size).toBe(1)
})

test("a file checked before somebody else's change is refused", async () => {
  const rows = [row("Q107", { post: "运营主管" })]
  const checked = checkStaffRows(rows, await existingStaff(db()))
  await load([row("Q107", { post: "运营助理" })])
  await expect(
    write(system, (ctx) => importStaff(ctx, checked, { fileName: "旧.csv" })),
  ).rejects.toEqual(refusal("conflict", "people.error.importStale"))
  expect((await person("Q107"))?.post).toBe("运营助理")
})

test("the last platform administrator stays", async () => {
  const without = [row("Q001", { duties: "" }), { ...row("Q004", { status: "离职" }), row: 3 }]
  await expect(load(without)).rejects.toEqual(refusal("invalid", "people.error.lastPlatform"))
  expect((await person("Q004"))?.disabledAt).toBeNull()
  expect(
    await db().select().from(personDuties).where(eq(personDuties.duty, "platform")),
  ).toHaveLength(2)
})

test("ten thousand people come in one transaction", async () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i): StaffRow => ({
      row: i + 2,
      cells: {
        staffNo: `B${i}`,
        name: `${company[i % company.length]?.cells.name}`,
        email: `b${i}@qibu.example`,
        department: `分公司${i % 40}/第${i % 7}组`,
        manager: i < 100 ? "Q001" : `B${i % 100}`,
        level: "可编辑",
      },
    }),
  )
  expect(await load(rows)).toMatchObject({ added: 10_000 })
  expect(await load(rows)).toMatchObject({ importId: null, unchanged: 10_000 })
}, 60_000)
