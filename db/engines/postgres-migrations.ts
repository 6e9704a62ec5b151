import type { MigrationMeta } from "drizzle-orm/migrator"
import type pg from "pg"
import { SchemaTooNew } from "../database"

const ledger = `create table if not exists "__drizzle_migrations"
  (id bigint primary key generated always as identity, hash text not null, created_at bigint not null)`
const migrationLock = 7_142_026

/** Applies what is missing in one transaction, one process at a time. */
export async function migratePostgres(
  pool: pg.Pool,
  migrations: MigrationMeta[],
): Promise<{ applied: number }> {
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock])
    await client.query("begin")
    await client.query(ledger)
    const found = await client.query(
      'select coalesce(max(created_at), 0) as last from "__drizzle_migrations"',
    )
    const last = Number(found.rows[0].last)
    if (last > (migrations.at(-1)?.folderMillis ?? 0))
      throw new SchemaTooNew("the database belongs to a newer version of the portal")
    const missing = migrations.filter((migration) => migration.folderMillis > last)
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

async function apply(client: pg.PoolClient, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await client.query(statement)
  await client.query('insert into "__drizzle_migrations" (hash, created_at) values ($1, $2)', [
    migration.hash,
    migration.folderMillis,
  ])
}
