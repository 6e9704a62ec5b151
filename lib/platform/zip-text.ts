import { inflateRawSync } from "node:zlib"
import type { ZipEntry } from "./zip-size"

const HEADER_LENGTH = 30
const STORED = 0
const DEFLATED = 8

/**
 * One file of an archive as text (APPNOTE.TXT 4.3.7).
 * @param most bytes it may unpack to, whatever the directory says
 * @throws when it is packed in another way, damaged or larger
 */
export function zipText(bytes: Uint8Array, entry: ZipEntry, most: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const from = entry.at + HEADER_LENGTH + names
  const packed = bytes.subarray(from, from + entry.packed)
  if (entry.method === STORED) return new TextDecoder().decode(packed)
  if (entry.method !== DEFLATED) throw new Error(`packed by method ${entry.method}`)
  return inflateRawSync(packed, { maxOutputLength: most }).toString("utf8")
}
