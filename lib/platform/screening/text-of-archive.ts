import { inflatedSize, type ZipEntry } from "../zip-size"
import { zipBytes } from "../zip-text"
import { type FileState, unreadStates } from "./file-states"
import type { FileText } from "./text-of-file"

/** Bytes that one file of an archive may unpack to, and all of them. */
const mostEach = 64 * 1024 ** 2
const mostTogether = 160 * 1024 ** 2
const mostFiles = 2_000

/** Formats that are archives themselves: their words may be torn apart by what stands between them. */
const packedFormat = /^(?:mimetype|\[Content_Types\]\.xml|META-INF\/.*)$/i

/**
 * The names in an archive and the text of its files, one archive deep. As soon as one of them can't be
 * read, the archive isn't called read.
 * @param inside reads one of its files
 */
export async function textOfArchive(
  bytes: Uint8Array,
  all: readonly ZipEntry[],
  inside: (bytes: Uint8Array) => Promise<FileText>,
): Promise<FileText> {
  const names = all.map(({ name }) => name).join("\n")
  const files = all.filter(({ name }) => !name.endsWith("/"))
  if (files.some(({ locked }) => locked)) return { state: "locked", text: names }
  if (files.length > mostFiles || isTooLarge(files)) return { state: "large", text: names }
  let state: FileState = files.some(({ name }) => packedFormat.test(name)) ? "kind" : "read"
  const texts = [names]
  let unpacked = 0
  for (const file of files) {
    const one = zipBytes(bytes, file, mostEach)
    unpacked += one.byteLength
    if (unpacked > mostTogether) return { state: "large", text: texts.join("\n") }
    const said = await inside(one)
    texts.push(said.text)
    if (state === "read") state = unreadStates.find((why) => why === said.state) ?? "read"
  }
  return { state, text: texts.join("\n") }
}

const isTooLarge = (files: readonly ZipEntry[]): boolean =>
  inflatedSize(files) > mostTogether || files.some(({ size }) => size > mostEach)
