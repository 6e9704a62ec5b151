import { once } from "node:events"
import { crc32, createDeflateRaw } from "node:zlib"

export interface ZipEntry {
  name: string
  text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

interface Written {
  name: Buffer
  offset: number
  crc: number
  packed: number
  size: number
}

/**
 * A ZIP archive as it is made: nothing is held back, so its length is known only at the end.
 * Up to 4 GB; sizes follow each entry (APPNOTE 4.4.4, bit 3).
 */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const entry of entries) {
    const at: Written = { name: Buffer.from(entry.name), offset, crc: 0, packed: 0, size: 0 }
    const head = localHead(at.name)
    offset += head.length
    yield head
    for await (const chunk of packed(entry.text, at)) {
      offset += chunk.length
      yield chunk
    }
    const tail = sizesOf(at, 0x08074b50)
    offset += tail.length
    yield tail
    written.push(at)
  }
  const index = Buffer.concat(written.map(centralHead))
  yield index
  yield endOf(written.length, index.length, offset)
}

async function* packed(text: ZipEntry["text"], at: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 3 })
  const fed = feed(text, at, deflate)
  // Whoever stops reading ends the writer too, whose own failure is told below.
  fed.catch((error) => deflate.destroy(error))
  for await (const chunk of deflate) {
    at.packed += chunk.length
    yield chunk
  }
  await fed
}

async function feed(
  text: ZipEntry["text"],
  at: Written,
  deflate: ReturnType<typeof createDeflateRaw>,
): Promise<void> {
  const closed = once(deflate, "close").catch(() => {})
  for await (const part of text) {
    const bytes = Buffer.from(part)
    at.crc = crc32(bytes, at.crc)
    at.size += bytes.length
    if (!deflate.write(bytes)) await Promise.race([once(deflate, "drain"), closed])
    if (deflate.destroyed) return
  }
  deflate.end()
}

/** Version 2.0, sizes later and names in UTF-8, deflated, 1980-01-01. */
const common = (): Buffer => {
  const bytes = Buffer.alloc(10)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(0x0808, 2)
  bytes.writeUInt16LE(8, 4)
  bytes.writeUInt16LE(0, 6)
  bytes.writeUInt16LE(0x21, 8)
  return bytes
}

const localHead = (name: Buffer): Buffer => {
  const rest = Buffer.alloc(16)
  rest.writeUInt16LE(name.length, 12)
  return Buffer.concat([signature(0x04034b50), common(), rest, name])
}

const sizesOf = ({ crc, packed: small, size }: Written, sign?: number): Buffer => {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32LE(crc, 0)
  bytes.writeUInt32LE(small, 4)
  bytes.writeUInt32LE(size, 8)
  return sign === undefined ? bytes : Buffer.concat([signature(sign), bytes])
}

const centralHead = (at: Written): Buffer => {
  const rest = Buffer.alloc(18)
  rest.writeUInt16LE(at.name.length, 0)
  rest.writeUInt32LE(at.offset, 14)
  const made = Buffer.from([20, 0])
  return Buffer.concat([signature(0x02014b50), made, common(), sizesOf(at), rest, at.name])
}

const endOf = (entries: number, length: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(18)
  bytes.writeUInt16LE(entries, 4)
  bytes.writeUInt16LE(entries, 6)
  bytes.writeUInt32LE(length, 8)
  bytes.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), bytes])
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
