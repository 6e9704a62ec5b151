import { zipEntries } from "../zip-size"
import { decoded } from "./decoding"
import type { FileState } from "./file-states"
import { textOfArchive } from "./text-of-archive"
import { isOffice, textOfOffice } from "./text-of-office"
import { textOfPdf } from "./text-of-pdf"

export interface FileText {
  state: FileState
  /** What could be read, also where that isn't all of it. */
  text: string
}

/** Letters of one file that are looked at. */
export const mostText = 48 * 1024 ** 2

const noText = (state: FileState): FileText => ({ state, text: "" })

/** Pictures and recordings by their first bytes, also those that browsers don't show. */
const media =
  /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|BM[\s\S]{4}\0{4}|II\*\0|MM\0\*|[\s\S]{4}ftyp|OggS|ID3|\xff[\xf0-\xfb]|fLaC|[^ -~]E\xdf\xa3|FORM|8BPS)/

/**
 * What a file says, by its bytes and not by its name. Made for a thread of its own: it takes as long
 * and as much memory as its sender likes.
 * @param packed it lies in an archive: another archive in it isn't opened
 */
export async function textOfFile(bytes: Uint8Array, packed = false): Promise<FileText> {
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1")
  try {
    const found = await byBeginning(bytes, head, packed)
    return found.text.length > mostText
      ? { state: "large", text: found.text.slice(0, mostText) }
      : found
  } catch {
    return noText("broken")
  }
}

async function byBeginning(bytes: Uint8Array, head: string, packed: boolean): Promise<FileText> {
  if (bytes.byteLength === 0) return { state: "read", text: "" }
  if (head.startsWith("PK")) return textOfZip(bytes, packed)
  // What stands before a PDF's first line is let be by every reader.
  if (head.includes("%PDF-")) return textOfPdf(bytes)
  if (head.startsWith("\xd0\xcf\x11\xe0")) return noText(isLocked(bytes) ? "locked" : "kind")
  const text = decoded(bytes)
  if (text !== null) return { state: "read", text }
  return noText(media.test(head) ? "media" : "kind")
}

async function textOfZip(bytes: Uint8Array, packed: boolean): Promise<FileText> {
  const entries = zipEntries(bytes)
  if (!entries) return noText("broken")
  if (isOffice(entries)) return textOfOffice(bytes, entries)
  if (packed) return noText("kind")
  return textOfArchive(bytes, entries, (inside) => textOfFile(inside, true))
}

/** A document with a password lies inside an older container, in a stream of this name. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
