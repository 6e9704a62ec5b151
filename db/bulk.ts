import { getTableColumns, type InferInsertModel, is, Placeholder, type SQL, sql } from "drizzle-orm"
import { toSnakeCase } from "drizzle-orm/casing"
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core"
import { atOnce, breath } from "./breath"
import { onPostgres } from "./columns"
import type { Db } from "./database"
import { engine } from "./engine"

/**
 * The rows in parts of a size that one statement takes well. They travel as one JSON value, so no
 * limit on variables is near; but SQLite keeps everybody else waiting while it works.
 */
export function parts<T>(rows: readonly T[], size = atOnce): T[][] {
  const found: T[][] = []
  for (let at = 0; at < rows.length; at += size) found.push(rows.slice(at, at + size))
  return found
}

/**
 * Values as a table of `column1`, `column2` …, for `insert … select`, `update … from` and `in`.
 * @param rows what JSON can hold, in the order of `types`; or a placeholder for that as JSON
 * @param types PostgreSQL's names of the columns' types; SQLite's values have their own
 */
export function valuesTable(
  rows: readonly (readonly unknown[])[] | Placeholder,
  types: readonly string[],
): SQL {
  const json = is(rows, Placeholder) ? rows : JSON.stringify(rows)
  const columns = types.map((type, i) =>
    sql.raw(
      onPostgres ? `(value->>${i})::${type} as column${i + 1}` : `value->>${i} as column${i + 1}`,
    ),
  )
  const from = onPostgres
    ? sql`jsonb_array_elements(${json}::jsonb) as e(value)`
    : sql`json_each(${json})`
  return sql`(select ${sql.join(columns, sql`, `)} from ${from})`
}

/** Ids as a subquery, however many there are. */
export const idsIn = (ids: readonly number[]): SQL =>
  sql`(select column1 from ${valuesTable(
    ids.map((id) => [id]),
    ["bigint"],
  )} as ids)`

/**
 * The same for a query that is made once: ids that come with every call, as JSON.
 * @param name of the placeholder; give it `JSON.stringify(ids)`
 */
export const idsGiven = (name: string): SQL =>
  onPostgres
    ? sql`(select value::bigint from jsonb_array_elements_text(${sql.placeholder(name)}::jsonb) as given(value))`
    : sql`(select value from json_each(${sql.placeholder(name)}))`

/**
 * Adds many rows, some hundreds at a time: about ten times as fast as one insert with a variable
 * for each value.
 * @param rows all with the fields of the first; what those leave out gets the column's default
 * @param tail `on conflict …` and the like
 * @param returning columns to answer with, by their names in the database
 */
export async function insertMany<T extends SQLiteTable, A = never>(
  db: Db,
  table: T,
  rows: readonly InferInsertModel<T>[],
  { tail = sql``, returning = [] }: { tail?: SQL; returning?: readonly string[] } = {},
): Promise<A[]> {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table)).filter(
    ([key]) => key in (rows[0] ?? {}),
  )
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(toSnakeCase(column.name))),
    sql`, `,
  )
  const types = columns.map(([, column]) => column.getSQLType())
  const answer =
    returning.length > 0
      ? sql.raw(` returning ${returning.map((name) => `"${name}"`).join(", ")}`)
      : sql``
  const answers: A[] = []
  for (const [nth, part] of parts(rows).entries()) {
    if (nth > 0) await breath()
    const values = part.map((row) =>
      columns.map(([key, column]) => stored(column, Reflect.get(row, key))),
    )
    const statement = sql`insert into ${table} (${names}) select * from ${valuesTable(values, types)} as rows
      where true ${tail}${answer}`
    if (returning.length === 0) await engine().run(db, statement)
    else answers.push(...(await engine().rows<A>(db, statement)))
  }
  return answers
}

const stored = (column: SQLiteColumn, value: unknown): unknown =>
  value === null || value === undefined ? null : column.mapToDriverValue(value as never)
