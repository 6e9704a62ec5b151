import { mapSlowly } from "@/db/breath"
import type { Db } from "@/db/database"
import { planMark } from "./import-mark"
import {
  type IgnoredChange,
  type ImportPlan,
  type ImportRights,
  type PlanChoices,
  planImport,
} from "./import-plan"
import { type Predictions, predict } from "./import-predictions"
import { type StaffBook, staffBook, staffIn } from "./staff-book"
import type { StaffColumn } from "./staff-columns"
import { readStaffFile, type StaffFile } from "./staff-file"
import { type CheckedStaff, checkStaffRows, type StaffOutcome } from "./staff-rows"

/** Everything there is to say about a staff file before anything is written. */
export interface ImportCheck {
  /** For any of these nothing else is known of the file. */
  problems: StaffFile["problems"]
  look: StaffFile["look"]
  columns: StaffColumn[]
  ignoredColumns: string[]
  outcomes: StaffOutcome[]
  /** Names of the managers that rows speak of, by staff number. */
  names: Record<string, string>
  repeated: CheckedStaff["repeated"]
  newDepartments: string[]
  ignored: IgnoredChange[]
  missing: ImportPlan["missing"]
  predictions: Predictions
  /** Of the plan that was looked at; empty while there are errors. */
  mark: string
  /** Nobody is new and nothing changes. */
  idle: boolean
}

/** Reads, checks and plans without writing. Heavy: runs aside, see `checkAside`. */
export async function checkImport(
  db: Db,
  bytes: Uint8Array,
  rights: ImportRights,
  choices: PlanChoices,
): Promise<ImportCheck> {
  const file = await readStaffFile(bytes)
  const { problems, look, columns, ignored: ignoredColumns } = file
  const book = await staffBook(db)
  const rows = problems.length > 0 ? [] : file.rows
  const checked = checkStaffRows(rows, staffIn(book))
  const good = checked.outcomes.filter(({ kind }) => kind !== "error")
  const plan = await planImport(good, book, rights, choices)
  const whole = problems.length === 0 && good.length === checked.outcomes.length
  const { outcomes, repeated, newDepartments } = checked
  return {
    problems,
    look,
    columns,
    ignoredColumns,
    outcomes,
    names: namesIn(book, outcomes),
    repeated,
    newDepartments,
    ignored: plan.ignored,
    missing: missingFrom(plan, outcomes),
    predictions: predict(book, plan),
    mark: whole ? await planMark(plan) : "",
    idle: plan.people.length === 0,
  }
}

function namesIn(book: StaffBook, outcomes: readonly StaffOutcome[]): Record<string, string> {
  const inFile = new Map(outcomes.map(({ staffNo, name }) => [staffNo, name]))
  const asked = outcomes.flatMap((it) => {
    if (it.kind === "changed")
      return it.changes.flatMap(({ column, before, after }) =>
        column === "manager" ? [before, after] : [],
      )
    return it.kind === "new" ? [it.values.manager ?? ""] : []
  })
  const nameOf = (staffNo: string) =>
    book.byNumber.get(staffNo)?.values.name ?? inFile.get(staffNo) ?? ""
  return Object.fromEntries([...new Set(asked)].map((staffNo) => [staffNo, nameOf(staffNo)]))
}

/** Somebody whose row has an error does stand in the file. */
function missingFrom({ missing }: ImportPlan, outcomes: readonly StaffOutcome[]) {
  const named = new Set(outcomes.map(({ staffNo }) => staffNo))
  return missing.filter(({ staffNo }) => !named.has(staffNo))
}

/** The outcomes as the plan leaves them: what an importer may not decide isn't a change. */
export async function asPlanned({ outcomes, ignored }: ImportCheck): Promise<StaffOutcome[]> {
  const refused = Map.groupBy(ignored, ({ staffNo }) => staffNo)
  if (refused.size === 0) return outcomes
  return mapSlowly(outcomes, (outcome): StaffOutcome => {
    const limits = refused.get(outcome.staffNo)
    if (outcome.kind !== "changed" || !limits) return outcome
    const { row, staffNo, name, values } = outcome
    const changes = outcome.changes.filter(
      ({ column }) => !limits.some((limit) => limit.column === column),
    )
    if (changes.length === 0) return { row, staffNo, name, kind: "unchanged", values }
    return { ...outcome, changes }
  })
}
