import type { Line } from "@/lib/platform/csv"

const LINES_ABOVE_HEADER = 10
const ENOUGH_TO_BE_A_HEADER = 2

/** What a column may be called; the first title is the one it is told by. */
export type ColumnTitles<Column extends string> = Readonly<Record<Column, readonly string[]>>

export type ColumnProblem<Column extends string> = {
  code: "missing_column" | "duplicate_column"
  column: Column
  value: string
}

export type SheetRow<Column extends string> = {
  row: number
  cells: Partial<Record<Column, string>>
}

export type SheetRows<Column extends string> = {
  columns: Column[]
  /** Titles that no column goes by; their cells are left out. */
  ignored: string[]
  rows: SheetRow<Column>[]
  problems: ColumnProblem<Column>[]
  /** The header's row number as a spreadsheet shows it. */
  headerRow: number
}

/** A cell as it was meant: half-width forms (NFKC), without invisible signs and spaces around it. */
export function cleanCell(cell: string): string {
  return cell
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
}

// 「邮箱（必填）」, "E-mail *" and 「邮　箱」 are the same title: notes, signs and spaces say nothing.
function bareTitle(title: string): string {
  return cleanCell(title)
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|【.*?】|〔.*?〕/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
}

function columnFinder<Column extends string>(titles: ColumnTitles<Column>) {
  const columns = Object.keys(titles) as Column[]
  const known = new Map(columns.flatMap((each) => titles[each].map((t) => [bareTitle(t), each])))
  return (title: string) => known.get(bareTitle(title))
}

/**
 * Finds the header among the first lines, and reads what stands under it, whatever the order of the
 * columns. A title above the table is skipped.
 * @param titles every title of every column, in any language
 * @param required the columns without which the table can't be used
 */
export function readColumns<Column extends string>(
  lines: readonly Line[],
  titles: ColumnTitles<Column>,
  required: readonly Column[],
): SheetRows<Column> {
  const columnOf = columnFinder(titles)
  const known = ({ cells }: Line) => cells.filter((cell) => columnOf(cell) !== undefined).length
  const found = lines
    .slice(0, LINES_ABOVE_HEADER)
    .findIndex((line) => known(line) >= ENOUGH_TO_BE_A_HEADER)
  const header = lines[Math.max(found, 0)]?.cells ?? []
  const places = new Map<Column, number>()
  const problems: ColumnProblem<Column>[] = []
  const ignored: string[] = []
  for (const [place, title] of header.entries()) {
    const column = columnOf(title)
    if (column === undefined) {
      if (cleanCell(title) !== "") ignored.push(cleanCell(title))
    } else if (places.has(column)) {
      problems.push({ code: "duplicate_column", column, value: cleanCell(title) })
    } else places.set(column, place)
  }
  for (const column of required) {
    if (places.has(column)) continue
    problems.push({ code: "missing_column", column, value: titles[column][0] ?? column })
  }
  const rows = lines.slice(Math.max(found, 0) + 1).map(({ row, cells }) => ({
    row,
    cells: cellsAt(places, cells),
  }))
  const headerRow = lines[Math.max(found, 0)]?.row ?? 1
  return { columns: [...places.keys()], ignored, rows, problems, headerRow }
}

/** Whether one of the first lines can be the header of such a table. */
export function hasHeader<Column extends string>(
  lines: readonly Line[],
  titles: ColumnTitles<Column>,
): boolean {
  const columnOf = columnFinder(titles)
  return lines
    .slice(0, LINES_ABOVE_HEADER)
    .some(({ cells }) => cells.filter(columnOf).length >= ENOUGH_TO_BE_A_HEADER)
}

function cellsAt<Column extends string>(places: ReadonlyMap<Column, number>, cells: string[]) {
  const read: Partial<Record<Column, string>> = {}
  for (const [column, place] of places) read[column] = cleanCell(cells[place] ?? "")
  return read
}
