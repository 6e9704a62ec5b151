import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { readStaffFile } from "@/lib/people/staff-file"
import { problemSentence } from "@/lib/people/staff-words"
import { type Sheet, workbook } from "@/tests/workbook"

const head = ["工号", "姓名", "邮箱", "部门"]
const lin = ["Q001", "林默", "lin@qibu.example", "总经办"]
const he = ["Q002", "何静", "he@qibu.example", "人力资源部"]
const staff = (more: Partial<Sheet> = {}): Sheet => ({
  name: "员工",
  rows: [head, lin, he],
  ...more,
})
const read = (sheets: Sheet[], more?: Record<string, string>) =>
  readStaffFile(workbook(sheets, more))
const names = async (sheets: Sheet[]) => (await read(sheets)).rows.map(({ cells }) => cells.name)
const sentences = async (bytes: Uint8Array) =>
  (await readStaffFile(bytes)).problems.map((problem) => problemSentence(problem, "zh"))

test("the sheet with the staff is found, and it is said which was read", async () => {
  const notes: Sheet = { name: "说明", rows: [["请填写第二张表"]] }
  const file = await read([notes, staff(), { ...staff(), name: "备份" }])
  expect(file.problems).toEqual([])
  expect(file.look).toMatchObject({ sheet: "员工", otherSheets: ["说明", "备份"] })
  expect(file.rows).toHaveLength(2)
})

test("a workbook without such a sheet says which columns it misses", async () => {
  const { problems } = await read([
    {
      name: "销售",
      rows: [
        ["月份", "金额"],
        ["1", "2"],
      ],
    },
  ])
  expect(problems.map(({ code, value }) => [code, value])).toEqual([
    ["missing_column", "工号"],
    ["missing_column", "姓名"],
    ["missing_column", "邮箱"],
    ["missing_column", "部门"],
  ])
})

test("a sheet that is hidden isn't read", async () => {
  expect(
    await names([{ ...staff(), name: "旧", hidden: true, rows: [head, lin] }, staff()]),
  ).toEqual(["林默", "何静"])
})

test("merged cells among the people are refused with their place; a merged title above is not", async () => {
  const titled = staff({ rows: [["员工名册"], head, lin, he], merged: ["A1:D1"] })
  expect((await read([titled])).problems).toEqual([])
  const joined = workbook([staff({ merged: ["D2:D3"] })])
  expect(await sentences(joined)).toEqual([
    "单元格 D2:D3 是合并的，分不清属于谁，请取消合并并逐行填写。",
  ])
})

test("hidden columns are read, and named", async () => {
  const file = await read([staff({ columns: '<cols><col min="3" max="4" hidden="1"/></cols>' })])
  expect(file.look.hiddenColumns).toEqual(["C", "D"])
  expect(file.rows[0]?.cells.email).toBe("lin@qibu.example")
})

test("a formula counts as what it shows; one that was never computed is refused with its place", async () => {
  const formula = { formula: "LOWER(A2)", value: "lin@qibu.example" }
  const file = await read([staff({ rows: [head, ["Q001", "林默", formula, "总经办"]] })])
  expect(file.rows[0]?.cells.email).toBe("lin@qibu.example")
  expect(file.look.formulas).toEqual(["C2"])
  const unanswered = staff({ rows: [head, ["Q001", "林默", { formula: "LOWER(A2)" }, "总经办"]] })
  expect(await sentences(workbook([unanswered]))).toEqual([
    "单元格 C2 的公式没有保存结果，请用 Excel 打开并保存一次，或改为数值。",
  ])
})

test("a workbook with macros is refused", async () => {
  expect(await sentences(workbook([staff()], { "xl/vbaProject.bin": "x" }))).toEqual([
    "这是含宏的工作簿（.xlsm），请另存为不含宏的 .xlsx 或 CSV。",
  ])
})

test("titles may hold spaces that don't break, and stand twice only by mistake", async () => {
  const spaced = staff({ rows: [["工\u00a0号", "\u3000姓名", "邮箱", "部门"], lin] })
  expect((await read([spaced])).columns).toEqual(["staffNo", "name", "email", "department"])
  const twice = workbook([staff({ rows: [[...head, "Name"], lin] })])
  expect(await sentences(twice)).toEqual(["列「Name」出现了两次，请保留一列。"])
})

test("two encodings in one file are refused with the row where they meet", async () => {
  const line = (cells: string[]) => `${cells.join(",")}\n`
  const utf8 = Buffer.from(line(head) + line(lin))
  const gb18030 = iconv.encode(line(he), "gb18030")
  expect(await sentences(Buffer.concat([utf8, gb18030]))).toEqual([
    "第 3 行起换了一种编码（UTF-8 与 GB18030 混在一起），请用 Excel 打开后另存为 .xlsx。",
  ])
  const torn = Buffer.concat([iconv.encode(line(head), "gb18030"), Buffer.from([0xff, 0xff, 10])])
  expect(await sentences(torn)).toEqual([
    "第 2 行有无法识别的字符，请用 Excel 打开后另存为 .xlsx。",
  ])
})
