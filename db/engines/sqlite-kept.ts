import { Column, getTableName, is, Param, Placeholder, SQL, Subquery } from "drizzle-orm"
import { PreparedQuery } from "drizzle-orm/better-sqlite3/session"

type Given = Record<string, unknown>
type Row = Record<string, unknown>

interface Decoder {
  mapFromDriverValue(value: unknown): unknown
}

interface Field {
  path: readonly string[]
  field: Column | SQL | Subquery | SQL.Aliased
}

/** As much of Drizzle's own as is asked for here. */
interface Kept {
  query: { params: readonly unknown[] }
  stmt: { run(...params: unknown[]): unknown; all(...params: unknown[]): Row[]; raw(): Raw }
  fields?: readonly Field[]
  joinsNotNullableMap?: Record<string, boolean>
  customResultMapper?: unknown
  executeMethod: "run" | "all" | "get"
  execute(given?: Given): Promise<unknown>
}

interface Raw {
  all(...params: unknown[]): unknown[][]
}

/**
 * A query that is kept knows what it is given and what it answers. Drizzle looks at each variable and at
 * each column of each row anew, which takes longer than SQLite needs to find a row.
 */
export function quickened<Q>(query: Q): Q {
  if (is(query, PreparedQuery)) quicken(query as unknown as Kept)
  return query
}

function quicken(query: Kept): void {
  const { stmt, fields, executeMethod } = query
  if (query.customResultMapper || executeMethod === "get") return
  const fill = filling(query.query.params)
  if (executeMethod === "run") {
    query.execute = async (given = {}) => stmt.run(...fill(given))
    return
  }
  const read = fields && reading(fields, query.joinsNotNullableMap)
  if (read === null) return
  const rows = stmt.raw()
  query.execute = read
    ? async (given = {}) => rows.all(...fill(given)).map(read)
    : async (given = {}) => stmt.all(...fill(given))
}

function filling(params: readonly unknown[]): (given: Given) => unknown[] {
  const slots = params.map(slotOf)
  return (given) => slots.map((slot) => slot(given))
}

function slotOf(param: unknown): (given: Given) => unknown {
  if (is(param, Placeholder)) return taken(param.name)
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder } = param
  const take = taken(param.value.name)
  return (given) => encoder.mapToDriverValue(take(given))
}

const taken =
  (name: string) =>
  (given: Given): unknown => {
    if (!(name in given)) throw new Error(`nothing was given for "${name}"`)
    return given[name]
  }

interface Cell {
  within: string | undefined
  key: string
  decoder: Decoder | undefined
}

/** @returns null for rows of a shape that only Drizzle reads */
function reading(
  fields: readonly Field[],
  joined: Record<string, boolean> | undefined,
): ((row: unknown[]) => Row) | null {
  if (fields.some(({ path }) => path.length > 2)) return null
  const cells = fields.map(cellOf)
  const optional = joined ? optionalIn(fields, joined) : []
  return (row) => {
    const result: Row = {}
    cells.forEach(({ within, key, decoder }, at) => {
      const node = within === undefined ? result : nodeIn(result, within)
      const value = row[at]
      node[key] = value === null || !decoder ? value : decoder.mapFromDriverValue(value)
    })
    for (const { within, key } of optional)
      if (nodeIn(result, within)[key] === null) result[within] = null
    return result
  }
}

function nodeIn(result: Row, name: string): Row {
  result[name] ??= {}
  return result[name] as Row
}

function cellOf({ path, field }: Field): Cell {
  const [first = "", second] = path
  const decoder = decoderOf(field)
  const plain = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue
  return {
    within: second === undefined ? undefined : first,
    key: second ?? first,
    decoder: plain ? undefined : decoder,
  }
}

function decoderOf(field: Field["field"]): Decoder {
  if (is(field, Column)) return field
  const { decoder } = (is(field, SQL)
    ? field
    : is(field, Subquery)
      ? field._.sql
      : field.sql) as unknown as { decoder: Decoder }
  return decoder
}

/**
 * Parts of a row that come from a joined table alone: null when its first column is, since then there
 * was no row to join.
 */
function optionalIn(fields: readonly Field[], joined: Record<string, boolean>) {
  const parts = Map.groupBy(
    fields.filter(({ path, field }) => path.length === 2 && is(field, Column)),
    ({ path }) => path[0] ?? "",
  )
  return [...parts].flatMap(([within, columns]) => {
    const tables = new Set(columns.map(({ field }) => getTableName((field as Column).table)))
    const [table = ""] = tables
    const key = columns[0]?.path[1] ?? ""
    return tables.size === 1 && !joined[table] ? [{ within, key }] : []
  })
}
