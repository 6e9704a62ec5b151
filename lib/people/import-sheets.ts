import writeSheet from "write-excel-file/node"
import type { Locale } from "@/lib/platform/actor"
import { requiredStaffColumns, type StaffColumn, staffColumns } from "./staff-columns"
import type { StaffOutcome } from "./staff-rows"
import { adviceOf, columnTitle, reasonOf } from "./staff-words"
import { importWords } from "./words-import"

const required: ReadonlySet<StaffColumn> = new Set<StaffColumn>(requiredStaffColumns)
const text = (value: string) => ({ value, type: String, format: "@" })
const head = (value: string) => ({ value, type: String, fontWeight: "bold" as const })
const marked = { backgroundColor: "#F3DCD6" }

/** A sheet to fill in: its titles are found again by an import, with what is required marked. */
export async function staffTemplate(locale: Locale): Promise<Uint8Array> {
  const { sheet, head: titles } = importWords[locale]
  const title = (column: StaffColumn) =>
    required.has(column)
      ? { ...head(`${columnTitle(column, locale)}（${sheet.required}）`), ...marked }
      : head(columnTitle(column, locale))
  const how = { ...sheet, name: sheet.nameNote }
  const notes = staffColumns.map((column) => [text(title(column).value), text(how[column])])
  const widths = (...all: number[]) => all.map((width) => ({ width }))
  return writeSheet([
    {
      sheet: sheet.name,
      data: [staffColumns.map(title)],
      columns: widths(...staffColumns.map(() => 18)),
    },
    {
      sheet: sheet.notes,
      data: [[head(titles.column), head(sheet.how)], ...notes],
      columns: widths(24, 80),
    },
  ]).toBuffer()
}

/** Every error of a file, to be passed to whoever corrects it. */
export async function errorSheet(
  outcomes: readonly StaffOutcome[],
  locale: Locale,
): Promise<Uint8Array> {
  const { sheet, head: titles } = importWords[locale]
  const rows = outcomes.flatMap((outcome) =>
    outcome.kind !== "error"
      ? []
      : outcome.errors.map((error) => [
          { value: error.row, type: Number },
          text(outcome.staffNo),
          text(outcome.name),
          text(columnTitle(error.column, locale)),
          text(error.value),
          text(reasonOf(error, locale)),
          text(adviceOf(error, locale)),
        ]),
  )
  const { row, staffNo, name, column, written, reason, advice } = titles
  return writeSheet([[row, staffNo, name, column, written, reason, advice].map(head), ...rows], {
    sheet: sheet.errors,
    columns: [8, 14, 14, 18, 30, 36, 48].map((width) => ({ width })),
  }).toBuffer()
}
