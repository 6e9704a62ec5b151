const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/** One file of an archive, as its directory describes it. */
export interface ZipEntry {
  name: string
  /** Bytes once unpacked, as the archive says. */
  size: number
  packed: number
  method: number
  /** Only with a password. */
  locked: boolean
  /** Where its own header begins. */
  at: number
}

/**
 * The directory of a zip archive; undefined for what is no archive or has no readable directory
 * (APPNOTE.TXT 4.3.12, 4.3.16).
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const earliest = Math.max(0, bytes.byteLength - END_LENGTH - LONGEST_COMMENT)
  let end = bytes.byteLength - END_LENGTH
  while (end >= earliest && view.getUint32(end, true) !== DIRECTORY_END) end -= 1
  if (end < earliest) return undefined
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      return undefined
    }
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) =>
      view.getUint16(at + place, true),
    )
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + name)),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
    })
    at += ENTRY_LENGTH + name + extra + comment
  }
  return entries
}

/** What the files of an archive say they unpack to, together, in bytes. */
export const inflatedSize = (entries: readonly ZipEntry[]): number =>
  entries.reduce((sum, { size }) => sum + size, 0)
