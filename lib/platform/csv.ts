import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"

const delimiters = [",", ";", "\t"] as const

// The header decides: names of columns hold none of the three.
function delimiterOf(text: string): string {
  const header =
    text
      .slice(0, 10_000)
      .split(/\r?\n|\r/)
      .find((line) => line.trim() !== "") ?? ""
  const counts = delimiters.map((mark) => header.split(mark).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ","
}

/** The rows of a table that are read, its header not counted. */
export const MOST_ROWS = 100_000

/** A line of a table with the row number a spreadsheet shows for it, from 1. */
export type Line = { row: number; cells: string[] }

/**
 * Reads CSV separated by commas, semicolons or tabs, whichever the first line uses. Empty lines
 * are left out; the others keep their numbers.
 * @param most the number of lines after which reading stops
 * @returns the lines, or where a quotation mark was opened and never closed
 */
export function parseCsv(text: string, most = MOST_ROWS): { lines: Line[]; brokenAt?: number } {
  const plain = text.replace(/^\uFEFF/, "")
  try {
    const records: string[][] = parse(plain, {
      delimiter: delimiterOf(plain),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: most,
    })
    const lines = records.map((cells, index) => ({ row: index + 1, cells }))
    return { lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")) }
  } catch (error) {
    if (error instanceof CsvError) return { lines: [], brokenAt: Number(error.lines) || 1 }
    throw error
  }
}
