import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import type { StaffValues } from "@/lib/people/staff-conflicts"
import { readStaffFile, type StaffRow } from "@/lib/people/staff-file"
import { checkStaffRows, type ExistingStaff, type StaffOutcome } from "@/lib/people/staff-rows"

const nobody: ExistingStaff = { staff: [], departments: [] }

async function rowsOf(name: string): Promise<StaffRow[]> {
  const bytes = await readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
  return (await readStaffFile(bytes)).rows
}

const blank: StaffValues = {
  staffNo: "",
  name: "",
  email: "",
  phone: "",
  department: "",
  post: "",
  manager: "",
  isHead: "",
  level: "",
  duties: "",
  hiredOn: "",
  birthday: "",
  status: "",
}

/** The company as it stands once a file is imported into an empty portal. */
function imported(outcomes: readonly StaffOutcome[]): ExistingStaff {
  const staff = outcomes.flatMap((outcome) =>
    outcome.kind === "error" ? [] : [{ ...blank, ...outcome.values }],
  )
  const paths = [...new Set(staff.map(({ department }) => department))]
  const headOf = (path: string) =>
    staff.find((each) => each.department === path && each.isHead === "yes")?.staffNo ?? ""
  return { staff, departments: paths.map((path) => ({ path, head: headOf(path) })) }
}

const company = imported(checkStaffRows(await rowsOf("company.csv"), nobody).outcomes)

const row = (cells: Partial<StaffValues>, number = 2): StaffRow => ({
  row: number,
  cells: {
    staffNo: `N${number}`,
    name: "新人",
    email: `n${number}@qibu.example`,
    department: "研发部",
    ...cells,
  },
})
const outcomes = (...rows: StaffRow[]) => checkStaffRows(rows, company).outcomes
const errorsOf = (outcome: StaffOutcome | undefined) =>
  outcome?.kind === "error" ? outcome.errors.map(({ column, code }) => `${column} ${code}`) : []
const errors = (...rows: StaffRow[]) => outcomes(...rows).map(errorsOf)

test("the company's own file is all new in an empty portal", async () => {
  const { outcomes, newDepartments } = checkStaffRows(await rowsOf("company.csv"), nobody)
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["new"]))
  expect(newDepartments).toContain("研发部/后端组")
  expect(newDepartments).toContain("销售部")
  expect(outcomes[3]).toMatchObject({ values: { duties: "platform;support", level: "admin" } })
})

test("the same file again changes nothing, from CSV or from Excel", async () => {
  for (const name of ["company.csv", "company.xlsx", "company-gb18030.csv"]) {
    const { outcomes, newDepartments } = checkStaffRows(await rowsOf(name), company)
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["unchanged"]))
    expect(newDepartments).toEqual([])
  }
})

test("every error of a bad file is found at once, and only those", async () => {
  const { outcomes } = checkStaffRows(await rowsOf("company-with-errors.csv"), company)
  const told = outcomes.map((each) => [each.row, each.staffNo, each.kind, ...errorsOf(each)])
  expect(told).toEqual([
    [2, "Q201", "error", "email missing"],
    [3, "Q202", "error", "email bad_email"],
    [4, "Q011", "changed"],
    [5, "Q203", "error", "email duplicate_email"],
    [6, "Q204", "error", "manager unknown_manager"],
    [7, "Q205", "error", "hiredOn bad_date"],
    [8, "Q206", "error", "level unknown_level"],
    [9, "Q207", "error", "name formula"],
    [10, "Q208", "error", "manager manager_cycle"],
    [11, "Q209", "error", "manager manager_cycle"],
    [12, "Q210", "error", "isHead second_head"],
    [13, "Q211", "error", "phone bad_phone"],
    [14, "", "error", "staffNo missing"],
    [15, "Q213", "new"],
  ])
  expect(outcomes[2]).toMatchObject({
    changes: [
      { column: "name", before: "陈晨", after: "重复工号改名" },
      { column: "phone", before: "13510242635", after: "13800000003" },
    ],
  })
})

test("an error says what stands there and what might be meant", async () => {
  const { outcomes } = checkStaffRows(await rowsOf("company-with-errors.csv"), company)
  const found = outcomes.flatMap((each) => (each.kind === "error" ? each.errors : []))
  const of = (row: number) => found.find((error) => error.row === row)
  expect(of(5)).toMatchObject({ value: "lin.mo@qibu.example", suggestion: "Q001" })
  expect(of(7)).toMatchObject({ value: "2026-02-30", suggestion: "2026-02-28" })
  expect(of(12)).toMatchObject({ value: "财务部", suggestion: "Q040" })
  expect(of(9)).toMatchObject({ suggestion: 'HYPERLINK("http://x")' })
})

test("one row may have several errors", () => {
  const bad = row({ email: "", phone: "123", hiredOn: "soon", level: "boss", status: "gone" })
  expect(errors(bad)[0]).toEqual([
    "email missing",
    "phone bad_phone",
    "level unknown_level",
    "hiredOn bad_date",
    "status unknown_status",
  ])
})

test("days are read in five spellings and as Excel's own numbers", () => {
  for (const hiredOn of [
    "2026-01-05",
    "2026/1/5",
    "2026.1.5",
    "20260105",
    "2026年1月5日",
    "46027",
  ]) {
    expect(outcomes(row({ hiredOn }))[0]).toMatchObject({ values: { hiredOn: "2026-01-05" } })
  }
  for (const hiredOn of ["2026-13-01", "2025-02-29", "26-1-5", "1/5/2026", "0"]) {
    expect(errors(row({ hiredOn }))[0], hiredOn).toEqual(["hiredOn bad_date"])
  }
})

test("a number or an address may stand in the file only once", () => {
  expect(errors(row({ staffNo: "N1" }, 2), row({ staffNo: "N1" }, 3))).toEqual([
    ["staffNo duplicate_staff_no"],
    ["staffNo duplicate_staff_no"],
  ])
  expect(errors(row({ email: "A@qibu.example" }, 2), row({ email: "a@qibu.example" }, 3))).toEqual([
    ["email duplicate_email"],
    ["email duplicate_email"],
  ])
})

test("two people may exchange their addresses", () => {
  const first = row({ staffNo: "Q001", email: "he.jing@qibu.example", department: "总经办" }, 2)
  const second = row({ staffNo: "Q002", email: "lin.mo@qibu.example", department: "人力资源部" }, 3)
  expect(errors(first, second)).toEqual([[], []])
  expect(errors(first)).toEqual([["email duplicate_email"]])
})

test("nobody is above themselves, directly or by way of people who aren't in the file", () => {
  expect(errors(row({ staffNo: "N1", manager: "N1" }))).toEqual([["manager manager_cycle"]])
  const boss = row({ staffNo: "Q010", email: "zhou.zhou@qibu.example", manager: "Q060" })
  expect(errors(boss)).toEqual([["manager manager_cycle"]])
  expect(errors(row({ manager: "Q208" }, 2), row({ staffNo: "Q208", manager: "Q001" }, 3))).toEqual(
    [[], []],
  )
})

test("a department changes hands when the file says so for both", () => {
  const finance = (cells: Partial<StaffValues>, number: number) =>
    row({ department: "财务部", ...cells }, number)
  const old = finance({ staffNo: "Q040", email: "jin.duo@qibu.example", isHead: "否" }, 2)
  expect(errors(old, finance({ isHead: "是" }, 3))).toEqual([[], []])
  expect(errors(finance({ isHead: "是" }, 2), finance({ isHead: "yes" }, 3))).toEqual([
    ["isHead second_head"],
    ["isHead second_head"],
  ])
  const left = finance({ staffNo: "Q040", email: "jin.duo@qibu.example", status: "离职" }, 2)
  expect(errors(left, finance({ isHead: "是" }, 3))).toEqual([[], []])
  const elsewhere = { ...company, departments: [{ path: "财务部", head: "Q001" }] }
  const owner = row({ staffNo: "Q001", email: "lin.mo@qibu.example", department: "总经办" }, 2)
  const found = checkStaffRows([owner, finance({ isHead: "是" }, 3)], elsewhere).outcomes.map(
    errorsOf,
  )
  expect(found).toEqual([[], ["isHead second_head"]])
  const fresh = [2, 3].map((number) => row({ department: "法务部", isHead: "是" }, number))
  expect(errors(...fresh)).toEqual([["isHead second_head"], ["isHead second_head"]])
})

test("a column that the file lacks changes nothing; an empty cell of one that it has clears", () => {
  const [lacking] = outcomes(
    row({
      staffNo: "Q011",
      name: "陈晨",
      email: "chen.chen@qibu.example",
      department: "研发部/后端组",
    }),
  )
  expect(lacking?.kind).toBe("unchanged")
  const cleared = outcomes(
    row({
      staffNo: "Q011",
      name: "陈晨",
      email: "chen.chen@qibu.example",
      department: "研发部/后端组",
      post: "",
      level: "",
      status: "",
    }),
  )[0]
  expect(cleared).toMatchObject({ changes: [{ column: "post", before: "高级工程师", after: "" }] })
})

test("formulas are refused in every column, a number with its country code is not one", () => {
  for (const cell of ["=1+1", "+cmd", "-2+3", "@SUM(A1)"]) {
    expect(errors(row({ post: cell }))[0], cell).toEqual(["post formula"])
  }
  expect(outcomes(row({ phone: "+86 138-0000-0001" }))[0]).toMatchObject({
    values: { phone: "13800000001" },
  })
  expect(errors(row({ phone: "+cmd|1" }))[0]).toEqual(["phone formula"])
  expect(outcomes(row({ manager: "无", birthday: "-" }))[0]?.kind).toBe("new")
})

test("a staff number that lost its zeros or its digits in a spreadsheet is told with what it was", () => {
  const known = { ...company, staff: [{ ...blank, staffNo: "00123", name: "老员工" }] }
  const check = (cells: Partial<StaffValues>) => {
    const [outcome] = checkStaffRows([row(cells)], known).outcomes
    return outcome?.kind === "error" ? outcome.errors : []
  }
  const lost = { code: "lost_digits", suggestion: "00123" }
  expect(check({ staffNo: "123" })).toMatchObject([{ column: "staffNo", ...lost }])
  expect(check({ manager: "123" })).toMatchObject([{ column: "manager", ...lost }, {}])
  expect(check({ staffNo: "1.2E+11" })).toMatchObject([{ code: "lost_digits", suggestion: "" }])
  expect(check({ staffNo: "124" })).toEqual([])
})

test("a department isn't under itself, and nobody comes into one that was dissolved", () => {
  expect(errors(row({ department: "研发部/后端组/研发部" }))[0]).toEqual([
    "department department_in_itself",
  ])
  const departments = [{ path: "老部门", head: "", closed: true }]
  const person = { ...blank, staffNo: "N1", email: "n9@qibu.example", department: "老部门" }
  const existing = { staff: [person], departments }
  const came = checkStaffRows([row({ department: "老部门" })], existing).outcomes
  expect(came.map(errorsOf)).toEqual([["department closed_department"]])
  const stayed = checkStaffRows(
    [row({ staffNo: "N1", email: "n9@qibu.example", department: "老部门" })],
    existing,
  ).outcomes
  expect(stayed.map(errorsOf)).toEqual([[]])
  const left = { staff: [{ ...person, status: "left" as const }], departments }
  const back = (department: string) =>
    checkStaffRows(
      [row({ staffNo: "N1", email: "n9@qibu.example", department, status: "在职" })],
      left,
    )
  expect(back("老部门").outcomes.map(errorsOf)).toEqual([["department closed_department"]])
  expect(back("研发部").outcomes.map(errorsOf)).toEqual([[]])
})

test("rows that say the same word for word count once", () => {
  const same = [row({ staffNo: "N1", email: "n1@qibu.example" }, 2)]
  same.push({ row: 3, cells: { ...same[0]?.cells } })
  const { outcomes, repeated } = checkStaffRows(same, company)
  expect(outcomes.map(({ kind }) => kind)).toEqual(["new"])
  expect(repeated).toEqual([{ row: 3, of: 2 }])
})
