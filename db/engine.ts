import { mkdirSync } from "node:fs"
import path from "node:path"
import { type SQL, sql } from "drizzle-orm"
import { type AnyColumn, onPostgres } from "./columns"
import type { Db, Engine, Statement } from "./database"
import { openPostgres } from "./engines/postgres"
import { openSqlite } from "./engines/sqlite"
import { quickened } from "./engines/sqlite-kept"

export type { Db, Engine, Tx, WriteOptions } from "./database"
export { DatabaseBusy, StorageFull } from "./database"

declare global {
  // One per process: the production build makes several copies of a module.
  var __qibuEngine: Engine | undefined
}

/**
 * Opens a database.
 * @param options.url PostgreSQL address; empty means SQLite
 * @param options.file SQLite file; its folder is made when missing
 */
export function openEngine(options: { url?: string; file?: string } = {}): Engine {
  const url = options.url ?? (onPostgres ? process.env.DATABASE_URL : "")
  if (url) return openPostgres(url)
  const file = options.file ?? path.resolve(process.env.QIBU_DATA || "data", "qibu.db")
  mkdirSync(path.dirname(file), { recursive: true })
  return openSqlite(file)
}

/** The process's own database, opened on first use. */
export function engine(): Engine {
  globalThis.__qibuEngine ??= openEngine()
  return globalThis.__qibuEngine
}

/** Committed data, for queries. */
export const db = (): Db => engine().read

/** Where the migrations of the chosen engine lie, seen from the folder the portal runs in. */
export const migrationsFolder = (): string =>
  path.join(process.cwd(), "db/migrations", onPostgres ? "postgres" : "sqlite")

/** Migrates and keeps the backup made before it under the data folder. */
export const migrate = (target: Engine = engine(), upgrading?: () => void) =>
  target.migrate({
    folder: migrationsFolder(),
    backupFolder: path.resolve(process.env.QIBU_DATA || "data", "backups"),
    upgrading,
  })

/**
 * A query built once per connection. Prepared statements belong to the connection they were
 * made on, so the cache is per Drizzle instance.
 * @param build makes the query; placeholders by `sql.placeholder("name")`
 */
export function prepared<Q>(build: (db: Db) => Q): (db: Db) => Q {
  const made = new WeakMap<Db, Q>()
  return (on) => {
    const known = made.get(on)
    if (known) return known
    const fresh = quickened(build(on))
    made.set(on, fresh)
    return fresh
  }
}

/** A placeholder that goes past its column's mapping, since it may be empty or stands in an update. */
export const plain = (name: string): SQL => sql`${sql.placeholder(name)}`

interface Insert {
  prepare(): Statement
  returning(fields: { id: AnyColumn }): { prepare(): Statement }
}

/**
 * One row put in, built once per connection too; answers the row's number. SQLite's driver knows it
 * without being asked, and a row that is asked for goes through a table of its own there.
 * @param key the column of the number
 */
export function preparedInsert(key: AnyColumn, build: (db: Db) => Insert) {
  const insert = prepared((on) => {
    const made = build(on)
    return (onPostgres ? made.returning({ id: key }) : made).prepare()
  })
  return async (on: Db, given: Record<string, unknown>): Promise<number> => {
    const answer = (await insert(on).execute(given)) as
      | { lastInsertRowid: number }
      | { id: number }[]
    if (!Array.isArray(answer)) return Number(answer.lastInsertRowid)
    if (!answer[0]) throw new Error("nothing was put in")
    return answer[0].id
  }
}

/** A change built once per connection, too; answers how many rows it changed. */
export function preparedChange(build: (db: Db) => Statement) {
  const change = prepared(build)
  return async (on: Db, given: Record<string, unknown>): Promise<number> => {
    const answer = (await change(on).execute(given)) as { changes?: number; rowCount?: number }
    return answer.changes ?? answer.rowCount ?? 0
  }
}

/** The same for a hand-written statement that answers nothing. */
export const preparedRun = (build: () => SQL): ((db: Db) => Statement) =>
  prepared((on) => engine().statement(on, build()))

const readersKept = 500

/**
 * Queries whose shape depends on who asks for what (the ranges a reader may see): making one
 * costs more than running it, and the same page is asked for again and again.
 * @param build makes the query from `of`; what changes with every call stays a placeholder
 * @returns the query for `of`; `key` names everything in it that `build` looks at
 */
export function preparedFor<O, Q>(build: (db: Db, of: O) => Q) {
  const byKey = prepared((_: Db) => new Map<string, Q>())
  return (on: Db, key: string, of: O): Q => {
    const made = byKey(on)
    const known = made.get(key)
    if (known) return known
    if (made.size >= readersKept) made.clear()
    const fresh = quickened(build(on, of))
    made.set(key, fresh)
    return fresh
  }
}
