import { and, eq, isNull } from "drizzle-orm"
import { files } from "@/db/schema/platform"
import { isPerson, type PersonActor } from "./actor"
import type { Ctx } from "./context"
import type { Line } from "./csv"
import { emit } from "./events"
import { seenFile } from "./files/serving"
import { bytesOf } from "./files/whole-file"
import { refuse } from "./refusal"
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
  fileId: number
  fileName: string
  /** Why the file as a whole can't be read: a code with a value. */
  problem: { code: string; value: string } | null
  outcomes: RowOutcome<P>[]
}

/** All of them are made in one transaction, in which everybody else waits to write. */
const mostRows = 200
/** Bytes. */
const largest = 5 * 1024 * 1024

/**
 * A file of records that the actor sent, read by its columns' titles.
 * @param check what becomes of the rows, which a workbook keeps otherwise than text does
 * @returns null when there is no such file of theirs (any more)
 */
export async function checkRecords<Column extends string, P>(
  actor: PersonActor,
  fileId: number,
  titles: ColumnTitles<Column>,
  required: readonly Column[],
  check: (rows: readonly SheetRow<Column>[], workbook: boolean) => Promise<RowOutcome<P>[]>,
): Promise<RecordCheck<P> | null> {
  const file = isPerson(actor) ? await seenFile(actor, fileId) : null
  if (!file || file.kind !== null) return null
  const about = { fileId, fileName: file.name }
  const failed = (code: string, value = "") => ({
    ...about,
    problem: { code, value },
    outcomes: [],
  })
  if (file.size > largest) return failed("too_large")
  const isTable = (lines: readonly Line[]) => hasHeader(lines, titles)
  const { lines, problem, look } = await readSheetFile(await bytesOf(file.place), isTable)
  if (problem) return failed(problem.code, problem.value)
  const { rows, problems } = readColumns(lines, titles, required)
  const [first] = problems
  if (first) return failed(first.code, first.value)
  if (rows.length === 0) return failed("empty")
  if (rows.length > mostRows) return failed("too_many_rows", String(mostRows))
  return { ...about, problem: null, outcomes: await check(rows, look.encoding === "XLSX") }
}

/** What can be written: every row fits. */
export const plansOf = <P>(check: RecordCheck<P>): P[] =>
  check.problem || check.outcomes.some(({ kind }) => kind === "error")
    ? []
    : check.outcomes.flatMap(({ plan }) => plan ?? [])

/**
 * What is to be written of a file, which is used up by that: it is written once, however often and
 * from wherever that is asked.
 * @throws Refusal not_found when it has been used, invalid when nothing of it can be written
 */
export async function takePlans<P>(ctx: Ctx, check: RecordCheck<P>): Promise<P[]> {
  const plans = plansOf(check)
  if (plans.length === 0) refuse("invalid", { sentence: "tasks.error.nothingToImport" })
  const [taken] = await ctx.tx
    .delete(files)
    .where(and(eq(files.id, check.fileId), isNull(files.kind)))
    .returning({ id: files.id, size: files.size })
  if (!taken) return refuse("not_found")
  emit(ctx, { type: "file.removed", recordId: taken.id, data: { size: taken.size } })
  return plans
}
