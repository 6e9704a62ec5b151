import { isPerson, type PersonActor } from "./actor"
import type { Line } from "./csv"
import { seenFile } from "./files/serving"
import { bytesOf } from "./files/whole-file"
import { type ColumnTitles, hasHeader, readColumns, type SheetRow } from "./sheet-columns"
import { readSheetFile } from "./sheet-file"

/** Something about one cell of a row: why it doesn't fit, or what is made of it. */
export interface CellNote {
  /** The column's title. */
  column: string
  value: string
  /** Names the sentence. */
  code: string
}

/** What becomes of one row of a file, before anything is written. */
export interface RowOutcome<P> {
  row: number
  name: string
  kind: "error" | "new" | "unchanged"
  errors: CellNote[]
  warnings: CellNote[]
  /** What will be made of it; null where it can't be, or is there already. */
  plan: P | null
}

export interface RecordCheck<P> {
  fileName: string
  /** Why the file as a whole can't be read: a code with a value. */
  problem: { code: string; value: string } | null
  outcomes: RowOutcome<P>[]
}

/** All of them are made in one transaction, in which everybody else waits to write. */
const mostRows = 200
/** Bytes. */
const largest = 5 * 1024 * 1024

const failed = (fileName: string, code: string, value = ""): RecordCheck<never> => ({
  fileName,
  problem: { code, value },
  outcomes: [],
})

/**
 * A file of records that the actor sent, read by its columns' titles.
 * @param check what becomes of the rows
 * @returns null when there is no such file of theirs (any more)
 */
export async function checkRecords<Column extends string, P>(
  actor: PersonActor,
  fileId: number,
  titles: ColumnTitles<Column>,
  required: readonly Column[],
  check: (rows: readonly SheetRow<Column>[]) => Promise<RowOutcome<P>[]>,
): Promise<RecordCheck<P> | null> {
  const file = isPerson(actor) ? await seenFile(actor, fileId) : null
  if (!file || file.kind !== null) return null
  if (file.size > largest) return failed(file.name, "too_large")
  const isTable = (lines: readonly Line[]) => hasHeader(lines, titles)
  const { lines, problem } = await readSheetFile(await bytesOf(file.place), isTable)
  if (problem) return failed(file.name, problem.code, problem.value)
  const { rows, problems } = readColumns(lines, titles, required)
  const [first] = problems
  if (first) return failed(file.name, first.code, first.value)
  if (rows.length === 0) return failed(file.name, "empty")
  if (rows.length > mostRows) return failed(file.name, "too_many_rows", String(mostRows))
  return { fileName: file.name, problem: null, outcomes: await check(rows) }
}

/** What can be written: every row fits. */
export const plansOf = <P>(check: RecordCheck<P>): P[] =>
  check.problem || check.outcomes.some(({ kind }) => kind === "error")
    ? []
    : check.outcomes.flatMap(({ plan }) => plan ?? [])
