import { rmSync } from "node:fs"
import { join } from "node:path"
import Driver from "better-sqlite3"
import { db } from "@/db/engine"
import { readEnv } from "@/lib/platform/env"
import { kindOf } from "@/lib/platform/registry"
import { searchEntry } from "@/lib/platform/search-index"
import { recordsOf } from "@/lib/platform/shown-records"

/** Rows as the driver takes them, and the statement that each of them is given to. */
interface Pile {
  insert: string
  rows: readonly unknown[][]
}

/** An empty database of its own, as durable as the portal's. */
export function emptyDatabase(name: string): Driver.Database {
  const file = join(readEnv().data, name)
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true })
  const connection = new Driver(file)
  connection.pragma("journal_mode = WAL")
  connection.pragma("synchronous = FULL")
  connection.pragma("foreign_keys = OFF")
  return connection
}

/** How often a second something is done that `run` does so many times. */
export async function perSecond(times: number, run: () => unknown): Promise<number> {
  const since = performance.now()
  await run()
  return (times * 1_000) / (performance.now() - since)
}

/**
 * Lets the portal write much at once, and keeps what it wrote, to be written again by the driver
 * alone: the same rows into empty tables of the same columns and indexes, in one transaction.
 * @returns makes such tables, and gives what fills them
 */
export async function sameRows(work: () => Promise<unknown>): Promise<() => () => void> {
  const portal = new Driver(join(readEnv().data, "qibu.db"), { readonly: true })
  const tables = portal
    .prepare<[], { name: string }>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .all()
    .map(({ name }) => ({ name, newest: newestIn(portal, name) }))
  await work()
  const written = tables
    .map(({ name, newest }) => ({ name, ...pileOf(portal, name, newest) }))
    .filter(({ rows }) => rows.length > 0)
  const made = definitions(portal, [...written.map(({ name }) => name), "search_index"])
  const piles = [...written, await indexed(portal, tables)]
  portal.close()
  return () => {
    const empty = emptyDatabase("same.db")
    for (const statement of made) empty.exec(statement)
    return empty.transaction(() => {
      for (const { insert, rows } of piles) {
        const statement = empty.prepare(insert)
        for (const row of rows) statement.run(row)
      }
    })
  }
}

const newestIn = (portal: Driver.Database, table: string): number =>
  portal.prepare<[], number>(`select coalesce(max(rowid), 0) from "${table}"`).pluck().get() ?? 0

function pileOf(portal: Driver.Database, table: string, after: number): Pile {
  const select = portal.prepare<[number], unknown[]>(`select * from "${table}" where rowid > ?`)
  const rows = select.raw().all(after)
  const columns = select.columns().map(({ name }) => `"${name}"`)
  return {
    insert: `insert into "${table}" (${columns.join()}) values (${columns.map(() => "?").join()})`,
    rows,
  }
}

/** Tables with their indexes. Nothing is refused there, and nothing set off. */
const definitions = (portal: Driver.Database, tables: readonly string[]): string[] =>
  portal
    .prepare<[string], string>(
      `select sql from sqlite_master where sql is not null and type in ('table', 'index')
        and tbl_name in (select value from json_each(?)) order by type = 'index'`,
    )
    .pluck()
    .all(JSON.stringify(tables))

/** The index keeps no text: what it was given is made once more. */
async function indexed(
  portal: Driver.Database,
  tables: readonly { name: string; newest: number }[],
): Promise<Pile> {
  const after = tables.find(({ name }) => name === "search_rows")?.newest ?? 0
  const found = portal
    .prepare<[number], { id: number; kind: string; record_id: number }>(
      "select id, kind, record_id from search_rows where id > ?",
    )
    .all(after)
  const rows: unknown[][] = []
  for (const [name, some] of Map.groupBy(found, ({ kind }) => kind)) {
    const kind = kindOf(name)
    const records = await recordsOf(
      db(),
      kind,
      some.map(({ record_id }) => record_id),
    )
    const ids = new Map(some.map(({ id, record_id }) => [record_id, id]))
    for (const record of records) {
      const { tokens, who } = searchEntry(kind, record)
      rows.push([ids.get(record.id), tokens, who])
    }
  }
  return { insert: "insert into search_index (rowid, tokens, who) values (?, ?, ?)", rows }
}
