import { createReadStream } from "node:fs"
import { createInterface } from "node:readline"
import { readMigrationFiles } from "drizzle-orm/migrator"
import pg from "pg"
import {
  type DatabaseCopy,
  endedByRestore,
  guestsEndedByRestore,
  sameRows,
} from "../db/backups/manifest.ts"
import { dumpTables, tablesOf, texts } from "../db/backups/postgres-dump.ts"
import { migratePostgres } from "../db/engines/postgres-migrations.ts"

/** The dump and its manifest don't agree. */
export class OtherRows extends Error {}

const batch = 500
const quote = pg.escapeIdentifier

/** Writes every table of a database into a file, all as of one moment. */
export const dumpPostgres = (url: string, file: string): Promise<DatabaseCopy> =>
  connected(url, (client) => dumpTables(client, file))

/**
 * Fills an empty database from a dump: the migrations it was made under, then its rows.
 * One transaction; on failure the tables stay empty.
 * @throws OtherRows when the dump doesn't hold the rows that `copy` names
 */
export async function loadPostgres(
  url: string,
  file: string,
  copy: DatabaseCopy,
  migrationsFolder: string,
) {
  const known = readMigrationFiles({ migrationsFolder })
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  await migratePostgres(
    pool,
    known.filter((one) => one.folderMillis <= copy.migration),
  ).finally(() => pool.end())
  return connected(url, async (client) => {
    await client.query("begin")
    const names = await tablesOf(client)
    const references = await texts(client, foreignKeys("drop"))
    const again = await texts(client, foreignKeys("add"))
    for (const statement of references) await client.query(statement)
    for (const name of names) await client.query(`alter table ${quote(name)} disable trigger user`)
    const rows = await fill(client, file, names)
    if (!sameRows(rows, copy.rows)) throw new OtherRows()
    await settle(client)
    for (const [name, value] of Object.entries(copy.sequences)) {
      await client.query("select setval(quote_ident($1)::regclass, $2::bigint)", [name, value])
    }
    for (const name of names) await client.query(`alter table ${quote(name)} enable trigger user`)
    for (const statement of again) await client.query(statement)
    await client.query("commit")
  })
}

async function fill(
  client: pg.Client,
  file: string,
  names: string[],
): Promise<Record<string, number>> {
  const rows = Object.fromEntries(names.map((name) => [name, 0]))
  for (const name of names) await client.query(`truncate ${quote(name)}`)
  let waiting: string[] = []
  let table = ""
  const flush = async () => {
    if (waiting.length === 0) return
    const columns = (await texts(client, columnsOf, [table])).map(quote).join(", ")
    const insert = `insert into ${quote(table)} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${quote(table)}, $1::json)`
    await client.query(insert, [`[${waiting.join(",")}]`])
    rows[table] = (rows[table] ?? 0) + waiting.length
    waiting = []
  }
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const at = line.indexOf("\t")
    const name = line.slice(0, at)
    if (!names.includes(name)) throw new Error(`the backup has an unknown table: ${name}`)
    if (name !== table || waiting.length >= batch) await flush()
    table = name
    waiting.push(line.slice(at + 1))
  }
  await flush()
  return rows
}

async function settle(client: pg.Client): Promise<void> {
  for (const table of endedByRestore) await client.query(`delete from ${quote(table)}`)
  const { rows } = await client.query("select to_regclass('public.guest_sessions') as guests")
  for (const statement of rows[0]?.guests ? guestsEndedByRestore : []) await client.query(statement)
  await client.query(
    `update deliveries set failed_at = now(), last_error = 'restored from a backup'
     where sent_at is null and failed_at is null`,
  )
  // Transaction numbers begin again in a new cluster; old events must not look like coming ones.
  await client.query(`update events set "transaction" = 1`)
}

const columnsOf = `select column_name::text from information_schema.columns
  where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`

const foreignKeys = (what: "drop" | "add") =>
  `select format('alter table %s ${what} constraint %I', conrelid::regclass, conname)
   ${what === "add" ? "|| ' ' || pg_get_constraintdef(oid)" : ""}
   from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`

/** Whether the database has no tables yet. */
export async function isEmptyPostgres(url: string): Promise<boolean> {
  return connected(url, async (client) => (await tablesOf(client)).length === 0)
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
