import { stringify } from "csv-stringify/sync"
import { zipOf } from "./zip-writing"

/** Rows of text as they come, a batch at a time. */
export type SheetBatches = AsyncIterable<readonly (readonly string[])[]>

export const sheetTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const
export type SheetType = keyof typeof sheetTypes

/** A sheet as it is written, for a download of any length. */
export const sheetBytes = (type: SheetType, rows: SheetBatches): AsyncGenerator<Uint8Array> =>
  type === "csv" ? csvBytes(rows) : xlsxBytes(rows)

/** The bytes as a response takes them: made as they are fetched, given up when nobody does. */
export const streamOf = (bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (to) => {
      const { done, value } = await bytes.next()
      if (done) to.close()
      else to.enqueue(value)
    },
    cancel: async () => void (await bytes.return(undefined)),
  })

/** A spreadsheet would run what begins like this (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/
const harmless = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

async function* csvBytes(rows: SheetBatches): AsyncGenerator<Uint8Array> {
  // Without it Excel in China reads GB18030.
  yield Buffer.from("\uFEFF")
  for await (const batch of rows)
    yield Buffer.from(
      stringify(
        batch.map((row) => row.map(harmless)),
        { record_delimiter: "\r\n" },
      ),
    )
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
const link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const links = (id: string, type: string, target: string) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${link}/${type}" Target="${target}"/></Relationships>`
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const book = `${head}<workbook xmlns="${main}" xmlns:r="${link}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`

const xlsxBytes = (rows: SheetBatches): AsyncGenerator<Uint8Array> =>
  zipOf([
    { name: "[Content_Types].xml", text: [types] },
    { name: "_rels/.rels", text: [links("rId1", "officeDocument", "xl/workbook.xml")] },
    { name: "xl/workbook.xml", text: [book] },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: [links("rId1", "worksheet", "worksheets/sheet1.xml")],
    },
    { name: "xl/worksheets/sheet1.xml", text: sheetText(rows) },
  ])

async function* sheetText(rows: SheetBatches): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetData>`
  let row = 0
  for await (const batch of rows) yield batch.map((cells) => rowText(cells, ++row)).join("")
  yield "</sheetData></worksheet>"
}

// Text in the cell itself is never a formula.
const rowText = (cells: readonly string[], row: number): string =>
  `<row r="${row}">${cells.map((cell, at) => cellText(cell, `${columnName(at)}${row}`)).join("")}</row>`

const cellText = (cell: string, place: string): string =>
  cell === ""
    ? ""
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`

/** A to Z: a sheet of more columns is nobody's log. */
const columnName = (at: number): string => String.fromCharCode(65 + at)

/** What XML 1.0 can't hold is left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
