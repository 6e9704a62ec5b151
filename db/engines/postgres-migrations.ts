import { mkdirSync, rmSync } from "node:fs"
import path from "node:path"
import type { MigrationMeta } from "drizzle-orm/migrator"
import type pg from "pg"
import { writeArchive } from "../backups/archive"
import { dumpTables } from "../backups/postgres-dump"
import { type MigrateOptions, SchemaTooNew } from "../database"

const ledger = `create table if not exists "__drizzle_migrations"
  (id bigint primary key generated always as identity, hash text not null, created_at bigint not null)`
const migrationLock = 7_142_026

/**
 * Applies what is missing in one transaction, one process at a time.
 */
export async function migratePostgres(
  pool: pg.Pool,
  migrations: MigrationMeta[],
  { backupFolder, upgrading }: Omit<MigrateOptions, "folder"> = {},
): Promise<{ applied: number }> {
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock])
    await client.query(ledger)
    const last = await lastApplied(client)
    if (last > (migrations.at(-1)?.folderMillis ?? 0))
      throw new SchemaTooNew("the database belongs to a newer version of the portal")
    const missing = migrations.filter((migration) => migration.folderMillis > last)
    if (missing.length === 0) return { applied: 0 }
    if (last > 0 && backupFolder) {
      upgrading?.()
      await backUp(client, backupFolder, last)
    }
    await client.query("begin")
    for (const migration of missing) await apply(client, migration)
    await client.query("commit")
    return { applied: missing.length }
  } catch (error) {
    await client.query("rollback")
    throw error
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock])
    client.release()
  }
}

async function lastApplied(client: pg.PoolClient): Promise<number> {
  const found = await client.query(
    'select coalesce(max(created_at), 0) as last from "__drizzle_migrations"',
  )
  return Number(found.rows[0].last)
}

/** The tables alone: stored files don't change with the schema. `npm run restore` reads it. */
async function backUp(client: pg.PoolClient, folder: string, last: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `before-upgrade-${last}-${Date.now()}.tar.gz`)
  const [rows, draft] = [`${file}.rows`, `${file}.draft`]
  try {
    const copy = await dumpTables(client, rows)
    await writeArchive(file, [["database.jsonl", rows]], copy, draft)
  } finally {
    for (const left of [rows, draft]) rmSync(left, { force: true })
  }
}

async function apply(client: pg.PoolClient, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await client.query(statement)
  await client.query('insert into "__drizzle_migrations" (hash, created_at) values ($1, $2)', [
    migration.hash,
    migration.folderMillis,
  ])
}
