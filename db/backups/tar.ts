import type { Readable } from "node:stream"

const block = 512

export interface Entry {
  name: string
  /** Bytes. */
  size: number
  body: AsyncIterable<Buffer> | Iterable<Buffer>
}

/** Writes entries as a POSIX tar stream, so that a backup opens with any tar. */
export async function* writeTar(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, size, body } of entries) {
    yield header(name, size)
    let written = 0
    for await (const chunk of body) {
      written += chunk.length
      yield chunk
    }
    if (written !== size) throw new Error(`${name} changed while it was read`)
    yield Buffer.alloc(padding(size))
  }
  yield Buffer.alloc(2 * block)
}

function header(name: string, size: number): Buffer {
  const head = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new Error(`too long for the archive: ${name}`)
  head.write(name, 0)
  head.write("0000600\0", 100)
  head.write("0000000\0", 108)
  head.write("0000000\0", 116)
  writeSize(head, size)
  head.write(`${Math.floor(Date.now() / 1000).toString(8)}\0`, 136)
  head.fill(" ", 148, 156)
  head.write("0", 156)
  head.write("ustar\u000000", 257)
  head.write(`${sum(head).toString(8).padStart(6, "0")}\0 `, 148)
  return head
}

/** Eleven octal digits reach 8 GiB; beyond that the GNU form, binary with the top bit set. */
function writeSize(head: Buffer, size: number): void {
  if (size < 8 ** 11) {
    head.write(`${size.toString(8).padStart(11, "0")}\0`, 124)
    return
  }
  head[124] = 0x80
  head.writeBigUInt64BE(BigInt(size), 128)
}

function readSize(head: Buffer): number {
  if (head[124] === 0x80) return Number(head.readBigUInt64BE(128))
  return Number.parseInt(head.toString("latin1", 124, 135), 8)
}

/**
 * Reads a stream written by writeTar. Each entry's body must be read before the next is asked for.
 * @throws when the stream ends early or a header is damaged
 */
export async function* readTar(stream: Readable): AsyncGenerator<Entry> {
  const source = reader(stream)
  for (;;) {
    const head = await source.exactly(block)
    if (head.every((byte) => byte === 0)) return
    const said = Number.parseInt(head.toString("latin1", 148, 154), 8)
    head.fill(" ", 148, 156)
    if (sum(head) !== said) throw new Error("the archive is damaged")
    const size = readSize(head)
    yield {
      name: head.toString("utf8", 0, 100).replace(/\0.*$/s, ""),
      size,
      body: source.upTo(size),
    }
    await source.exactly(padding(size))
  }
}

function reader(stream: Readable) {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let rest = Buffer.alloc(0)
  const some = async (most: number) => {
    while (rest.length === 0) {
      const next = await chunks.next()
      if (next.done) throw new Error("the archive ends too early")
      rest = Buffer.from(next.value)
    }
    const part = rest.subarray(0, most)
    rest = rest.subarray(part.length)
    return part
  }
  async function* upTo(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const part = await some(left)
      left -= part.length
      yield part
    }
  }
  return { upTo, exactly: async (size: number) => Buffer.concat(await Array.fromAsync(upTo(size))) }
}

function padding(size: number): number {
  return (block - (size % block)) % block
}

function sum(head: Buffer): number {
  return head.reduce((total, byte) => total + byte, 0)
}
