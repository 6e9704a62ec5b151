import { requiredStaffColumns, type StaffColumn, staffColumns } from "@/lib/people/staff-columns"
import {
  closedDepartments,
  emailsUsedTwice,
  type KnownStaff,
  managersAmiss,
  numbersUsedTwice,
  type ReadRow,
  type StaffError,
  type StaffValues,
  secondHeads,
} from "@/lib/people/staff-conflicts"
import type { StaffRow } from "@/lib/people/staff-file"
import { readStaffCell } from "@/lib/people/staff-values"
import { digitsLost } from "./staff-digits"

export type ExistingStaff = {
  /** Values as codes: level "view", duties "hr;platform", days "2026-01-05", status "active". */
  staff: readonly Omit<StaffValues, "isHead">[]
  /** Paths like "研发部/后端组"; the head's staff number, "" if nobody leads it. */
  departments: readonly { path: string; head: string; closed?: boolean }[]
}

export type StaffChange = { column: StaffColumn; before: string; after: string }

export type StaffOutcome = { row: number; staffNo: string; name: string } & (
  | { kind: "new" | "unchanged"; values: Partial<StaffValues> }
  | { kind: "changed"; values: Partial<StaffValues>; changes: StaffChange[] }
  | { kind: "error"; errors: StaffError[] }
)

/** An empty cell of these says nothing: the level or state stays, or is the usual one. */
const silentWhenEmpty: ReadonlySet<StaffColumn> = new Set<StaffColumn>(["level", "status"])
const required: ReadonlySet<StaffColumn> = new Set<StaffColumn>(requiredStaffColumns)

function knownFrom({ staff, departments }: ExistingStaff): KnownStaff {
  const heads = new Map(departments.flatMap(({ path, head }) => (head ? [[path, head]] : [])))
  const byNumber = new Map<string, StaffValues>()
  for (const person of staff) {
    const isHead = heads.get(person.department) === person.staffNo ? "yes" : "no"
    byNumber.set(person.staffNo, { ...person, email: person.email.toLowerCase(), isHead })
  }
  const closed = new Set(departments.flatMap(({ path, closed }) => (closed ? [path] : [])))
  return { byNumber, heads, closed }
}

function readRow({ row, cells }: StaffRow, known: KnownStaff): [ReadRow, StaffError[]] {
  const values: Partial<StaffValues> = {}
  const errors: StaffError[] = []
  for (const column of staffColumns) {
    const cell = cells[column]
    if (cell === undefined) continue
    const outcome = readStaffCell(column, cell)
    if ("code" in outcome) errors.push({ row, column, value: cell, ...outcome })
    else if (outcome.value === "" && required.has(column)) {
      errors.push({ row, column, code: "missing", value: "", suggestion: "" })
    } else if (outcome.value !== "" || !silentWhenEmpty.has(column)) values[column] = outcome.value
  }
  return [{ row, values, before: known.byNumber.get(values.staffNo ?? "") }, errors]
}

function changesIn({ values, before }: ReadRow): StaffChange[] {
  return staffColumns.flatMap((column) => {
    const after = values[column]
    if (before === undefined || after === undefined || after === before[column]) return []
    return [{ column, before: before[column], after }]
  })
}

function outcomeOf(read: ReadRow, written: StaffRow, errors: StaffError[]): StaffOutcome {
  const { row, values, before } = read
  const { staffNo = "", name = "" } = written.cells
  const line = { row, staffNo, name }
  if (errors.length > 0) {
    const place = (error: StaffError) => staffColumns.indexOf(error.column)
    return { ...line, kind: "error", errors: errors.toSorted((a, b) => place(a) - place(b)) }
  }
  if (!before) return { ...line, kind: "new", values }
  const changes = changesIn(read)
  return changes.length > 0
    ? { ...line, kind: "changed", values, changes }
    : { ...line, kind: "unchanged", values }
}

const checks = [
  numbersUsedTwice,
  digitsLost,
  emailsUsedTwice,
  closedDepartments,
  managersAmiss,
  secondHeads,
]

export interface CheckedStaff {
  outcomes: StaffOutcome[]
  newDepartments: string[]
  /** Rows that say word for word what a row above says; they count once. */
  repeated: { row: number; of: number }[]
}

/**
 * What a staff file would do, row by row, and everything that stands in its way, before anything is
 * written (G1.1). Departments that don't exist yet are no error: the import makes them.
 */
export function checkStaffRows(all: readonly StaffRow[], existing: ExistingStaff): CheckedStaff {
  const known = knownFrom(existing)
  const { rows, repeated } = withoutRepeats(all)
  const errors = new Map<number, StaffError[]>(rows.map(({ row }) => [row, []]))
  const read: ReadRow[] = []
  for (const row of rows) {
    const [values, wrong] = readRow(row, known)
    read.push(values)
    errors.set(row.row, wrong)
  }
  for (const check of checks) {
    for (const error of check(read, known)) errors.get(error.row)?.push(error)
  }
  const outcomes = rows.flatMap((written, nth) => {
    const row = read[nth]
    return row ? [outcomeOf(row, written, errors.get(written.row) ?? [])] : []
  })
  return { outcomes, newDepartments: newDepartments(outcomes, existing), repeated }
}

function withoutRepeats(all: readonly StaffRow[]) {
  const firsts = new Map<string, number>()
  const repeated: CheckedStaff["repeated"] = []
  const rows = all.filter(({ row, cells }) => {
    const said = staffColumns.map((column) => cells[column] ?? "").join("\u0000")
    const of = firsts.get(said)
    if (of === undefined) firsts.set(said, row)
    else repeated.push({ row, of })
    return of === undefined
  })
  return { rows, repeated }
}

// A path brings the departments above it along: 研发部/后端组 needs 研发部.
function newDepartments(outcomes: readonly StaffOutcome[], existing: ExistingStaff): string[] {
  const there = new Set(existing.departments.map(({ path }) => path))
  const wanted = new Set<string>()
  for (const outcome of outcomes) {
    const path = outcome.kind === "error" ? "" : (outcome.values.department ?? "")
    const parts = path.split("/").filter(Boolean)
    for (const depth of parts.keys()) wanted.add(parts.slice(0, depth + 1).join("/"))
  }
  return [...wanted].filter((path) => !there.has(path)).toSorted()
}
