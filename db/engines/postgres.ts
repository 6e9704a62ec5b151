import { type SQL, sql } from "drizzle-orm"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { drizzle } from "drizzle-orm/node-postgres"
import pg from "pg"
import {
  DatabaseBusy,
  type Db,
  type Engine,
  type Maker,
  StorageFull,
  type Tx,
  tableChangedBy,
  type WriteOptions,
} from "../database"
import { type Listener, listenOn } from "./postgres-listening"
import { migratePostgres } from "./postgres-migrations"
import { namingClient } from "./postgres-statements"

// Counts and ids are whole numbers below 2^53 here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const style = { casing: "snake_case" } as const
const channel = "qibu"
const conflicts = new Set(["40001", "40P01"])
const attempts = 25

interface Seat {
  tx: Tx
  changed: Map<string, number>
}

/** @param url postgres://user:password@host:port/database */
export function openPostgres(url: string): Engine {
  // Writers have connections of their own: one that reads settings meanwhile must not wait for a
  // connection that another writer holds while it waits for the same.
  const readers = poolOf(url, 8)
  const pool = poolOf(url, 12)
  const seats = new WeakMap<pg.PoolClient, Seat>()
  const seatOf = (client: pg.PoolClient): Seat => {
    const known = seats.get(client)
    if (known) return known
    const made = seat(client)
    seats.set(client, made)
    return made
  }
  const listeners: Listener[] = []

  return {
    kind: "postgres",
    read: drizzle(readers, style) as unknown as Db,
    write: (run, options) => write(pool, seatOf, run, options),
    listen: async (hear, back) => {
      listeners.push(await listenOn(url, channel, hear, back))
    },
    announce: async (tx, what) => {
      await asPostgres(tx.db).execute(sql`select pg_notify(${channel}, ${JSON.stringify(what)})`)
    },
    migrate: (options) =>
      migratePostgres(pool, readMigrationFiles({ migrationsFolder: options.folder }), options),
    rows: async (db, query) => (await asPostgres(db).execute(query)).rows,
    run: async (db, query) => {
      await asPostgres(db).execute(query)
    },
    statement: (db, query) => {
      const { dialect, session } = db as unknown as Maker
      return session.prepareQuery(dialect.sqlToQuery(query), undefined, undefined, false)
    },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()))
      await Promise.all([readers.end(), pool.end()])
    },
  }
}

function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, max, connectionTimeoutMillis: 10_000 },
    Client: namingClient(),
  })
  pool.on("error", () => {})
  return pool
}

const asPostgres = (db: Db) => db as unknown as { execute(query: SQL): Promise<{ rows: never[] }> }

/** A pooled connection with its own Drizzle instance and its own count of changed rows. */
function seat(client: pg.PoolClient): Seat {
  const changed = new Map<string, number>()
  const counting = new Proxy(client, {
    get(target, property) {
      if (property === "query") return countingQuery(target, changed)
      const value = Reflect.get(target, property)
      return typeof value === "function" ? value.bind(target) : value
    },
  })
  const db = drizzle(counting, style) as unknown as Db
  return { changed, tx: { db, changed, savepoint: (run) => savepoint(client, changed, run) } }
}

function countingQuery(client: pg.PoolClient, changed: Map<string, number>) {
  return async (query: pg.QueryConfig, values: unknown[]) => {
    const result = await client.query(query, values)
    const table = tableChangedBy(query.text)
    if (!table || !result.rowCount) return result
    const rows = (changed.get(table) ?? 0) + result.rowCount
    changed.set(table, rows)
    if (rows > few) keepPlans(client, false)
    return result
  }
}

/** Rows of one table in one transaction after which the sizes that plans were made for don't hold. */
const few = 1_000

/** Kept plans are made again for tables that grew: the server would count them within minutes only. */
async function countAnew(client: pg.PoolClient, changed: Map<string, number>): Promise<void> {
  // What is committed stays so, counted or not.
  for (const [table, rows] of changed)
    if (rows > few) await client.query(`analyze "${table}"`).catch(() => {})
}

function keepPlans(client: pg.PoolClient, keeps: boolean): void {
  if ("keepsPlans" in client) client.keepsPlans = keeps
}

async function write<T>(
  pool: pg.Pool,
  seatOf: (client: pg.PoolClient) => Seat,
  run: (tx: Tx) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const client = await pool.connect().catch((error: Error) => {
    throw new DatabaseBusy("no connection to the database is free", { cause: error })
  })
  const { tx, changed } = seatOf(client)
  let broken: Error | undefined
  try {
    // Before BEGIN: inside SERIALIZABLE the wait alone would make the snapshot stale.
    if (options.lock)
      await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [options.lock])
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query("begin isolation level serializable")
        changed.clear()
        keepPlans(client, true)
        const result = await run(tx)
        await client.query("commit")
        await countAnew(client, changed)
        return result
      } catch (error) {
        await client.query("rollback").catch((failed: Error) => {
          broken = failed
        })
        if (broken || !conflicts.has(codeOf(error))) throw named(error)
        if (attempt >= attempts)
          throw new DatabaseBusy("too many conflicting writes", { cause: error })
        await new Promise((done) => setTimeout(done, Math.random() * Math.min(2 ** attempt, 120)))
      }
    }
  } finally {
    if (options.lock)
      await client
        .query("select pg_advisory_unlock(hashtextextended($1, 0))", [options.lock])
        .catch((e: Error) => {
          broken = e
        })
    client.release(broken)
  }
}

async function savepoint<T>(
  client: pg.PoolClient,
  changed: Map<string, number>,
  run: () => Promise<T>,
): Promise<T> {
  const before = new Map(changed)
  await client.query("savepoint part")
  try {
    const result = await run()
    await client.query("release savepoint part")
    return result
  } catch (error) {
    await client.query("rollback to savepoint part")
    await client.query("release savepoint part")
    changed.clear()
    for (const [table, rows] of before) changed.set(table, rows)
    throw error
  }
}

/** The server's code, also of an error that Drizzle wrapped. */
function codeOf(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown }
  if (typeof code === "string") return code
  return cause ? codeOf(cause) : ""
}

function named(error: unknown): unknown {
  if (codeOf(error) === "53100") return new StorageFull("the disk is full", { cause: error })
  return error
}
