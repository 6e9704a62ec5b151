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
  column: "level" | "duties" | "email" | "status" | "isHead"
  /**
   * A raise waits for the head; duties, and the accounts of those with 平台管理, are for platform
   * administrators (decision 3); nobody makes themselves a head (decision 2).
   */
  reason: "raise_waits" | "needs_platform" | "not_self"
  wanted: string
}

/** What an importer may decide. */
export interface ImportRights {
  giveDuties: boolean
  /** The importer's own staff number; null where no person imports. */
  self: string | null
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
 * @throws Refusal when the file has errors, or the company changed since it was checked
 */
export function planImport(
  outcomes: readonly StaffOutcome[],
  book: StaffBook,
  rights: ImportRights,
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

interface Limit {
  column: IgnoredChange["column"]
  reason: IgnoredChange["reason"]
  /** Whether the importer may not decide this about the person as they are. */
  holds(before: StaffValues | null, rights: ImportRights, wanted: StaffValues): boolean
}

/** Whoever could write an administrator's address could have their password mailed there. */
const administratorsOwn: Limit["holds"] = (before, { giveDuties }) =>
  !giveDuties && (before?.duties.split(";").includes("platform") ?? false)

const limits: readonly Limit[] = [
  {
    column: "level",
    reason: "raise_waits",
    holds: (before, _, wanted) => before !== null && rank(wanted.level) > rank(before.level),
  },
  { column: "duties", reason: "needs_platform", holds: (_, { giveDuties }) => !giveDuties },
  { column: "email", reason: "needs_platform", holds: administratorsOwn },
  { column: "status", reason: "needs_platform", holds: administratorsOwn },
  { column: "isHead", reason: "not_self", holds: (before, { self }) => before?.staffNo === self },
]

/** What the importer may not decide stays as it is, and is said. */
function allowed(wanted: StaffValues, before: StaffValues | null, rights: ImportRights) {
  const after = { ...wanted }
  const { staffNo, name } = wanted
  const ignored = limits.flatMap(({ column, reason, holds }): IgnoredChange[] => {
    const stays = before?.[column] ?? blankOf(column)
    if (wanted[column] === stays || !holds(before, rights, wanted)) return []
    after[column] = stays
    return [{ staffNo, name, column, reason, wanted: wanted[column] }]
  })
  return { after, ignored }
}

const blankOf = (column: IgnoredChange["column"]): string =>
  column === "email" ? "" : blank[column]
