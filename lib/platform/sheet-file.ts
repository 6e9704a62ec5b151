import iconv from "iconv-lite"
import { type CellValue, readSheet } from "read-excel-file/node"
import { type Line, MOST_ROWS, parseCsv } from "@/lib/platform/csv"
import { inflatedSize } from "@/lib/platform/zip-size"

/** In bytes. The second is what a workbook may grow to when unpacked. */
export const LARGEST_FILE = 200 * 1024 * 1024
const LARGEST_WORKBOOK = 1024 * 1024 * 1024
const FEW_LINES_ABOVE_HEADER = 10

export type FileProblem = {
  code: "too_large" | "too_many_rows" | "old_excel" | "unreadable" | "broken_quotes" | "empty"
  value: string
  row?: number
}

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, nth) => bytes[nth] === byte)

// A file saved by Excel in China is GB18030 unless it says otherwise; its bytes are hardly ever
// valid UTF-8 by chance.
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "gb18030")
  }
}

function written(cell: CellValue | null): string {
  if (!(cell instanceof Date)) return cell === null ? "" : String(cell)
  const [day = "", clock = ""] = cell.toISOString().split("T")
  return clock.startsWith("00:00:00") ? day : `${day} ${clock.slice(0, 5)}`
}

async function readWorkbook(bytes: Uint8Array): Promise<Line[] | FileProblem> {
  const size = inflatedSize(bytes)
  if (size === undefined) return { code: "unreadable", value: "" }
  if (size > LARGEST_WORKBOOK) return { code: "too_large", value: String(size) }
  try {
    const sheet = await readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return sheet.map((cells, index) => ({ row: index + 1, cells: cells.map(written) }))
  } catch {
    return { code: "unreadable", value: "" }
  }
}

function readText(bytes: Uint8Array): Line[] | FileProblem {
  const text = decode(bytes)
  if (text.includes("\u0000")) return { code: "unreadable", value: "" }
  const { lines, brokenAt } = parseCsv(text, MOST_ROWS + FEW_LINES_ABOVE_HEADER + 1)
  return brokenAt === undefined ? lines : { code: "broken_quotes", value: "", row: brokenAt }
}

/**
 * Reads a table from a file as people have it: CSV in UTF-8, UTF-16 or GB18030, or the first sheet
 * of an XLSX workbook, told apart by the bytes and not by the name.
 * @param bytes the whole file; refused unread above 200 MB or a workbook of more than 1 GB
 * @returns the lines that hold anything, with the row numbers that a spreadsheet shows; or the one
 * problem for which the file can't be read
 */
export async function readSheetFile(
  bytes: Uint8Array,
): Promise<{ lines: Line[]; problem?: FileProblem }> {
  if (bytes.byteLength > LARGEST_FILE) {
    return { lines: [], problem: { code: "too_large", value: String(bytes.byteLength) } }
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { lines: [], problem: { code: "old_excel", value: "" } }
  }
  const read = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
    ? await readWorkbook(bytes)
    : readText(bytes)
  if ("code" in read) return { lines: [], problem: read }
  const lines = read.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  if (lines.length === 0) return { lines, problem: { code: "empty", value: "" } }
  if (lines.length > MOST_ROWS + 1) {
    return { lines: [], problem: { code: "too_many_rows", value: String(MOST_ROWS) } }
  }
  return { lines }
}
