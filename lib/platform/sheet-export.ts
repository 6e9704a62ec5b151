import { setImmediate as turn } from "node:timers/promises"
import { download, exportAnswer } from "./export-answer"
import type { Export } from "./exporting"
import { lookThrough, maskedRows } from "./screening/rows"
import type { SheetRequest } from "./sheet-request"
import { type SheetType, sheetBytes, sheetTypes, streamOf } from "./sheet-writing"

/** More rows than this are nobody's list. */
export const mostExported = 100_000

export interface Exported<R> {
  type: SheetType
  header: string[]
  /** One page of the list as its reader sees it. */
  page(after: string | undefined): Promise<{ rows: readonly R[]; next: string | null }>
  /** The cells of some rows, in the header's order. */
  cells(rows: readonly R[]): Promise<string[][]>
  most?: number
  /** Says at its end that the list goes on. */
  cut?: string
}

/** A list on its way out: looked through first, then written while it is sent. */
export const sheetOf = <R>(said: Export["said"], wanted: Exported<R>): Export<SheetStream> => ({
  said,
  look: () => lookThrough(rowsOf(wanted)),
  make: (masked) => sheetBytes(wanted.type, withHeader(wanted, masked)),
})

type SheetStream = AsyncGenerator<Uint8Array>

async function* withHeader<R>(wanted: Exported<R>, masked: boolean) {
  yield [wanted.header]
  for await (const rows of rowsOf(wanted)) yield masked ? await maskedRows(rows) : rows
}

async function* rowsOf<R>({ page, cells, most = mostExported, cut }: Exported<R>) {
  let after: string | undefined
  for (let left = most; ; ) {
    const { rows, next } = await page(after)
    const shown = rows.slice(0, left)
    yield await cells(shown)
    left -= shown.length
    if (left === 0 && cut && (next !== null || rows.length > shown.length)) yield [[cut]]
    if (left === 0 || next === null) return
    after = next
    await turn()
  }
}

/** A list as a download, or what its reader is told before. */
export const sheetAnswer = (
  { actor, type, way }: SheetRequest,
  name: string,
  sheet: Export<SheetStream>,
): Promise<Response> =>
  exportAnswer({ actor, way }, sheet, (bytes) => ({
    body: streamOf(bytes),
    name: `${name}.${type}`,
    type: sheetTypes[type],
  }))

/** A sheet with its titles alone, to be filled in. */
export const templateResponse = (name: string, type: SheetType, header: string[]): Response =>
  download({
    body: streamOf(sheetBytes(type, headerOnly(header))),
    name: `${name}.${type}`,
    type: sheetTypes[type],
  })

async function* headerOnly(header: string[]) {
  yield [header]
}
