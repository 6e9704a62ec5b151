import type Driver from "better-sqlite3"
import { tableChangedBy } from "../database"

const kept = 500

/**
 * The driver as Drizzle uses it, with statements prepared once per SQL text and the rows that
 * each one changes added to `changed`.
 */
export function countingClient(
  connection: Driver.Database,
  changed: Map<string, number>,
): Driver.Database {
  const statements = new Map<string, Countable>()
  const prepare = (sql: string): Countable => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= kept) statements.clear()
    const made = countable(connection, sql, changed)
    statements.set(sql, made)
    return made
  }
  return { prepare } as unknown as Driver.Database
}

interface Countable {
  run(...params: unknown[]): Driver.RunResult
  all(...params: unknown[]): unknown[]
  get(...params: unknown[]): unknown
  raw(): { all(...params: unknown[]): unknown[]; get(...params: unknown[]): unknown }
}

function countable(
  connection: Driver.Database,
  sql: string,
  changed: Map<string, number>,
): Countable {
  const table = tableChangedBy(sql)
  const count = (rows: number) => {
    if (table && rows > 0) changed.set(table, (changed.get(table) ?? 0) + rows)
  }
  // `raw()` switches a statement for good, so rows as objects and rows as arrays have one each.
  const stable = plannedOnce(sql)
  const objects = connection.prepare(stable)
  let arrays: Driver.Statement | undefined
  const reading = (statement: Driver.Statement) => ({
    all: (...params: unknown[]) => {
      const rows = statement.all(...params)
      count(rows.length)
      return rows
    },
    get: (...params: unknown[]) => {
      const row = statement.get(...params)
      count(row === undefined ? 0 : 1)
      return row
    },
  })
  return {
    ...reading(objects),
    run: (...params) => {
      const result = objects.run(...params)
      count(result.changes)
      return result
    },
    raw: () => {
      arrays ??= connection.prepare(stable).raw()
      return reading(arrays)
    },
  }
}

/**
 * SQLite plans a statement anew whenever a `?` that it looked at while planning was cleared, and the
 * driver clears them all after each call: a join by an id was planned for eight times as long as it
 * ran. It doesn't look at what stands behind a sign, which changes no value. The switch against it,
 * SQLITE_DBCONFIG_ENABLE_QPSG, can't be reached through the driver.
 */
const plannedOnce = (sql: string): string =>
  sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (part) => (part === "?" ? "+?" : part))
