import { mkdirSync, renameSync, rmSync } from "node:fs"
import path from "node:path"
import type Driver from "better-sqlite3"
import type { MigrationMeta } from "drizzle-orm/migrator"
import { type MigrateOptions, SchemaTooNew } from "../database"

const ledger = `CREATE TABLE IF NOT EXISTS "__drizzle_migrations"
  (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER NOT NULL)`

/** Milliseconds. */
const waitUpTo = 30_000

/**
 * Applies what is missing in one transaction. Killed at any moment, the next start finds the
 * old schema or the new one, nothing between.
 */
export async function migrateSqlite(
  connection: Driver.Database,
  migrations: MigrationMeta[],
  options: Omit<MigrateOptions, "folder"> = {},
): Promise<{ applied: number }> {
  // Nobody is served yet, so the driver's own wait for another starting process does no harm.
  connection.pragma(`busy_timeout = ${waitUpTo}`)
  try {
    return migrateAlone(connection, migrations, options)
  } finally {
    connection.pragma("busy_timeout = 0")
  }
}

function migrateAlone(
  connection: Driver.Database,
  migrations: MigrationMeta[],
  { backupFolder, upgrading }: Omit<MigrateOptions, "folder">,
): { applied: number } {
  connection.exec(ledger)
  const last = lastApplied(connection)
  const newest = migrations.at(-1)?.folderMillis ?? 0
  if (last > newest) throw new SchemaTooNew("the database belongs to a newer version of the portal")
  if (last === newest) return { applied: 0 }
  if (last > 0 && backupFolder) {
    upgrading?.()
    backUp(connection, backupFolder, last)
  }

  // Inside a transaction this pragma does nothing, and a rebuilt table would empty its children.
  connection.pragma("foreign_keys = OFF")
  try {
    return { applied: applyAll(connection, migrations) }
  } finally {
    connection.pragma("foreign_keys = ON")
  }
}

function lastApplied(connection: Driver.Database): number {
  const row = connection.prepare('SELECT max(created_at) FROM "__drizzle_migrations"').pluck().get()
  return Number(row ?? 0)
}

/** A copy is called one when it is whole: a process may end, or the disk be full, in the middle. */
function backUp(connection: Driver.Database, folder: string, last: number): void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `before-upgrade-${last}-${Date.now()}.db`)
  const draft = `${file}.draft`
  try {
    connection.prepare("VACUUM INTO ?").run(draft)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

function applyAll(connection: Driver.Database, migrations: MigrationMeta[]): number {
  connection.exec("BEGIN EXCLUSIVE")
  try {
    // Another process may have migrated while this one waited for the lock.
    const last = lastApplied(connection)
    const missing = migrations.filter((migration) => migration.folderMillis > last)
    const note = connection.prepare(
      'INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES (?, ?)',
    )
    for (const migration of missing) {
      for (const statement of migration.sql) connection.exec(statement)
      note.run(migration.hash, migration.folderMillis)
    }
    const broken = connection.pragma("foreign_key_check") as unknown[]
    if (broken.length > 0) throw new Error(`the migration would break ${broken.length} references`)
    connection.exec("COMMIT")
    return missing.length
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK")
    throw error
  }
}
