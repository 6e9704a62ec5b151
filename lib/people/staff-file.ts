import { requiredStaffColumns, type StaffColumn, staffTitles } from "@/lib/people/staff-columns"
import {
  type ColumnProblem,
  hasHeader,
  readColumns,
  type SheetRow,
} from "@/lib/platform/sheet-columns"
import { type FileLook, readSheetFile } from "@/lib/platform/sheet-file"
import type { FileProblem } from "@/lib/platform/sheet-problems"

export type StaffRow = SheetRow<StaffColumn>
export type StaffFileProblem = FileProblem | ColumnProblem<StaffColumn>

export type StaffFile = {
  columns: StaffColumn[]
  ignored: string[]
  rows: StaffRow[]
  /** For any of these the file can't be imported. */
  problems: StaffFileProblem[]
  look: FileLook
}

/**
 * Reads a staff file (G1.1): CSV or XLSX with Chinese or English titles in any order. A column that
 * the file lacks is missing in every row's cells too; an empty cell is "".
 */
export async function readStaffFile(bytes: Uint8Array): Promise<StaffFile> {
  const { lines, problem, look } = await readSheetFile(bytes, (each) =>
    hasHeader(each, staffTitles),
  )
  if (problem) return { columns: [], ignored: [], rows: [], problems: [problem], look }
  const { headerRow, ...file } = readColumns(lines, staffTitles, requiredStaffColumns)
  const problems = [...file.problems, ...mergedIn(look.merged, headerRow)]
  if (file.rows.length > 0 || problems.length > 0) return { ...file, problems, look }
  return { ...file, problems: [{ code: "empty", value: "" }], look }
}

const mostTold = 20

/** Joined cells hold one value for several people: nobody can say whose. A title above may. */
function mergedIn(merged: readonly string[], headerRow: number): FileProblem[] {
  return merged.slice(0, mostTold).flatMap((ref): FileProblem[] => {
    const [first = 0, last = first] = (ref.match(/\d+/g) ?? []).map(Number)
    return last < headerRow ? [] : [{ code: "merged_cells", value: ref, row: first }]
  })
}
