import { endingOf } from "./file-names"

/** Bytes from the beginning that are looked at. */
export const headLength = 512

/** Sound and pictures that browsers play without anything added to them. */
export const playable: ReadonlySet<string> = new Set([
  "audio/aac",
  "audio/flac",
  "audio/mp4",
  "audio/mpeg",
  "audio/ogg",
  "audio/wav",
  "audio/webm",
  "video/mp4",
  "video/ogg",
  "video/webm",
])

/** Types a browser may show itself. Nothing in them can run. SVG and HTML never are. */
export const shownInline: ReadonlySet<string> = new Set([
  ...playable,
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "application/pdf",
  "text/plain",
])

const beginnings: readonly [string, RegExp][] = [
  ["image/png", /^\x89PNG\r\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[\s\S]{4}WEBP/],
  ["image/avif", /^[\s\S]{4}ftypavi[fs]/],
  ["application/pdf", /^%PDF-\d/],
  ["audio/flac", /^fLaC/],
  ["audio/wav", /^RIFF[\s\S]{4}WAVE/],
  ["audio/mpeg", /^ID3/],
  ["audio/mp4", /^[\s\S]{4}ftypM4[AB] /],
  ["video/mp4", /^[\s\S]{4}ftyp(isom|iso[2-9]|mp4[12]|M4V |avc1|dash|MSNV|f4v )/],
  ["video/ogg", /^OggS[\s\S]{24,}(\x80theora)/],
  ["audio/ogg", /^OggS/],
]

/** Formats whose first bytes alone don't say all: the name decides the rest. */
const byBoth: readonly [string, RegExp, RegExp][] = [
  ["audio/webm", /^[\s\S]E\xdf\xa3[\s\S]{0,60}webm/, /^\.weba$/],
  ["video/webm", /^[\s\S]E\xdf\xa3[\s\S]{0,60}webm/, /./],
  ["audio/mpeg", /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, /^\.mp3$/],
  ["audio/aac", /^\xff[\xf0\xf1\xf8\xf9]/, /^\.aac$/],
]

const office = "application/vnd.openxmlformats-officedocument"
/** Types that the name decides, all of them only ever downloaded. */
const byEnding: Record<string, string> = {
  ".docx": `${office}.wordprocessingml.document`,
  ".xlsx": `${office}.spreadsheetml.sheet`,
  ".pptx": `${office}.presentationml.presentation`,
  ".csv": "text/csv",
  ".zip": "application/zip",
}
const written: ReadonlySet<string> = new Set([".txt", ".md", ".log"])

/**
 * What a file is, by its first bytes rather than by what its sender says.
 * @param head the first {@link headLength} bytes, or all of a shorter file
 */
export function typeOf(head: Uint8Array, name: string): string {
  const bytes = Buffer.from(head).toString("latin1")
  const found = beginnings.find(([, beginning]) => beginning.test(bytes))
  if (found) return found[0]
  const ending = endingOf(name)
  const both = byBoth.find(([, beginning, end]) => beginning.test(bytes) && end.test(ending))
  if (both) return both[0]
  if (written.has(ending) && isText(head)) return "text/plain"
  return byEnding[ending] ?? "application/octet-stream"
}

/** Readable as UTF-8, with nothing in it that isn't writing. A letter may be cut at the end. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\x00-\x08\x0e-\x1f]/.test(text)
  } catch {
    return false
  }
}
