import { readFile } from "node:fs/promises"
import iconv from "iconv-lite"
import { expect, test } from "vitest"
import writeSheet from "write-excel-file/node"
import { readStaffFile } from "@/lib/people/staff-file"
import { LARGEST_FILE } from "@/lib/platform/sheet-file"

const sample = (name: string) => readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
const bytes = (text: string) => new TextEncoder().encode(text)
const codes = async (content: Uint8Array) =>
  (await readStaffFile(content)).problems.map(({ code }) => code)

test("the same staff file is read the same from UTF-8, GB18030 and Excel", async () => {
  const [utf8, gb18030, excel] = await Promise.all(
    ["company.csv", "company-gb18030.csv", "company.xlsx"].map(async (name) =>
      readStaffFile(await sample(name)),
    ),
  )
  expect(utf8?.problems).toEqual([])
  expect(utf8?.rows).toHaveLength(61)
  expect(utf8?.rows[0]).toEqual({
    row: 2,
    cells: {
      staffNo: "Q001",
      name: "林默",
      email: "lin.mo@qibu.example",
      phone: "13010203040",
      department: "总经办",
      post: "总经理",
      manager: "",
      isHead: "是",
      level: "管理员",
      duties: "平台管理",
      hiredOn: "2016-03-01",
      birthday: "1978-05-12",
      status: "在职",
    },
  })
  expect([utf8, gb18030, excel].map((file) => file?.look.encoding)).toEqual([
    "UTF-8",
    "GB18030",
    "XLSX",
  ])
  expect({ ...gb18030, look: utf8?.look }).toEqual(utf8)
  expect({ ...excel, look: utf8?.look }).toEqual(utf8)
})

test("a file saved as Unicode text is read too", async () => {
  const content = iconv.encode(
    "工号\t姓名\t邮箱\t部门\r\nQ1\t林默\ta@b.cn\t研发部\r\n",
    "utf16le",
    {
      addBOM: true,
    },
  )
  expect((await readStaffFile(content)).rows[0]?.cells.name).toBe("林默")
})

test("columns may stand in any order, under Chinese or English titles with notes", async () => {
  const file = await readStaffFile(
    bytes(
      "部门（全称）;E-mail *;\u00a0姓　名：;Staff number [required];备注\n研发部;a@b.cn;林默;Ｑ００１;x\n",
    ),
  )
  expect(file.problems).toEqual([])
  expect(file.columns).toEqual(["department", "email", "name", "staffNo"])
  expect(file.ignored).toEqual(["备注"])
  expect(file.rows[0]?.cells).toEqual({
    department: "研发部",
    email: "a@b.cn",
    name: "林默",
    staffNo: "Q001",
  })
})

test("a title above the table and empty lines in it don't shift the row numbers", async () => {
  const text =
    '栖木软件员工名册\n\n工号,姓名,邮箱,部门\n\nQ1,"林\n默",a@b.cn,研发部\nQ2,何静,b@b.cn,研发部\n'
  const { rows } = await readStaffFile(bytes(text))
  expect(rows.map(({ row, cells }) => [row, cells.name])).toEqual([
    [5, "林 默"],
    [6, "何静"],
  ])
})

test("a column that is missing or there twice is told", async () => {
  const { problems } = await readStaffFile(bytes("工号,姓名,部门,Name\nQ1,林默,研发部,Lin Mo\n"))
  expect(problems).toEqual([
    { code: "duplicate_column", column: "name", value: "Name" },
    { code: "missing_column", column: "email", value: "邮箱" },
  ])
})

test("days from Excel are read as days, numbers as they are written", async () => {
  const text = (value: string) => ({ value })
  const content = await writeSheet([
    ["工号", "姓名", "邮箱", "部门", "手机", "入职日期", "生日"].map(text),
    [
      ...["Q1", "林默", "a@b.cn", "研发部"].map(text),
      { value: 13010203040 },
      { value: new Date("2026-01-05T00:00:00Z"), format: "yyyy-mm-dd" },
      { value: 28622 },
    ],
  ]).toBuffer()
  const { rows } = await readStaffFile(content)
  expect(rows[0]?.cells).toMatchObject({
    phone: "13010203040",
    hiredOn: "2026-01-05",
    birthday: "28622",
  })
})

test("what isn't a table is refused with its reason", async () => {
  expect(await codes(bytes(""))).toEqual(["empty"])
  expect(await codes(bytes("工号,姓名,邮箱,部门\n"))).toEqual(["empty"])
  expect(await codes(bytes("a\u0000b"))).toEqual(["unreadable"])
  expect(await codes(bytes("PK\u0003\u0004 not a workbook"))).toEqual(["unreadable"])
  expect(await codes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual(["old_excel"])
  expect(await codes(bytes('工号,姓名,邮箱,部门\nQ1,"林默,a@b.cn,研发部\n'))).toEqual([
    "broken_quotes",
  ])
})

test("a file of more than 200 MB or 100,000 rows is refused", async () => {
  expect(await codes(new Uint8Array(LARGEST_FILE + 1))).toEqual(["too_large"])
  const header = "工号,姓名,邮箱,部门\n"
  expect(await codes(bytes(header + "Q,a,b,c\n".repeat(100_001)))).toEqual(["too_many_rows"])
  expect(await codes(bytes(header + "Q,a,b,c\n".repeat(100_000)))).toEqual([])
})

test("a workbook that would unpack to more than a gigabyte is refused unopened", async () => {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(2 ** 31, 24)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(4, 16)
  const start = Buffer.from("PK\u0003\u0004", "latin1")
  expect(await codes(Buffer.concat([start, entry, end]))).toEqual(["too_large"])
})
