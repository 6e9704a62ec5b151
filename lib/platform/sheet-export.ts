import { setImmediate as turn } from "node:timers/promises"
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
}

/** A list as a sheet, page after page, written while it is sent. */
export const exportedSheet = <R>(wanted: Exported<R>): AsyncGenerator<Uint8Array> =>
  sheetBytes(wanted.type, batches(wanted))

async function* batches<R>({ header, page, cells, most = mostExported }: Exported<R>) {
  yield [header]
  let after: string | undefined
  for (let left = most; left > 0; ) {
    const { rows, next } = await page(after)
    const shown = rows.slice(0, left)
    yield await cells(shown)
    left -= shown.length
    if (next === null) return
    after = next
    await turn()
  }
}

/** A sheet as a download. */
export const sheetResponse = (
  name: string,
  type: SheetType,
  bytes: AsyncGenerator<Uint8Array>,
): Response =>
  new Response(streamOf(bytes), {
    headers: {
      "content-type": sheetTypes[type],
      "content-disposition": `attachment; filename="${name}.${type}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })

/** A sheet with its titles alone, to be filled in. */
export const templateResponse = (name: string, type: SheetType, header: string[]): Response =>
  sheetResponse(name, type, sheetBytes(type, headerOnly(header)))

async function* headerOnly(header: string[]) {
  yield [header]
}
