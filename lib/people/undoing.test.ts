import { readFile } from "node:fs/promises"
import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { credentials, departments, people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { refuse } from "@/lib/platform/refusal"
import { write, writeAsSystem } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { dissolveDepartment } from "./dissolving"
import { importPage } from "./import-queries"
import { findImport } from "./import-record"
import { importStaff } from "./importing"
import { existingStaff, staffBook } from "./staff-book"
import { readStaffFile, type StaffRow } from "./staff-file"
import { checkStaffRows } from "./staff-rows"
import { undoImport } from "./undoing"

const sample = new URL("../../tests/samples/company.csv", import.meta.url)
const company = (await readStaffFile(await readFile(sample))).rows
const row = (staffNo: string, cells: StaffRow["cells"], nth = 2): StaffRow => ({
  row: nth,
  cells: { ...company.find((each) => each.cells.staffNo === staffNo)?.cells, ...cells },
})
const hire = (staffNo: string, cells: StaffRow["cells"] = {}, nth = 9): StaffRow =>
  row("Q103", { staffNo, name: `新人${staffNo}`, email: `${staffNo}@qibu.example`, ...cells }, nth)

async function load(rows: readonly StaffRow[], actor: Actor = { kind: "system", name: "test" }) {
  const checked = checkStaffRows(rows, await existingStaff(db()))
  const done = await write(actor, (ctx) => importStaff(ctx, checked, { fileName: "员工.csv" }))
  return done.importId ?? 0
}
async function undo(importId: number, actor?: Actor) {
  const done = await findImport(db(), importId)
  if (!done) throw new Error("no such import")
  return write(actor ?? (await as("何静")), (ctx) => undoImport(ctx, done))
}
const whole = async () => {
  const book = await staffBook(db())
  const people = [...book.byNumber.values()].toSorted((a, b) => a.id - b.id)
  return { people, departments: [...book.departments].toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}
const inTheWay = (code: string, name?: string) =>
  expect.objectContaining({
    name: "Refusal",
    code: "conflict",
    sentence: `people.import.obstacle.${code}`,
    ...(name === undefined ? {} : { values: expect.objectContaining({ names: [name] }) }),
  })

beforeAll(async () => {
  await migrate()
  await load(company)
})

test("an import that nothing depends on is taken back: everybody and every department as before", async () => {
  const before = await whole()
  const id = await load([
    row("Q021", { post: "市场主管", department: "市场部/品牌组/线上组", isHead: "是" }, 2),
    row("Q032", { status: "离职" }, 3),
    row("Q040", { manager: "Q900" }, 4),
    hire("Q900", { department: "法务部", isHead: "是" }),
    hire("Q901", { manager: "Q900", department: "法务部/合同组" }, 10),
  ])
  expect((await whole()).departments).toHaveLength(before.departments.length + 4)
  await undo(id)
  expect(await whole()).toEqual(before)
  expect(await findImport(db(), id)).toMatchObject({ undoneById: (await as("何静")).personId })
  const left = await db()
    .select({ id: access.recordId })
    .from(access)
    .where(sql`${access.kind} = 'person' and ${access.recordId} not in (select id from people)`)
  expect(left).toEqual([])
  const found = sql`select id from search_rows where kind = 'person' and record_id not in (select id from people)`
  expect(await engine().rows(db(), found)).toEqual([])
  await expect(undo(id)).rejects.toEqual(inTheWay("undone"))
  expect((await load([row("Q021", {})])) === 0).toBe(true)
})

test("a head of several departments who was marked as left leads them all again", async () => {
  const q016 = (await as("Q016")).personId
  const finance = eq(departments.name, "财务部")
  const [before] = await db().select().from(departments).where(finance)
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(departments).set({ headId: q016 }).where(finance)
    ctx.said.push({ type: "person.changed", recordId: q016 })
  })
  const id = await load([row("Q016", { status: "离职" })])
  expect((await db().select().from(departments).where(finance))[0]?.headId).toBeNull()
  await undo(id)
  expect((await db().select().from(departments).where(finance))[0]?.headId).toBe(q016)
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(departments).set({ headId: before?.headId }).where(finance)
    ctx.said.push({ type: "person.changed", recordId: q016 })
  })
})

test("what changed since stays, and whose it is is said beforehand and when tried", async () => {
  const id = await load([row("Q022", { post: "市场专员" }), hire("Q902")])
  await load([row("Q022", { post: "市场经理助理" })])
  const page = await importPage(await as("何静"), id)
  expect(page?.obstacles).toMatchObject([{ code: "changed_since", names: ["江离"] }])
  await expect(undo(id)).rejects.toEqual(inTheWay("changed_since", "江离"))
  expect(await staffBook(db()).then(({ byNumber }) => byNumber.has("Q902"))).toBe(true)
})

test("somebody who has an account by now isn't removed", async () => {
  const id = await load([hire("Q903")])
  const [person] = await db().select().from(people).where(eq(people.staffNo, "Q903"))
  const personId = person?.id ?? 0
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.insert(credentials).values({ personId, passwordHash: "x" })
    ctx.said.push({ type: "person.password_changed", recordId: personId })
  })
  await expect(undo(id)).rejects.toEqual(inTheWay("signed_in", "新人Q903"))
})

test("somebody whom others name by now isn't removed", async () => {
  const id = await load([hire("Q904")])
  await load([row("Q104", { manager: "Q904" })])
  await expect(undo(id)).rejects.toEqual(inTheWay("referred", "新人Q904"))
})

test("a department that others moved into stays", async () => {
  const id = await load([hire("Q905", { department: "新业务部" })])
  await load([row("Q105", { department: "新业务部" })])
  await expect(undo(id)).rejects.toEqual(inTheWay("department_used", "新业务部"))
})

test("nobody is brought back into a department that was dissolved since", async () => {
  await load([hire("Q906", { department: "老业务部" })])
  const id = await load([hire("Q906", { department: "老业务部", status: "离职" })])
  const [home] = await db().select().from(departments).where(eq(departments.name, "老业务部"))
  await write(await as("段立"), (ctx) => dissolveDepartment(ctx, home ?? refuse("not_found")))
  await expect(undo(id)).rejects.toEqual(inTheWay("department_gone", "老业务部"))
})

test("duties that an administrator's file gave aren't HR's to take back", async () => {
  const id = await load([row("Q110", { duties: "人事" })], await as("段立"))
  await expect(undo(id)).rejects.toEqual(inTheWay("needs_platform"))
  await undo(id, await as("段立"))
  expect((await as("Q110")).duties.size).toBe(0)
})
