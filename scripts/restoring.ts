import { createHash } from "node:crypto"
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { allowedName, type Manifest, manifestShape, sameRows } from "../db/backups/manifest.ts"
import { readTar } from "../db/backups/tar.ts"
import type { Env } from "../lib/platform/env.ts"
import { takeFolder } from "./alone.mjs"
import { isEmptyPostgres, loadPostgres, OtherRows } from "./postgres-copy.ts"
import { inspect, settleSqlite } from "./sqlite-copy.ts"

/** Why a restore is refused; the command has the sentence for people. */
export class RestoreRefused extends Error {
  readonly reason: "notEmpty" | "running" | "otherEngine" | "damaged" | "databaseNotEmpty" | "newer"
  constructor(reason: RestoreRefused["reason"]) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Puts a backup into an empty data folder (and an empty PostgreSQL database). Everything is checked
 * against the manifest before anything becomes the portal's; the database comes last.
 * Sessions and one-time links end, and what was waiting to be sent is not sent.
 * @param migrations the folder of the engine's migrations
 * @param force moves what is in the data folder aside instead of refusing it
 * @throws RestoreRefused
 */
export async function restoreBackup(
  env: Env,
  file: string,
  force: boolean,
  migrations: string,
): Promise<Manifest> {
  if (isUsed(env.data) && !force) throw new RestoreRefused("notEmpty")
  if (isRunning(env.data)) throw new RestoreRefused("running")
  mkdirSync(env.data, { recursive: true, mode: 0o700 })
  const work = mkdtempSync(join(env.data, ".restoring-"))
  try {
    const manifest = await unpack(file, work)
    if ((manifest.engine === "postgres") !== Boolean(env.databaseUrl))
      throw new RestoreRefused("otherEngine")
    if (manifest.migration > newestIn(migrations)) throw new RestoreRefused("newer")
    if (env.databaseUrl) await intoPostgres(env.databaseUrl, work, manifest, migrations)
    else intoSqlite(work, manifest)
    setAside(env.data, work)
    for (const name of ["secrets.json", "files", "qibu.db"]) {
      if (existsSync(join(work, name))) renameSync(join(work, name), join(env.data, name))
    }
    return manifest
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function newestIn(migrationsFolder: string): number {
  return readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0
}

function isUsed(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0
}

function isRunning(folder: string): boolean {
  if (!existsSync(join(folder, "portal.lock"))) return false
  const letGo = takeFolder(folder)
  letGo?.()
  return !letGo
}

function setAside(data: string, work: string): void {
  const present = readdirSync(data).filter(
    (name) => join(data, name) !== work && !name.startsWith("before-restore-"),
  )
  if (present.length === 0) return
  const aside = join(data, `before-restore-${Date.now()}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const name of present) renameSync(join(data, name), join(aside, name))
}

async function unpack(file: string, work: string): Promise<Manifest> {
  const found: Manifest["entries"] = {}
  let manifest: Manifest | undefined
  const archive = createReadStream(file).on("error", (error) => plain.destroy(error))
  const plain = archive.pipe(createGunzip())
  try {
    for await (const { name, size, body } of readTar(plain)) {
      if (name === "manifest.json") {
        manifest = manifestShape.parse(
          JSON.parse(Buffer.concat(await Array.fromAsync(body)).toString()),
        )
        continue
      }
      if (!allowedName.test(name)) throw new Error(`not part of a backup: ${name}`)
      found[name] = { size, sha256: await write(body, join(work, name)) }
    }
  } catch (error) {
    throw Object.assign(new RestoreRefused("damaged"), { cause: error })
  }
  if (!manifest || !sameEntries(found, manifest.entries)) throw new RestoreRefused("damaged")
  return manifest
}

async function write(
  body: AsyncIterable<Buffer> | Iterable<Buffer>,
  path: string,
): Promise<string> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash("sha256")
  const count = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(Readable.from(body), count, createWriteStream(path, { mode: 0o600, flush: true }))
  return hash.digest("hex")
}

function sameEntries(found: Manifest["entries"], said: Manifest["entries"]): boolean {
  const names = new Set([...Object.keys(found), ...Object.keys(said)])
  return [...names].every(
    (name) => found[name]?.sha256 !== undefined && found[name].sha256 === said[name]?.sha256,
  )
}

function intoSqlite(work: string, manifest: Manifest): void {
  const file = join(work, "database.db")
  if (!sameRows(inspect(file).rows, manifest.rows)) throw new RestoreRefused("damaged")
  settleSqlite(file)
  renameSync(file, join(work, "qibu.db"))
}

async function intoPostgres(
  url: string,
  work: string,
  manifest: Manifest,
  migrations: string,
): Promise<void> {
  if (!(await isEmptyPostgres(url))) throw new RestoreRefused("databaseNotEmpty")
  try {
    await loadPostgres(url, join(work, "database.jsonl"), manifest, migrations)
  } catch (error) {
    if (error instanceof OtherRows) throw new RestoreRefused("damaged")
    throw error
  }
}
