import { type SQL, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"

/** Variables of one statement: SQLite takes 32,766, PostgreSQL 65,535. */
const mostVariables = onPostgres ? 60_000 : 30_000

/**
 * The rows in parts that fit one multi-row statement each.
 * @param variables how many each row binds
 */
export function chunksOf<T>(rows: readonly T[], variables: number): T[][] {
  const size = Math.max(1, Math.floor(mostVariables / variables))
  const parts: T[][] = []
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size))
  return parts
}

/** Pairs of whole numbers as a table of `column1` and `column2`, for `update … from` and `in`. */
export const numberPairs = (pairs: readonly (readonly [number, number | null])[]): SQL =>
  sql`(values ${sql.join(
    pairs.map(([a, b]) => sql`(cast(${a} as bigint), cast(${b} as bigint))`),
    sql`, `,
  )})`
