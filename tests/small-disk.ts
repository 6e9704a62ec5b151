import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { type Engine, engine, migrate, openEngine } from "@/db/engine"

export interface SmallDisk {
  engine: Engine
  /** Room again, as when somebody deletes something. */
  makeRoom(): Promise<void>
  close(): Promise<void>
}

const megabyte = 1024 * 1024

/**
 * A migrated database where little room is left: on a file system of its own where the tests may
 * mount one, else by SQLite's own limit of pages, which ends in the same refusal. PostgreSQL's disk
 * is not the portal's: there the server says that it is full.
 */
export async function smallDisk(): Promise<SmallDisk> {
  if (onPostgres) return fullServer()
  return process.getuid?.() === 0 ? mounted() : limited()
}

async function open(folder: string): Promise<Engine> {
  const engine = openEngine({ file: path.join(folder, "qibu.db") })
  await engine.migrate({ folder: "db/migrations/sqlite" })
  return engine
}

async function mounted(): Promise<SmallDisk> {
  const folder = mkdtempSync(path.join(tmpdir(), "qibu-small-"))
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=32m", "tmpfs", folder])
  const engine = await open(folder)
  const { bavail, bsize } = statfsSync(folder)
  const filling = path.join(folder, "somebody-elses-film")
  writeFileSync(filling, new Uint8Array(bavail * bsize - 3 * megabyte))
  return {
    engine,
    makeRoom: async () => rmSync(filling),
    close: async () => {
      await engine.close()
      execFileSync("umount", [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

async function limited(): Promise<SmallDisk> {
  const folder = mkdtempSync(path.join(tmpdir(), "qibu-small-"))
  const engine = await open(folder)
  const allow = (pages: number) =>
    engine.write(
      async ({ db }) => void (await engine.rows(db, sql.raw(`pragma max_page_count = ${pages}`))),
    )
  await allow(250)
  return {
    engine,
    makeRoom: () => allow(100_000),
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function fullServer(): Promise<SmallDisk> {
  await migrate()
  const run = (statement: string) =>
    engine().write(({ db }) => engine().run(db, sql.raw(statement)))
  await run(`create function no_room() returns trigger language plpgsql as $$ begin
    if (select count(*) from tasks) > 30 then raise exception sqlstate '53100'; end if; return new;
  end $$`)
  const each = async (statement: (table: string) => string) => {
    for (const table of ["tasks", "messages"]) await run(statement(table))
  }
  await each(
    (table) =>
      `create trigger no_room before insert on ${table} for each row execute function no_room()`,
  )
  return {
    engine: engine(),
    makeRoom: () => each((table) => `drop trigger no_room on ${table}`),
    close: () => engine().close(),
  }
}
