import { mapSlowly } from "@/db/breath"
import { levels } from "@/db/schema/people"
import { refuse } from "@/lib/platform/refusal"
import type { StaffBook, StaffEntry } from "./staff-book"
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
   * administrators (decision 3); nobody makes themselves a head (decision 2), lowers or disables
   * themselves.
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
  /** People who work here and don't stand in the file. */
  missing: { staffNo: string; name: string }[]
  /** How many of them the plan makes leavers. */
  ended: number
}

export interface PlanChoices {
  /** Whoever the file doesn't have, left: only where the importer says that the file is whole. */
  leavers?: boolean
}

const fromLow: readonly string[] = levels
const rank = (level: string): number => fromLow.indexOf(level)

type Outcome = Exclude<StaffOutcome, { kind: "error" }>

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
export async function planImport(
  outcomes: readonly StaffOutcome[],
  book: StaffBook,
  rights: ImportRights,
  choices: PlanChoices = {},
): Promise<ImportPlan> {
  const plan: ImportPlan = { people: [], unchanged: 0, ignored: [], missing: [], ended: 0 }
  const named = new Set<string>()
  await mapSlowly(outcomes, (outcome) => {
    if (outcome.kind === "error")
      return refuse("invalid", { sentence: "people.error.importErrors" })
    const { staffNo = "" } = outcome.values
    named.add(staffNo)
    const entry = book.byNumber.get(staffNo)
    if (isStale(outcome, entry?.values ?? null))
      return refuse("conflict", { sentence: "people.error.importStale" })
    add(plan, entry, wantedFrom(outcome.values, entry?.values ?? null), rights)
  })
  const missing = [...book.byNumber.values()].filter(
    ({ values }) => values.status === "active" && !named.has(values.staffNo),
  )
  plan.missing = missing.map(({ values: { staffNo, name } }) => ({ staffNo, name }))
  if (!choices.leavers) return plan
  const before = plan.people.length
  for (const entry of missing)
    add(plan, entry, { ...entry.values, status: "left", isHead: "no" }, rights)
  plan.ended = plan.people.length - before
  plan.unchanged -= missing.length - plan.ended
  return plan
}

function add(
  plan: ImportPlan,
  entry: StaffEntry | undefined,
  wanted: StaffValues,
  rights: ImportRights,
): void {
  const before = entry?.values ?? null
  const { after, ignored } = allowed(wanted, before, rights)
  plan.ignored.push(...ignored)
  if (before && staffColumns.every((column) => before[column] === after[column]))
    plan.unchanged += 1
  else plan.people.push({ id: entry?.id ?? null, before, after })
}

function isStale(outcome: Outcome, before: StaffValues | null): boolean {
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

const runs = ({ duties }: StaffValues): boolean => duties.split(";").includes("platform")

/** Whoever could write an administrator's address could have their password mailed there. */
const administratorsOwn: Limit["holds"] = (before, { giveDuties }) =>
  !giveDuties && before !== null && runs(before)

const limits: readonly Limit[] = [
  {
    column: "level",
    reason: "raise_waits",
    holds: (before, _, wanted) => before !== null && rank(wanted.level) > rank(before.level),
  },
  { column: "duties", reason: "needs_platform", holds: (_, { giveDuties }) => !giveDuties },
  { column: "email", reason: "needs_platform", holds: administratorsOwn },
  { column: "status", reason: "needs_platform", holds: administratorsOwn },
  {
    column: "duties",
    reason: "not_self",
    holds: (before, { giveDuties, self }, wanted) =>
      giveDuties && before?.staffNo === self && runs(before) && !runs(wanted),
  },
  {
    column: "level",
    reason: "not_self",
    holds: (before, { self }, wanted) =>
      before?.staffNo === self && rank(wanted.level) < rank(before.level),
  },
  { column: "status", reason: "not_self", holds: (before, { self }) => before?.staffNo === self },
  { column: "isHead", reason: "not_self", holds: (before, { self }) => before?.staffNo === self },
]

/** Whoever may not be made a leaver goes on leading what a leaver would give up. */
function staying(wanted: StaffValues, before: StaffValues | null, rights: ImportRights) {
  const kept = limits.some(
    (limit) => limit.column === "status" && limit.holds(before, rights, wanted),
  )
  return before && kept && wanted.status === "left" ? { ...wanted, isHead: before.isHead } : wanted
}

/** What the importer may not decide stays as it is, and is said. */
function allowed(asked: StaffValues, before: StaffValues | null, rights: ImportRights) {
  const wanted = staying(asked, before, rights)
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
