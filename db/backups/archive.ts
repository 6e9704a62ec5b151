import { createHash } from "node:crypto"
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
} from "node:fs"
import { dirname } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import type { DatabaseCopy, Manifest } from "./manifest.ts"
import { type Entry, writeTar } from "./tar.ts"

/**
 * Writes a backup as `npm run restore` reads it.
 * @param file appears only when it is whole and on the disk
 * @param sources name in the archive and path of each file, the database first
 * @param draft where it is written until then, on the same disk
 */
export async function writeArchive(
  file: string,
  sources: readonly [string, string][],
  copy: DatabaseCopy,
  draft: string,
): Promise<Manifest> {
  const createdAt = new Date().toISOString()
  const manifest: Manifest = { product: "qibu", format: 1, createdAt, ...copy, entries: {} }
  const out = createWriteStream(draft, { mode: 0o600 })
  await pipeline(Readable.from(writeTar(entries(sources, manifest))), createGzip(), out)
  settle(draft, file)
  return manifest
}

async function* entries(
  sources: readonly [string, string][],
  manifest: Manifest,
): AsyncGenerator<Entry> {
  for (const [name, path] of sources) {
    const file = openIfThere(path)
    // An upload that broke off, or a sweep, may have taken it away since it was listed.
    if (file === undefined && name.startsWith("files/")) continue
    if (file === undefined) throw new Error(`${path} is gone`)
    const { size } = fstatSync(file)
    const hash = createHash("sha256")
    yield { name, size, body: hashed(file, size, hash) }
    manifest.entries[name] = { size, sha256: hash.digest("hex") }
  }
  const body = Buffer.from(JSON.stringify(manifest, null, 2))
  yield { name: "manifest.json", size: body.length, body: [body] }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, "r")
  } catch (error) {
    if (Object(error).code === "ENOENT") return undefined
    throw error
  }
}

async function* hashed(file: number, size: number, hash: ReturnType<typeof createHash>) {
  if (size === 0) return closeSync(file)
  for await (const chunk of createReadStream("", { fd: file, end: size - 1 })) {
    hash.update(chunk)
    yield Buffer.from(chunk)
  }
}

function settle(draft: string, file: string): void {
  for (const path of [draft, dirname(file)]) {
    if (path !== draft) renameSync(draft, file)
    const descriptor = openSync(path, "r")
    fsyncSync(descriptor)
    closeSync(descriptor)
  }
}
