import { levels } from "@/db/schema/people"
import { refuse } from "@/lib/platform/refusal"
import type { StaffBook } from "./staff-book"
import { type StaffColumn, staffColumns } from "./staff-columns"
import type { StaffValues } from "./staff-conflicts"
import type { StaffOutcome } from "./staff-rows"

/** What a file says and the import doesn't do; shown in the preview with the reason. */
export interface IgnoredChange {
  staffNo: string
  name: string
  column: "level" | "duties"
  /** A raise waits for the head; duties are for platform administrators (decision 3). */
  reason: "raise_waits" | "needs_platform"
  wanted: string
}

export interface PlannedPerson {
  /** null for somebody new. */
  id: number | null
  before: StaffValues | null
  after: StaffValues
}

export interface ImportPlan {
  /** New and changed people; the others are left alone. */
  people: PlannedPerson[]
  unchanged: number
  ignored: IgnoredChange[]
}

const fromLow: readonly string[] = levels
const rank = (level: string): number => fromLow.indexOf(level)

/** A new person starts like this where the file says nothing. */
const blank: Omit<StaffValues, "staffNo" | "name" | "email" | "department"> = {
  phone: "",
  post: "",
  manager: "",
  isHead: "no",
  level: "view",
  duties: "",
  hiredOn: "",
  birthday: "",
  status: "active",
}

/**
 * What a checked file will do, without doing it.
 * @param rights whether the importer may give duties
 * @throws Refusal when the file has errors, or the company changed since it was checked
 */
export function planImport(
  outcomes: readonly StaffOutcome[],
  book: StaffBook,
  rights: { giveDuties: boolean },
): ImportPlan {
  const plan: ImportPlan = { people: [], unchanged: 0, ignored: [] }
  for (const outcome of outcomes) {
    if (outcome.kind === "error")
      return refuse("invalid", { sentence: "people.error.importErrors" })
    const entry = book.byNumber.get(outcome.values.staffNo ?? "")
    const before = entry?.values ?? null
    if (isStale(outcome, before))
      return refuse("conflict", { sentence: "people.error.importStale" })
    const wanted = wantedFrom(outcome.values, before)
    const { after, ignored } = allowed(wanted, before, rights)
    plan.ignored.push(...ignored)
    if (before && staffColumns.every((column) => before[column] === after[column]))
      plan.unchanged += 1
    else plan.people.push({ id: entry?.id ?? null, before, after })
  }
  return plan
}

function isStale(
  outcome: Exclude<StaffOutcome, { kind: "error" }>,
  before: StaffValues | null,
): boolean {
  if (outcome.kind === "new") return before !== null
  if (!before) return true
  if (outcome.kind === "changed")
    return outcome.changes.some(({ column, before: was }) => before[column] !== was)
  return said(outcome.values).some(([column, value]) => before[column] !== value)
}

const said = (values: Partial<StaffValues>): [StaffColumn, string][] =>
  staffColumns.flatMap((column): [StaffColumn, string][] => {
    const value = values[column]
    return value === undefined ? [] : [[column, value]]
  })

function wantedFrom(values: Partial<StaffValues>, before: StaffValues | null): StaffValues {
  const { staffNo = "", name = "", email = "", department = "" } = values
  const wanted = { ...blank, staffNo, name, email, department, ...before, ...values }
  return wanted.status === "left" ? { ...wanted, isHead: "no" } : wanted
}

function allowed(wanted: StaffValues, before: StaffValues | null, rights: { giveDuties: boolean }) {
  const after = { ...wanted }
  const ignored: IgnoredChange[] = []
  const { staffNo, name } = wanted
  if (before && rank(wanted.level) > rank(before.level)) {
    after.level = before.level
    ignored.push({ staffNo, name, column: "level", reason: "raise_waits", wanted: wanted.level })
  }
  const duties = before?.duties ?? ""
  if (!rights.giveDuties && wanted.duties !== duties) {
    after.duties = duties
    ignored.push({
      staffNo,
      name,
      column: "duties",
      reason: "needs_platform",
      wanted: wanted.duties,
    })
  }
  return { after, ignored }
}
