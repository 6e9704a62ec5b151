import iconv from "iconv-lite"
import { startsWith } from "./sheet-problems"

export type TextEncoding = "UTF-8" | "UTF-16" | "GB18030"

export type Decoded =
  | { text: string; encoding: TextEncoding }
  | { mixedAt: number }
  | { brokenAt: number }

const strict = new TextDecoder("utf-8", { fatal: true })
const LINE_END = 10

/**
 * Text as people's programs save it. A file saved by Excel in China is GB18030 unless it says
 * otherwise; its bytes are hardly ever valid UTF-8 by chance.
 * @returns the line at fault, from 1, where two encodings meet or signs are in neither
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" }
  if (startsWith(bytes, 0xfe, 0xff))
    return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" }
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: "UTF-8" }
  const mixedAt = lineOfOtherEncoding(bytes)
  if (mixedAt !== null) return { mixedAt }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = iconv.decode(view, "gb18030")
  const lost = text.indexOf("\ufffd")
  if (lost >= 0) return { brokenAt: text.slice(0, lost).split("\n").length }
  return { text, encoding: "GB18030" }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/**
 * Where lines in UTF-8 and lines in something else stand in one file: two files put together. A
 * line counts as UTF-8 only when it reads as 汉字, which GB18030 doesn't by chance.
 */
function lineOfOtherEncoding(bytes: Uint8Array): number | null {
  let [from, line] = [0, 0]
  let [utf8At, otherAt]: [number | null, number | null] = [null, null]
  while (from < bytes.byteLength && (utf8At === null || otherAt === null)) {
    const found = bytes.indexOf(LINE_END, from)
    const end = found < 0 ? bytes.byteLength : found
    const text = asUtf8(bytes.subarray(from, end))
    line += 1
    if (text === null) otherAt ??= line
    else if (/\p{Script=Han}/u.test(text)) utf8At ??= line
    from = end + 1
  }
  return utf8At === null || otherAt === null ? null : Math.max(utf8At, otherAt)
}
