import { type PgTable, getTableConfig as pgConfig } from "drizzle-orm/pg-core"
import {
  getTableConfig as liteConfig,
  type SQLiteColumn,
  type SQLiteTable,
} from "drizzle-orm/sqlite-core"
import { onPostgres } from "./columns"
import * as schema from "./schema"

export interface Reference {
  /** The name of the table that points. */
  from: string
  table: SQLiteTable
  column: SQLiteColumn
  /** Whether its rows go along when what they point at is removed. */
  cascades: boolean
}

const isTable = (value: unknown): value is SQLiteTable =>
  typeof value === "object" && value !== null && Symbol.for("drizzle:Name") in value

/** Every column of the schema that points at a table, so that no table is forgotten. */
export function referencesTo(target: SQLiteTable): Reference[] {
  const all: unknown[] = Object.values(schema)
  return all.filter(isTable).flatMap((table) => {
    const config = onPostgres ? pgConfig(table as unknown as PgTable) : liteConfig(table)
    return config.foreignKeys.flatMap((key) => {
      const { foreignTable, columns } = key.reference()
      const [column] = columns as SQLiteColumn[]
      if ((foreignTable as unknown) !== target || !column) return []
      return [{ from: config.name, table, column, cascades: key.onDelete === "cascade" }]
    })
  })
}
