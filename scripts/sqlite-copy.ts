import Driver from "better-sqlite3"
import { z } from "zod"
import { type DatabaseCopy, endedByRestore, guestsEndedByRestore } from "../db/backups/manifest.ts"

/**
 * Copies a database that may be in use, from a connection of its own. The copy holds everything
 * committed before it began; writers aren't stopped.
 * @param live the portal's database file, which is opened by SQLite only
 * @param copy a file that doesn't exist yet
 */
export function copySqlite(live: string, copy: string): DatabaseCopy {
  const source = new Driver(live, { readonly: true, fileMustExist: true, timeout: 5_000 })
  try {
    source.prepare("VACUUM INTO ?").run(copy)
  } finally {
    source.close()
  }
  return inspect(copy)
}

/** Rows by table and the newest migration. @throws when the file isn't a sound database */
export function inspect(file: string): DatabaseCopy {
  const db = new Driver(file, { readonly: true, fileMustExist: true })
  try {
    const sound = db.pragma("integrity_check", { simple: true })
    if (sound !== "ok") throw new Error(`the database is damaged: ${sound}`)
    const names = z.array(z.string()).parse(db.prepare(tables).pluck().all())
    const count = (name: string) =>
      Number(db.prepare(`select count(*) from "${name}"`).pluck().get())
    const migration = Number(db.prepare(newest).pluck().get())
    const rows = Object.fromEntries(names.map((name) => [name, count(name)]))
    return { engine: "sqlite", migration, rows, sequences: {} }
  } finally {
    db.close()
  }
}

const tables = `select name from sqlite_master where type = 'table'
  and name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_index%' escape '\\' order by name`
const newest = 'select coalesce(max(created_at), 0) from "__drizzle_migrations"'

/** Makes a restored database safe to start: nobody is signed in, nothing is sent again. */
export function settleSqlite(file: string): void {
  const db = new Driver(file, { fileMustExist: true })
  try {
    db.pragma("synchronous = FULL")
    db.transaction(() => {
      for (const table of endedByRestore) db.exec(`delete from "${table}"`)
      const guests = db.prepare("select 1 from sqlite_master where name = 'guest_sessions'").get()
      for (const statement of guests ? guestsEndedByRestore : []) db.exec(statement)
      db.prepare(
        `update deliveries set failed_at = ?, last_error = 'restored from a backup'
         where sent_at is null and failed_at is null`,
      ).run(Date.now())
    })()
  } finally {
    db.close()
  }
}
