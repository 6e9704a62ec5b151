import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import pg from "pg"
import type { DatabaseCopy } from "./manifest.ts"

const batch = 500
const quote = pg.escapeIdentifier

type Client = Pick<pg.ClientBase, "query">

/**
 * Writes every table as lines `table<TAB>row as JSON`, all as of one moment, in a transaction of
 * its own.
 */
export async function dumpTables(client: Client, file: string): Promise<DatabaseCopy> {
  await client.query("begin isolation level repeatable read read only")
  const rows: Record<string, number> = {}
  const names = await tablesOf(client)
  await pipeline(
    Readable.from(lines(client, names, rows)),
    createWriteStream(file, { mode: 0o600 }),
  )
  const [newest] = await texts(client, 'select max(created_at)::text from "__drizzle_migrations"')
  const sequences = await client.query(
    "select sequencename, last_value::text from pg_sequences where schemaname = 'public' and last_value is not null",
  )
  await client.query("commit")
  const stand = sequences.rows.map((row) => [row.sequencename, row.last_value])
  return {
    engine: "postgres",
    migration: Number(newest),
    rows,
    sequences: Object.fromEntries(stand),
  }
}

async function* lines(client: Client, names: string[], rows: Record<string, number>) {
  for (const name of names) {
    rows[name] = 0
    await client.query(
      `declare dump cursor for select row_to_json(t)::text as row from ${quote(name)} t`,
    )
    for (;;) {
      const part = await texts(client, `fetch ${batch} from dump`)
      if (part.length === 0) break
      rows[name] += part.length
      yield part.map((row) => `${name}\t${row}\n`).join("")
    }
    await client.query("close dump")
  }
}

/** The portal's tables, by name. */
export const tablesOf = (client: Client) =>
  texts(
    client,
    `select tablename::text from pg_tables
     where schemaname = 'public' and tablename <> '__drizzle_migrations' order by tablename`,
  )

/** The first column of every row. */
export async function texts(
  client: Client,
  query: string,
  values: string[] = [],
): Promise<string[]> {
  const result = await client.query({ text: query, values, rowMode: "array" })
  return result.rows.map((row) => String(row[0]))
}
