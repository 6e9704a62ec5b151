import type { SQL } from "drizzle-orm"
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core"

/** What queries are written against. Both engines answer with promises. */
export type Db = BaseSQLiteDatabase<"async", unknown, Record<string, never>>

/** One open transaction. */
export interface Tx {
  db: Db
  /** Rows changed so far, by table. */
  changed: ReadonlyMap<string, number>
  /**
   * Runs a part that may fail without losing what the transaction did before it.
   * @throws whatever `run` throws, after undoing what `run` changed
   */
  savepoint<T>(run: () => Promise<T>): Promise<T>
}

export interface WriteOptions {
  /** Writers with the same key take turns (numbers without gaps). SQLite writers always do. */
  lock?: string
}

export interface Statement {
  execute(given: Record<string, unknown>): Promise<unknown>
}

/** What Drizzle makes statements by, behind a `Db`. */
export interface Maker {
  dialect: { sqlToQuery(query: SQL): unknown }
  session: {
    prepareQuery(
      query: unknown,
      fields: undefined,
      how: "run" | undefined,
      arrays: false,
    ): Statement
  }
}

export interface Engine {
  readonly kind: "sqlite" | "postgres"
  /** Reads committed data. Never write through it. */
  readonly read: Db
  /**
   * One durable transaction. `run` may be called again after a conflict, so it has no effect
   * outside `tx` and waits for nothing but the database.
   * @throws {@link DatabaseBusy} when the database stayed locked for 5 s or conflicts kept coming
   * @throws {@link StorageFull} when the disk is full
   */
  write<T>(run: (tx: Tx) => Promise<T>, options?: WriteOptions): Promise<T>
  /**
   * Hears what other processes announce with `announce`. On SQLite there are no others.
   * @param back called when the connection was lost and is there again: what was announced
   *   between is gone
   */
  listen(hear: (payload: string) => void, back?: () => void): Promise<void>
  /** Tells other processes, when this transaction commits. At most 8,000 bytes of JSON. */
  announce(tx: Tx, what: object): Promise<void>
  /** Brings the schema up to date, once, under a lock, after a backup. @throws {@link SchemaTooNew} */
  migrate(options: MigrateOptions): Promise<{ applied: number }>
  /** Rows of a hand-written query, for the few things Drizzle can't say. */
  rows<T>(db: Db, query: SQL): Promise<T[]>
  /** A hand-written statement that answers nothing. */
  run(db: Db, query: SQL): Promise<void>
  /** The same, made once for a connection, with placeholders. */
  statement(db: Db, query: SQL): Statement
  close(): Promise<void>
}

export interface MigrateOptions {
  /** Where the migrations lie. */
  folder: string
  /** Where a filled database is copied to before it changes. */
  backupFolder?: string
  /** Called before that copy: with much in it, it takes a while. */
  upgrading?: () => void
}

export class DatabaseBusy extends Error {
  override name = "DatabaseBusy"
}

export class StorageFull extends Error {
  override name = "StorageFull"
}

export class SchemaTooNew extends Error {
  override name = "SchemaTooNew"
}

/** Which table a statement changes, or null for a statement that only reads. */
export function tableChangedBy(statement: string): string | null {
  const found =
    /^\s*(?:with\b[\s\S]*?\)\s*)?(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from)\s+"(\w+)"/i.exec(
      statement,
    )
  return found?.[1] ?? null
}
