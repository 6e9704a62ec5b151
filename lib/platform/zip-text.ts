import { inflateRawSync } from "node:zlib"
import type { ZipEntry } from "./zip-size"

const HEADER_LENGTH = 30
const STORED = 0
const DEFLATED = 8

/**
 * One file of an archive (APPNOTE.TXT 4.3.7).
 * @param most bytes it may unpack to, whatever the directory says
 * @throws when it is packed in another way, damaged or larger
 */
export function zipBytes(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const from = entry.at + HEADER_LENGTH + names
  const packed = bytes.subarray(from, from + entry.packed)
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) throw new Error(`packed by method ${entry.method}`)
  return inflateRawSync(packed, { maxOutputLength: most })
}

/** The same as text. @throws as `zipBytes` */
export const zipText = (bytes: Uint8Array, entry: ZipEntry, most: number): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(zipBytes(bytes, entry, most))
