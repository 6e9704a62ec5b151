import readWorkbookSheets, { type CellValue } from "read-excel-file/node"
import type { Line } from "./csv"
import type { FileProblem } from "./sheet-problems"
import { type SheetLook, sheetLooks } from "./sheet-xml"
import { inflatedSize, zipEntries } from "./zip-size"

/** What a workbook may grow to when unpacked, in bytes. */
const LARGEST_WORKBOOK = 1024 * 1024 * 1024

export interface Workbook {
  sheets: { name: string; lines: Line[]; look: SheetLook }[]
}

function written(cell: CellValue | null): string {
  if (!(cell instanceof Date)) return cell === null ? "" : String(cell)
  const [day = "", clock = ""] = cell.toISOString().split("T")
  return clock.startsWith("00:00:00") ? day : `${day} ${clock.slice(0, 5)}`
}

/** Every sheet of an XLSX workbook that is shown. One with macros is refused unopened. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | FileProblem> {
  const entries = zipEntries(bytes)
  if (entries === undefined) return { code: "unreadable", value: "" }
  const size = inflatedSize(entries)
  if (size > LARGEST_WORKBOOK) return { code: "too_large", value: String(size) }
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
    return { code: "macros", value: "" }
  try {
    const looks = sheetLooks(bytes, entries, LARGEST_WORKBOOK)
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const sheets = await readWorkbookSheets(buffer)
    return {
      sheets: sheets.flatMap(({ sheet, data }) => {
        const look = looks.get(sheet)
        if (!look || look.hidden) return []
        const lines = data.map((cells, index) => ({ row: index + 1, cells: cells.map(written) }))
        return [{ name: sheet, lines, look }]
      }),
    }
  } catch {
    return { code: "unreadable", value: "" }
  }
}
