import type { StaffColumn } from "@/lib/people/staff-columns"
import type { StaffErrorCode } from "@/lib/people/staff-values"

export type StaffValues = Record<StaffColumn, string>

/** A row whose cells were read; `values` holds those that could be. */
export type ReadRow = {
  row: number
  values: Partial<StaffValues>
  /** The same person as the portal has them. */
  before: StaffValues | undefined
}

export type StaffError = {
  row: number
  column: StaffColumn
  code: StaffErrorCode
  value: string
  /** Something better to write, or who or which row is in the way; "" if there is nothing to say. */
  suggestion: string
}

export type KnownStaff = {
  byNumber: ReadonlyMap<string, StaffValues>
  /** The staff number of a department's head, by the department's path. */
  heads: ReadonlyMap<string, string>
  /** Paths of dissolved departments. */
  closed: ReadonlySet<string>
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const numberOf = ({ values }: ReadRow) => values.staffNo ?? ""

export function numbersUsedTwice(rows: readonly ReadRow[]): StaffError[] {
  const numbered = rows.filter((row) => numberOf(row) !== "")
  return [...grouped(numbered, numberOf).values()].flatMap((same) =>
    same.length < 2
      ? []
      : same.map((row): StaffError => {
          const other = same.find((each) => each !== row)
          const suggestion = String(other?.row ?? "")
          const value = numberOf(row)
          return { row: row.row, column: "staffNo", code: "duplicate_staff_no", value, suggestion }
        }),
  )
}

/** Addresses that two people would have once the file is in; whoever has it already may keep it. */
export function emailsUsedTwice(rows: readonly ReadRow[], known: KnownStaff): StaffError[] {
  const given = rows.filter(({ values }) => values.email)
  const moved = new Set(given.map(numberOf))
  const kept = new Map<string, string>()
  for (const [staffNo, { email }] of known.byNumber)
    if (!moved.has(staffNo)) kept.set(email, staffNo)
  return [...grouped(given, ({ values }) => values.email ?? "")].flatMap(([email, same]) => {
    const keepers = same.filter(({ before }) => before?.email === email)
    const keeper = kept.get(email) ?? keepers.map(numberOf).at(0)
    return same.flatMap((row): StaffError[] => {
      const other =
        keeper ??
        same
          .filter((each) => each !== row)
          .map(numberOf)
          .at(0)
      if (other === undefined || keepers.includes(row)) return []
      const found = { column: "email", code: "duplicate_email", value: email } as const
      return [{ row: row.row, ...found, suggestion: other }]
    })
  })
}

/** Managers that nobody is, and managers who would be above themselves. */
export function managersAmiss(rows: readonly ReadRow[], known: KnownStaff): StaffError[] {
  const above = new Map<string, string>()
  for (const [staffNo, { manager }] of known.byNumber) above.set(staffNo, manager)
  for (const row of rows) {
    above.set(numberOf(row), row.values.manager ?? row.before?.manager ?? "")
  }
  above.delete("")
  const circling = inCircles(above)
  return rows.flatMap((row): StaffError[] => {
    const manager = row.values.manager
    if (!manager) return []
    const found = { row: row.row, column: "manager", value: manager, suggestion: "" } as const
    if (!above.has(manager)) return [{ ...found, code: "unknown_manager" }]
    return circling.has(numberOf(row)) ? [{ ...found, code: "manager_cycle" }] : []
  })
}

// Each person is walked through once: a walk that meets itself has found a circle.
function inCircles(above: ReadonlyMap<string, string>): Set<string> {
  const circling = new Set<string>()
  const walked = new Set<string>()
  for (const start of above.keys()) {
    const path = new Map<string, number>()
    let at: string | undefined = start
    while (at && !walked.has(at) && !path.has(at)) {
      path.set(at, path.size)
      at = above.get(at)
    }
    const entry = at === undefined ? undefined : path.get(at)
    for (const [staffNo, step] of path) {
      walked.add(staffNo)
      if (entry !== undefined && step >= entry) circling.add(staffNo)
    }
  }
  return circling
}

function leads({ values, before }: ReadRow): string {
  const after = { ...before, ...values }
  return after.isHead === "yes" && after.status !== "left" ? (after.department ?? "") : ""
}

// A row speaks of the person's own department; what somebody leads besides stays theirs.
function stillLeads(row: ReadRow, department: string): boolean {
  if (leads(row) === department) return true
  return row.before?.department !== department && row.values.status !== "left"
}

/** Nobody comes into a department that was dissolved, or back into it; who left it last stays on its books. */
export const closedDepartments = (rows: readonly ReadRow[], known: KnownStaff): StaffError[] =>
  rows.flatMap(({ row, values, before }): StaffError[] => {
    const department = values.department ?? before?.department ?? ""
    const comesBack = before?.status === "left" && values.status === "active"
    const stays = before?.department === department && !comesBack
    if (!known.closed.has(department) || stays) return []
    const found = { column: "department", code: "closed_department", suggestion: "" } as const
    return [{ row, ...found, value: department }]
  })

/** Departments that would have two heads. Who leads one already isn't the one at fault. */
export function secondHeads(rows: readonly ReadRow[], known: KnownStaff): StaffError[] {
  const rowOf = new Map(rows.map((row) => [numberOf(row), row]))
  const claims = grouped(
    rows.filter((row) => leads(row) !== ""),
    leads,
  )
  return [...claims].flatMap(([department, claiming]) => {
    const head = known.heads.get(department)
    const headRow = head ? rowOf.get(head) : undefined
    const stays = head && (!headRow || stillLeads(headRow, department)) ? head : undefined
    return claiming.flatMap((row): StaffError[] => {
      const other =
        stays ??
        claiming
          .filter((each) => each !== row)
          .map(numberOf)
          .at(0)
      if (other === undefined || numberOf(row) === stays) return []
      const found = { column: "isHead", code: "second_head", value: department } as const
      return [{ row: row.row, ...found, suggestion: other }]
    })
  })
}
