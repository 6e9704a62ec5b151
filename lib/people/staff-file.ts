import { requiredStaffColumns, type StaffColumn, staffTitles } from "@/lib/people/staff-columns"
import { type ColumnProblem, readColumns, type SheetRow } from "@/lib/platform/sheet-columns"
import { type FileProblem, readSheetFile } from "@/lib/platform/sheet-file"

export type StaffRow = SheetRow<StaffColumn>

export type StaffFile = {
  columns: StaffColumn[]
  ignored: string[]
  rows: StaffRow[]
  /** For any of these the file can't be imported. */
  problems: (FileProblem | ColumnProblem<StaffColumn>)[]
}

/**
 * Reads a staff file (G1.1): CSV or XLSX with Chinese or English titles in any order. A column that
 * the file lacks is missing in every row's cells too; an empty cell is "".
 */
export async function readStaffFile(bytes: Uint8Array): Promise<StaffFile> {
  const { lines, problem } = await readSheetFile(bytes)
  if (problem) return { columns: [], ignored: [], rows: [], problems: [problem] }
  const file = readColumns(lines, staffTitles, requiredStaffColumns)
  if (file.rows.length > 0 || file.problems.length > 0) return file
  return { ...file, problems: [{ code: "empty", value: "" }] }
}
