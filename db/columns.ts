import { sql } from "drizzle-orm"
import * as pg from "drizzle-orm/pg-core"
import * as lite from "drizzle-orm/sqlite-core"

/**
 * One definition builds SQLite or PostgreSQL tables, by DATABASE_URL.
 * Everything is typed as SQLite's; the runtime objects are the chosen engine's.
 */
export const onPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "")

export type AnyColumn = lite.AnySQLiteColumn

/** A table. Same arguments as Drizzle's `sqliteTable`. */
export const table = (onPostgres ? pg.pgTable : lite.sqliteTable) as typeof lite.sqliteTable

export const index = (onPostgres ? pg.index : lite.index) as typeof lite.index
export const uniqueIndex = (
  onPostgres ? pg.uniqueIndex : lite.uniqueIndex
) as typeof lite.uniqueIndex
export const primaryKey = (onPostgres ? pg.primaryKey : lite.primaryKey) as typeof lite.primaryKey

const liteId = () => lite.integer().primaryKey({ autoIncrement: true })
const pgId = () => pg.bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity()
/** The record's number, given by the database, never reused. */
export const id = (onPostgres ? pgId : liteId) as typeof liteId

const liteLastingId = () => lite.integer().primaryKey()
/**
 * The same for rows that are never deleted, or that nobody remembers by their number: SQLite needn't
 * write down how far it has counted, a page of its log with every row.
 */
export const lastingId = (onPostgres ? pgId : liteLastingId) as typeof liteLastingId

const liteInt = () => lite.integer()
/** A whole number up to 2^53. */
export const int = (onPostgres ? () => pg.bigint({ mode: "number" }) : liteInt) as typeof liteInt

/** Points at another table's id. Without `onDelete` the row it points at can't be deleted. */
export const ref = (to: () => AnyColumn, onDelete: "restrict" | "cascade" = "restrict") =>
  int().references(to, { onDelete })

const liteText = () => lite.text()
export const text = (onPostgres ? () => pg.text() : liteText) as typeof liteText

/** Text out of a fixed list of codes. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => {
  const build = (onPostgres ? pg.text : lite.text) as typeof lite.text
  return build({ enum: values as unknown as [T[number], ...T[number][]] })
}

const liteBool = () => lite.integer({ mode: "boolean" })
export const bool = (onPostgres ? () => pg.boolean() : liteBool) as typeof liteBool

const liteTime = () => lite.integer({ mode: "timestamp_ms" })
const pgTime = () => pg.timestamp({ withTimezone: true, precision: 3, mode: "date" })
/** An instant, to the millisecond. */
export const time = (onPostgres ? pgTime : liteTime) as typeof liteTime

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export const day = text

const liteJson = <T>() => lite.text({ mode: "json" }).$type<T>()
/** A value kept as JSON. */
export const json = (onPostgres ? <T>() => pg.jsonb().$type<T>() : liteJson) as typeof liteJson

const pgTransaction = () =>
  pg.bigint({ mode: "number" }).notNull().default(sql`pg_current_xact_id()::text::bigint`)
/** PostgreSQL's own transaction number; SQLite leaves the column null. */
export const transactionId = (onPostgres ? pgTransaction : liteInt) as typeof liteInt
