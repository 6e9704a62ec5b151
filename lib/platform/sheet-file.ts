import { type Line, MOST_ROWS, parseCsv } from "@/lib/platform/csv"
import { type FileProblem, startsWith } from "./sheet-problems"
import { decode, type TextEncoding } from "./sheet-text"
import { readWorkbook, type Workbook } from "./sheet-workbook"

/** In bytes. */
export const LARGEST_FILE = 200 * 1024 * 1024
const FEW_LINES_ABOVE_HEADER = 10

/** What there is to say about a file besides its lines. */
export interface FileLook {
  encoding: TextEncoding | "XLSX" | null
  /** The sheet that was read, and the others that hold something. */
  sheet: string
  otherSheets: string[]
  merged: string[]
  hiddenColumns: string[]
  formulas: string[]
}

export interface FileLines {
  lines: Line[]
  look: FileLook
  problem?: FileProblem
}

const plainLook: FileLook = {
  encoding: null,
  sheet: "",
  otherSheets: [],
  merged: [],
  hiddenColumns: [],
  formulas: [],
}

const failed = (
  code: FileProblem["code"],
  more: { value?: string; row?: number; look?: FileLook } = {},
): FileLines => {
  const { look = plainLook, value = "", row } = more
  return { lines: [], look, problem: { code, value, ...(row === undefined ? {} : { row }) } }
}

function readText(bytes: Uint8Array): FileLines {
  const decoded = decode(bytes)
  if ("mixedAt" in decoded) return failed("mixed_encodings", { row: decoded.mixedAt })
  if (!("text" in decoded)) return failed("broken_text", { row: decoded.brokenAt })
  if (decoded.text.includes("\u0000")) return failed("unreadable")
  const { lines, brokenAt } = parseCsv(decoded.text, MOST_ROWS + FEW_LINES_ABOVE_HEADER + 1)
  if (brokenAt !== undefined) return failed("broken_quotes", { row: brokenAt })
  return { lines, look: { ...plainLook, encoding: decoded.encoding } }
}

/** The first sheet that has the table; without one, the first that holds anything. */
function readSheet({ sheets }: Workbook, isTable: (lines: readonly Line[]) => boolean): FileLines {
  const filled = sheets.filter(({ lines }) => lines.some(hasText))
  const chosen = filled.find(({ lines }) => isTable(lines)) ?? filled[0]
  if (!chosen) return failed("empty")
  const { name, lines, look } = chosen
  const seen: FileLook = {
    ...look,
    encoding: "XLSX",
    sheet: name,
    otherSheets: filled.filter((each) => each !== chosen).map((each) => each.name),
  }
  const [unanswered] = look.unanswered
  return unanswered === undefined
    ? { lines, look: seen }
    : failed("formula_without_value", { value: unanswered, look: seen })
}

const hasText = ({ cells }: Line): boolean => cells.some((cell) => cell.trim() !== "")

/**
 * Reads a table from a file as people have it: CSV in UTF-8, UTF-16 or GB18030, or a sheet of an
 * XLSX workbook, told apart by the bytes and not by the name.
 * @param bytes the whole file; refused unread above 200 MB or a workbook of more than 1 GB
 * @param isTable whether a sheet of a workbook is the one that is meant
 * @returns the lines that hold anything, with the row numbers that a spreadsheet shows; or the one
 * problem for which the file can't be read
 */
export async function readSheetFile(
  bytes: Uint8Array,
  isTable: (lines: readonly Line[]) => boolean = () => true,
): Promise<FileLines> {
  if (bytes.byteLength > LARGEST_FILE)
    return failed("too_large", { value: String(bytes.byteLength) })
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return failed("old_excel")
  const read = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
    ? await readBook(bytes, isTable)
    : readText(bytes)
  if (read.problem) return read
  const lines = read.lines.filter(hasText)
  if (lines.length === 0) return failed("empty", { look: read.look })
  if (lines.length > MOST_ROWS + 1)
    return failed("too_many_rows", { value: String(MOST_ROWS), look: read.look })
  return { ...read, lines }
}

async function readBook(bytes: Uint8Array, isTable: (lines: readonly Line[]) => boolean) {
  const book = await readWorkbook(bytes)
  return "code" in book ? failed(book.code, { value: book.value }) : readSheet(book, isTable)
}
