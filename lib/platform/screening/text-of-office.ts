import { inflatedSize, type ZipEntry } from "../zip-size"
import { zipText } from "../zip-text"
import type { FileText } from "./text-of-file"
import { endOfShared, textOfPart } from "./text-of-part"

/** Bytes that one part may unpack to, and all of them that are read together. */
const mostPart = 64 * 1024 ** 2
const mostParts = 160 * 1024 ** 2
const mostEntries = 20_000

/** Parts with words in them: pages, headers, notes, comments, sheets, slides. */
const worded =
  /^(?:word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|comments\w*)|xl\/(?:sharedStrings|workbook|worksheets\/[^/]+|comments\d*|threadedComments\/[^/]+|drawings\/[^/]+)|ppt\/(?:slides|notesSlides|comments)\/[^/]+|(?:word|ppt)\/(?:diagrams\/data\d*|charts\/chart\d*)|docProps\/(?:core|custom))\.xml$/i
/** A file within it is not opened. */
const within = /\/embeddings\/|\.bin$|vbaProject/i
const office = /^(?:word\/document|xl\/workbook|ppt\/presentation)/i

export const isOffice = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => office.test(name))

/** The text of a Word, Excel or PowerPoint file. */
export function textOfOffice(bytes: Uint8Array, entries: readonly ZipEntry[]): FileText {
  const parts = entries.filter(({ name }) => worded.test(name))
  if (entries.length > mostEntries || tooLarge(parts)) return { state: "large", text: "" }
  const strings = sharedStrings(bytes, parts)
  const texts = parts
    .filter(({ name }) => !isShared(name))
    .map((part) => textOfPart(zipText(bytes, part, mostPart), strings))
  const hidden = entries.some(({ name }) => within.test(name) && !/printerSettings/i.test(name))
  return { state: hidden ? "kind" : "read", text: texts.join("\n") }
}

const tooLarge = (parts: readonly ZipEntry[]): boolean =>
  inflatedSize(parts) > mostParts || parts.some(({ size }) => size > mostPart)

const isShared = (name: string) => /^xl\/sharedStrings\.xml$/i.test(name)

function sharedStrings(bytes: Uint8Array, parts: readonly ZipEntry[]): readonly string[] {
  const part = parts.find(({ name }) => isShared(name))
  if (!part) return []
  return textOfPart(zipText(bytes, part, mostPart), []).split(endOfShared)
}
