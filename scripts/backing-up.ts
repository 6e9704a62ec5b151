import { createHash } from "node:crypto"
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import type { Env } from "../lib/platform/env.ts"
import type { DatabaseCopy, Manifest } from "./manifest.ts"
import { dumpPostgres } from "./postgres-copy.ts"
import { copySqlite } from "./sqlite-copy.ts"
import { type Entry, writeTar } from "./tar.ts"

/**
 * Writes a backup of a portal that may be running: the database first, then the stored files it
 * knows of, the secrets if asked, and a manifest. FILE appears only when it is whole.
 */
export async function makeBackup(
  env: Env,
  target: string,
  withSecrets: boolean,
): Promise<Manifest> {
  const file = resolve(target)
  const work = mkdtempSync(join(dirname(file), ".qibu-backup-"))
  try {
    const name = env.databaseUrl ? "database.jsonl" : "database.db"
    const copy = env.databaseUrl
      ? await dumpPostgres(env.databaseUrl, join(work, name))
      : copySqlite(join(env.data, "qibu.db"), join(work, name))
    const sources: [string, string][] = [[name, join(work, name)], ...stored(env.data)]
    if (withSecrets) sources.push(["secrets.json", join(env.data, "secrets.json")])
    const manifest = begun(copy)
    const draft = join(work, "archive")
    const out = createWriteStream(draft, { mode: 0o600 })
    await pipeline(Readable.from(writeTar(entries(sources, manifest))), createGzip(), out)
    settle(draft, file)
    return manifest
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function begun(copy: DatabaseCopy): Manifest {
  return { product: "qibu", format: 1, createdAt: new Date().toISOString(), ...copy, entries: {} }
}

/** Stored files never change once written, so they are read while the portal runs. */
function stored(data: string): [string, string][] {
  const folder = join(data, "files")
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(data, path).replaceAll("\\", "/"), path])
}

async function* entries(sources: [string, string][], manifest: Manifest): AsyncGenerator<Entry> {
  for (const [name, path] of sources) {
    const { size } = statSync(path)
    const hash = createHash("sha256")
    yield { name, size, body: hashed(path, size, hash) }
    manifest.entries[name] = { size, sha256: hash.digest("hex") }
  }
  const body = Buffer.from(JSON.stringify(manifest, null, 2))
  yield { name: "manifest.json", size: body.length, body: [body] }
}

async function* hashed(path: string, size: number, hash: ReturnType<typeof createHash>) {
  if (size === 0) return
  for await (const chunk of createReadStream(path, { end: size - 1 })) {
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
