import { readFile } from "node:fs/promises"
import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { receiveFile } from "@/lib/platform/files/receiving"
import { seenFile } from "@/lib/platform/files/serving"
import { write, writeAsSystem } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { checkedAnew, previewOf } from "./import-preview"
import { findImport } from "./import-record"
import { errorSheet, staffTemplate } from "./import-sheets"
import { importStaff } from "./importing"
import { existingStaff } from "./staff-book"
import { readStaffFile } from "./staff-file"
import { checkStaffRows } from "./staff-rows"
import { undoImport } from "./undoing"

const sample = (name: string) => readFile(new URL(`../../tests/samples/${name}`, import.meta.url))

async function* pieces(content: Uint8Array) {
  yield content
}

/** A file as somebody sends it. */
async function sent(actor: PersonActor, name: string, content: Uint8Array) {
  const { id } = await receiveFile(actor, { name, announced: null, body: pieces(content) })
  const file = await seenFile(actor, id)
  if (!file) throw new Error("the file isn't there")
  return file
}

/** What a file would do, before anything is written. */
async function preview(actor: PersonActor, name: string, content: Uint8Array, leavers = false) {
  const { id } = await sent(actor, name, content)
  const found = await previewOf(actor, id, { leavers })
  if (!found) throw new Error("the file isn't there")
  return found.check
}

beforeAll(async () => {
  await migrate()
  const { rows } = await readStaffFile(await sample("company.csv"))
  const checked = checkStaffRows(rows, await existingStaff(db()))
  await writeAsSystem("test", (ctx) => importStaff(ctx, checked, { fileName: "员工.csv" }))
})

test("what was shown is what is imported, also where parts of it are left out", async () => {
  const he = await as("何静")
  const text = `工号,姓名,邮箱,部门,岗位,权限级别
Q102,孙景行,staff102@qibu.example,研发部/测试组,测试主管,管理员
Q100,赵子墨,staff100@qibu.example,研发部/前端组,前端工程师,管理员
`
  const file = await sent(he, "升.csv", Buffer.from(text))
  const found = await previewOf(he, file.id, {})
  expect(found?.check.outcomes).toMatchObject([
    { staffNo: "Q102", kind: "changed", changes: [{ column: "post" }] },
    { staffNo: "Q100", kind: "unchanged" },
  ])
  const anew = await checkedAnew(he, file, {})
  const mark = found?.check.mark
  const done = await write(he, (ctx) => importStaff(ctx, anew, { fileName: "升.csv", mark }))
  expect(done).toMatchObject({ changed: 1, unchanged: 1, ignored: { length: 2 } })
  await writeAsSystem("test", async (ctx) => {
    const record = await findImport(ctx.tx, done.importId ?? 0)
    if (record) await undoImport(ctx, record)
  })
}, 60_000)

test("the company's own file says nothing new, in each encoding and from Excel", async () => {
  const he = await as("何静")
  for (const [name, encoding] of [
    ["company.csv", "UTF-8"],
    ["company-gb18030.csv", "GB18030"],
    ["company.xlsx", "XLSX"],
  ] as const) {
    const check = await preview(he, name, await sample(name))
    expect(check).toMatchObject({ problems: [], idle: true, missing: [], look: { encoding } })
    expect(new Set(check.outcomes.map(({ kind }) => kind))).toEqual(new Set(["unchanged"]))
  }
}, 60_000)

test("the faulty file shows every error, what is fine, and can't be imported", async () => {
  const check = await preview(await as("何静"), "错.csv", await sample("company-with-errors.csv"))
  const of = (kind: string) => check.outcomes.filter((outcome) => outcome.kind === kind)
  expect(of("error").map(({ staffNo }) => staffNo)).toEqual(
    "Q201 Q202 Q203 Q204 Q205 Q206 Q207 Q208 Q209 Q210 Q211".split(" ").concat(""),
  )
  expect(of("changed").map(({ staffNo }) => staffNo)).toEqual(["Q011"])
  expect(of("new").map(({ staffNo }) => staffNo)).toEqual(["Q213"])
  expect(check.mark).toBe("")
  expect(check.predictions.active).toEqual({ before: 60, after: 61 })
})

test("what HR may not decide is no change, and is said", async () => {
  const text = `工号,姓名,邮箱,部门,权限级别,职能
Q102,孙景行,staff102@qibu.example,研发部/测试组,管理员,平台管理
`
  const check = await preview(await as("何静"), "升.csv", Buffer.from(text))
  expect(check.outcomes).toMatchObject([{ staffNo: "Q102", kind: "unchanged" }])
  expect(check.ignored.map(({ column, reason }) => [column, reason])).toEqual([
    ["level", "raise_waits"],
    ["duties", "needs_platform"],
  ])
  expect(check).toMatchObject({ idle: true, predictions: { waiting: 1 } })
}, 60_000)

test("leavers are counted only when they are chosen", async () => {
  const text = "工号,姓名,邮箱,部门\nQ013,方圆,fang.yuan@qibu.example,研发部/前端组\n"
  const he = await as("何静")
  const partial = await preview(he, "一人.csv", Buffer.from(text))
  expect(partial).toMatchObject({ idle: true, missing: { length: 59 }, predictions: { losing: 0 } })
  const whole = await preview(he, "全部.csv", Buffer.from(text), true)
  expect(whole).toMatchObject({ idle: false, predictions: { losing: 56 } })
  expect(whole.ignored).toHaveLength(3)
})

test("a file is the sender's alone until it is imported", async () => {
  const he = await as("何静")
  const { id } = await sent(he, "员工.csv", await sample("company.csv"))
  expect(await previewOf(await as("段立"), id, {})).toBeNull()
})

test("a preview writes nothing", async () => {
  await preview(await as("何静"), "错.csv", await sample("company-with-errors.csv"))
  expect(await db().select().from(people).where(eq(people.staffNo, "Q213"))).toEqual([])
})

test("the template is read back with every column, in both languages", async () => {
  for (const locale of ["zh", "en"] as const) {
    const { columns, ignored, look } = await readStaffFile(await staffTemplate(locale))
    expect(columns).toHaveLength(13)
    expect(ignored).toEqual([])
    expect(look.otherSheets).toHaveLength(1)
  }
})

test("errors can be passed on as a sheet: row, column, reason and suggestion", async () => {
  const { rows } = await readStaffFile(await sample("company-with-errors.csv"))
  const { outcomes } = checkStaffRows(rows, await existingStaff(db()))
  const { readSheet } = await import("read-excel-file/node")
  const sheet = await readSheet(Buffer.from(await errorSheet(outcomes, "zh")))
  expect(sheet[0]).toEqual(["行", "工号", "姓名", "列", "表格里写的", "原因", "建议"])
  expect(sheet).toHaveLength(13)
  expect(sheet.find(([row]) => row === 7)).toEqual([
    7,
    "Q205",
    "日期不存在",
    "入职日期",
    "2026-02-30",
    "没有这一天：2026-02-30",
    "改为 2026-02-28",
  ])
  // A formula in a name stays a text.
  expect(sheet.find(([row]) => row === 9)?.[4]).toBe('=HYPERLINK("http://x")')
})
