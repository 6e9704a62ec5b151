import { crc32 } from "node:zlib"

/** A zip archive whose files are stored as they are. */
export function zipOf(files: Record<string, string>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)]
    const sizes = (into: Buffer, from: number) => {
      into.writeUInt32LE(crc32(body), from)
      into.writeUInt32LE(body.length, from + 4)
      into.writeUInt32LE(body.length, from + 8)
      into.writeUInt16LE(path.length, from + 12)
    }
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    sizes(head, 14)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    sizes(entry, 16)
    entry.writeUInt32LE(at, 42)
    parts.push(head, path, body)
    directory.push(entry, path)
    at += head.length + path.length + body.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

export interface Sheet {
  name: string
  /** Texts; a formula is `{ formula, value }`, without a value when it was never computed. */
  rows: (string | { formula: string; value?: string })[][]
  columns?: string
  merged?: string[]
  hidden?: true
}

const place = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`

function cellXml(cell: Sheet["rows"][number][number], at: string): string {
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`
  const value = cell.value === undefined ? "" : `<v>${cell.value}</v>`
  return `<c r="${at}" t="str"><f>${cell.formula}</f>${value}</c>`
}

function sheetXml({ rows, columns = "", merged = [] }: Sheet): string {
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, place(row, column))).join("")}</row>`,
  )
  const joined = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns}<sheetData>${body.join("")}</sheetData>${joined && `<mergeCells>${joined}</mergeCells>`}</worksheet>`
}

/** A workbook as Excel saves it, with what people put into theirs. */
export function workbook(sheets: Sheet[], more: Record<string, string> = {}): Uint8Array {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const listed = sheets.map(
    ({ name, hidden }, nth) =>
      `<sheet name="${name}" sheetId="${nth + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${nth + 1}"/>`,
  )
  const targets = sheets.map(
    (_, nth) =>
      `<Relationship Id="rId${nth + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${nth + 1}.xml"/>`,
  )
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join("")}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((sheet, nth) => [`xl/worksheets/sheet${nth + 1}.xml`, sheetXml(sheet)]),
    ),
    ...more,
  })
}
