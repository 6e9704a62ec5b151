import type { StaffColumn } from "@/lib/people/staff-columns"
import { readDay } from "@/lib/platform/written-days"

export type StaffErrorCode =
  | "missing"
  | "bad_email"
  | "bad_phone"
  | "bad_date"
  | "unknown_choice"
  | "unknown_level"
  | "unknown_status"
  | "unknown_duty"
  | "formula"
  | "bad_department"
  | "department_in_itself"
  | "closed_department"
  | "lost_digits"
  | "too_long"
  | "duplicate_staff_no"
  | "duplicate_email"
  | "unknown_manager"
  | "manager_cycle"
  | "second_head"

/** A cell's value in the words of the code, or why it has none and what might have been meant. */
export type CellOutcome = { value: string } | { code: StaffErrorCode; suggestion: string }

const LONGEST_CELL = 200

const choices = {
  isHead: { yes: ["是", "yes", "y", "true", "1"], no: ["否", "", "no", "n", "false", "0"] },
  level: {
    view: ["仅查看", "view", "view only"],
    edit: ["可编辑", "edit", "can edit"],
    admin: ["管理员", "admin", "administrator"],
  },
  duty: {
    hr: ["人事", "hr"],
    platform: ["平台管理", "platform"],
    support: ["技术支持", "support"],
    office: ["行政", "office"],
  },
  status: { active: ["在职", "active"], left: ["离职", "已离职", "left"] },
} satisfies Record<string, Record<string, readonly string[]>>

function choose(among: Record<string, readonly string[]>, cell: string): string | undefined {
  const wanted = cell.toLowerCase()
  return Object.keys(among).find((code) => among[code]?.includes(wanted))
}

const chosen =
  (among: Record<string, readonly string[]>, code: StaffErrorCode) =>
  (cell: string): CellOutcome => {
    const value = choose(among, cell)
    return value === undefined ? { code, suggestion: "" } : { value }
  }

function readEmail(cell: string): CellOutcome {
  const value = cell.toLowerCase()
  const good = /^[^\s@,;<>"()]+@[^\s@,;<>"().]+(\.[^\s@,;<>"().]+)+$/.test(value)
  return good ? { value } : { code: "bad_email", suggestion: "" }
}

function readPhone(cell: string): CellOutcome {
  const value = cell.replace(/[\s()-]/g, "").replace(/^(\+|00)?86(?=1\d{10}$)/, "")
  const good = /^(1\d{10}|0\d{9,11}|\+[1-9]\d{6,14})$/.test(value)
  return good ? { value } : { code: "bad_phone", suggestion: "" }
}

// 2026-02-30 was most likely meant as the last day of that month.
function lastDayMeant(cell: string): string {
  const [, month, day] = /^(.*?[-/.年].*?)[-/.月](\d{1,2})日?$/.exec(cell) ?? []
  if (!month || Number(day) < 29 || Number(day) > 31) return ""
  const tries = [30, 29, 28].map((last) => readDay(`${month.replace(/[年/.]/, "-")}-${last}`))
  return tries.find((each) => each !== undefined) ?? ""
}

function readDate(cell: string): CellOutcome {
  const value = readDay(cell)
  return value ? { value } : { code: "bad_date", suggestion: lastDayMeant(cell) }
}

function readDepartment(cell: string): CellOutcome {
  const parts = cell.split(/[/\\>]/).map((part) => part.trim())
  if (parts.includes(""))
    return { code: "bad_department", suggestion: parts.filter(Boolean).join("/") }
  const again = parts.findIndex((part, nth) => parts.indexOf(part) < nth)
  if (again >= 0)
    return { code: "department_in_itself", suggestion: parts.slice(0, again).join("/") }
  return { value: parts.join("/") }
}

function readDuties(cell: string): CellOutcome {
  const named = cell.split(/[;,、/\s]+/).filter(Boolean)
  const duties = named.map((each) => choose(choices.duty, each))
  if (duties.includes(undefined)) return { code: "unknown_duty", suggestion: "" }
  return { value: [...new Set(duties)].toSorted().join(";") }
}

const readers: Partial<Record<StaffColumn, (cell: string) => CellOutcome>> = {
  email: readEmail,
  phone: readPhone,
  department: readDepartment,
  isHead: chosen(choices.isHead, "unknown_choice"),
  level: chosen(choices.level, "unknown_level"),
  duties: readDuties,
  hiredOn: readDate,
  birthday: readDate,
  status: chosen(choices.status, "unknown_status"),
}

const isPlaceholder = (cell: string) => /^[-—–/]+$|^(无|none|n\/a)$/i.test(cell)
const isFormula = (column: StaffColumn, cell: string) =>
  column === "phone" ? /^[=@]|^[+-](?![\d\s()-]+$)/.test(cell) : /^[=+@-]/.test(cell)

/** Reads one cell of a staff file: levels, duties and states as codes, days as "YYYY-MM-DD". */
export function readStaffCell(column: StaffColumn, cell: string): CellOutcome {
  const text = column !== "name" && isPlaceholder(cell) ? "" : cell
  if (text === "" && column !== "isHead") return { value: "" }
  if (isFormula(column, text))
    return { code: "formula", suggestion: text.replace(/^[=+@\s-]+/, "") }
  if (text.length > LONGEST_CELL)
    return { code: "too_long", suggestion: text.slice(0, LONGEST_CELL) }
  return readers[column]?.(text) ?? { value: text }
}
