import Driver from "better-sqlite3"
import { drizzle } from "drizzle-orm/better-sqlite3"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { DatabaseBusy, type Db, type Engine, type Maker, StorageFull, type Tx } from "../database"
import { migrateSqlite } from "./sqlite-migrations"
import { countingClient } from "./sqlite-statements"

const style = { casing: "snake_case" } as const
const oldestSafe = [3, 51, 3]
const waitUpTo = 5_000
/** KiB of the file that a connection keeps at hand; a change touches little of what pages read. */
const keeps = { writer: 8_192, reader: 40_960 }

/** @param file path of the database file, or ":memory:" is refused: readers need the same file */
export function openSqlite(file: string): Engine {
  const writer = connect(file, keeps.writer)
  refuseOldLibrary(writer)
  writer.pragma("journal_mode = WAL")
  const reader = connect(file, keeps.reader)
  reader.pragma("query_only = ON")
  for (const connection of [writer, reader]) connection.pragma("busy_timeout = 0")

  const changed = new Map<string, number>()
  const writerDb = drizzle(countingClient(writer, changed), style) as unknown as Db
  const read = drizzle(countingClient(reader, new Map()), style) as unknown as Db
  const tx: Tx = { db: writerDb, changed, savepoint: (run) => savepoint(writer, changed, run) }
  const inTurn = queue()
  const turn = turnOn(writer)

  return {
    kind: "sqlite",
    read,
    write: (run) => inTurn(() => transaction(turn, changed, () => run(tx))),
    listen: async () => {},
    announce: async () => {},
    migrate: (options) =>
      inTurn(() =>
        migrateSqlite(writer, readMigrationFiles({ migrationsFolder: options.folder }), options),
      ),
    rows: async (db, query) => db.all(query),
    run: async (db, query) => {
      await db.run(query)
    },
    statement: (db, query) => {
      const { dialect, session } = db as unknown as Maker
      return session.prepareQuery(dialect.sqlToQuery(query), undefined, "run", false)
    },
    close: async () => {
      await inTurn(async () => {
        reader.close()
        putTogether(writer)
        writer.close()
      })
    },
  }
}

/** Carries the log over into the file; on a full disk it stays beside it, and the next start reads both. */
function putTogether(writer: Driver.Database): void {
  try {
    writer.pragma("wal_checkpoint(TRUNCATE)")
  } catch (error) {
    if (!(named(error) instanceof StorageFull)) throw error
  }
}

function connect(file: string, kept: number): Driver.Database {
  // Two processes may open a new database at once. Later on the driver's own wait would block the
  // whole process, so it is switched off and waiting is asynchronous.
  const connection = new Driver(file, { timeout: waitUpTo })
  for (const pragma of [
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    `cache_size = -${kept}`,
    "temp_store = MEMORY",
    "journal_size_limit = 67108864",
    // Pages; a message changes some fifteen, a task forty. Carrying them over holds everybody up for
    // some 25 ms, however many there are: mostly it is the same pages again.
    "wal_autocheckpoint = 12000",
  ])
    connection.pragma(pragma)
  return connection
}

function refuseOldLibrary(connection: Driver.Database): void {
  const version = connection.prepare("select sqlite_version()").pluck().get() as string
  const parts = version.split(".").map(Number)
  const older = oldestSafe.findIndex((least, i) => (parts[i] ?? 0) !== least)
  if (older >= 0 && (parts[older] ?? 0) < (oldestSafe[older] ?? 0))
    throw new Error(
      `SQLite ${version} can corrupt a write-ahead log; ${oldestSafe.join(".")} is needed`,
    )
}

/** One after another, in the order asked. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const turn = last.then(job)
    last = turn.catch(() => {})
    return turn
  }
}

interface Turn {
  connection: Driver.Database
  begin: Driver.Statement
  commit: Driver.Statement
}

const turnOn = (connection: Driver.Database): Turn => ({
  connection,
  begin: connection.prepare("BEGIN IMMEDIATE"),
  commit: connection.prepare("COMMIT"),
})

async function transaction<T>(
  { connection, begin, commit }: Turn,
  changed: Map<string, number>,
  run: () => Promise<T>,
): Promise<T> {
  await patiently(() => begin.run())
  changed.clear()
  try {
    const result = await run()
    await patiently(() => commit.run())
    return result
  } catch (error) {
    // After FULL, IOERR or NOMEM the library has rolled back by itself.
    if (connection.inTransaction) connection.exec("ROLLBACK")
    throw named(error)
  }
}

/** Tries again with growing pauses while another process holds the lock. */
async function patiently(attempt: () => unknown): Promise<void> {
  const giveUpAt = Date.now() + waitUpTo
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    try {
      attempt()
      return
    } catch (error) {
      if (!codeOf(error).startsWith("SQLITE_BUSY")) throw named(error)
      if (Date.now() > giveUpAt) throw new DatabaseBusy("the database is locked", { cause: error })
      await new Promise((done) => setTimeout(done, pause * (0.5 + Math.random())))
    }
  }
}

async function savepoint<T>(
  connection: Driver.Database,
  changed: Map<string, number>,
  run: () => Promise<T>,
): Promise<T> {
  const before = new Map(changed)
  connection.exec("SAVEPOINT part")
  try {
    const result = await run()
    connection.exec("RELEASE part")
    return result
  } catch (error) {
    if (connection.inTransaction) {
      connection.exec("ROLLBACK TO part")
      connection.exec("RELEASE part")
    }
    changed.clear()
    for (const [table, rows] of before) changed.set(table, rows)
    throw error
  }
}

/** The driver's code, also of an error that Drizzle wrapped. */
function codeOf(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown }
  if (typeof code === "string" && code.startsWith("SQLITE")) return code
  return cause ? codeOf(cause) : ""
}

function named(error: unknown): unknown {
  const code = codeOf(error)
  if (code.startsWith("SQLITE_FULL")) return new StorageFull("the disk is full", { cause: error })
  if (code.startsWith("SQLITE_BUSY"))
    return new DatabaseBusy("the database is locked", { cause: error })
  return error
}
