const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/**
 * What the files in a zip archive say they unpack to, together, in bytes; undefined for what is
 * no archive or has no readable directory (APPNOTE.TXT 4.3.12, 4.3.16).
 */
export function inflatedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const earliest = Math.max(0, bytes.byteLength - END_LENGTH - LONGEST_COMMENT)
  let end = bytes.byteLength - END_LENGTH
  while (end >= earliest && view.getUint32(end, true) !== DIRECTORY_END) end -= 1
  if (end < earliest) return undefined
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      return undefined
    }
    total += view.getUint32(at + 24, true)
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    at += lengths.reduce((sum, length) => sum + length, ENTRY_LENGTH)
  }
  return total
}
