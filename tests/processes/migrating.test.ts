import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { readdirSync } from "node:fs"
import path from "node:path"
import Driver from "better-sqlite3"
import { sql } from "drizzle-orm"
import { beforeAll, expect, test, vi } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate, migrationsFolder, openEngine } from "@/db/engine"
import { readEnv } from "@/lib/platform/env"
import { restoreBackup } from "@/scripts/restoring"
import { empty } from "../databases"
import { companyOf, kept, makeOlder, nextRelease } from "../older-database"

// Processes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const release = "0.1"
const company = companyOf(release)
const data = process.env.QIBU_DATA ?? ""
const backups = path.join(data, "backups")

beforeAll(async () => {
  await empty(data)
  await makeOlder(release, engine())
})

/** A parent table made anew, as SQLite needs it for most changes, with something slow in it. */
const rebuilding = (slow: string) =>
  onPostgres
    ? ["alter table tasks add column weight integer not null default 1", slow]
    : [
        "create table tasks_new as select *, 1 as weight from tasks",
        slow,
        "drop table tasks",
        "create table tasks (id integer primary key autoincrement, name text not null, description text, owner_id integer references people(id), creator_id integer, department_id integer, sensitivity_id integer, start_at integer, due_at integer, priority text, progress integer, state text, risk text, created_at integer, updated_at integer, progress_at integer, done_at integer, sort_key integer, version integer, source_kind text, source_id integer, group_id integer, risk_level text, remind_at integer, series_id integer, occurrence text, supporter_id integer, supported_at integer, support text, weight integer)",
        "insert into tasks select * from tasks_new",
        "drop table tasks_new",
      ]
const seconds = (length: number) =>
  onPostgres
    ? `select pg_sleep(${length})`
    : `create table slow_${length * 10} as with recursive n(i) as (select 1 union all select i + 1 from n where i < ${length * 4_000_000}) select max(i) as i from n`

async function migrating(folder: string) {
  const script = [
    "--import",
    "./scripts/alias.mjs",
    "tests/processes/migrating-process.ts",
    folder,
    data,
  ]
  const child = spawn(process.execPath, script, { stdio: ["ignore", "inherit", "pipe", "ipc"] })
  const said: unknown[] = []
  const errors: string[] = []
  child.stderr?.setEncoding("utf8").on("data", (text) => errors.push(text))
  child.on("message", (message) => said.push(message))
  const ended = once(child, "close").then(([code]) => ({ code, said, errors: errors.join("") }))
  await expect.poll(() => said.length, { timeout: 30_000 }).toBeGreaterThan(0)
  return { child, ended }
}

const columns = async () =>
  (await engine().rows<{ weight?: number }>(engine().read, sql`select * from tasks`)).map(
    (row) => "weight" in row,
  )

/** The tasks of a copy, read as a restore would: on PostgreSQL into a database of its own. */
async function namesIn(copy: string): Promise<unknown[]> {
  if (onPostgres) return namesRestored(copy)
  const file = new Driver(copy, { readonly: true })
  expect(file.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }])
  const names = file.prepare("select name from tasks order by id").pluck().all()
  file.close()
  return names
}

async function namesRestored(copy: string): Promise<unknown[]> {
  const name = `restored_${randomBytes(6).toString("hex")}`
  await engine().run(db(), sql.raw(`create database ${name}`))
  const url = Object.assign(new URL(process.env.DATABASE_URL ?? ""), { pathname: `/${name}` }).href
  const env = { ...readEnv(), databaseUrl: url, data: path.join(data, name) }
  await restoreBackup(env, copy, false, migrationsFolder())
  const restored = openEngine({ url })
  const rows = await restored.rows<{ name: string }>(
    restored.read,
    sql`select name from tasks order by id`,
  )
  await restored.close()
  await engine().run(db(), sql.raw(`drop database ${name}`))
  return rows.map((row) => row.name)
}

/** Whether somebody is in the middle of changing the schema. */
async function underWay(): Promise<boolean> {
  if (onPostgres) {
    const query = sql`select 1 from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid() and datname = current_database()`
    return (await engine().rows(engine().read, query)).length > 0
  }
  const other = new Driver(path.join(data, "qibu.db"), { timeout: 0 })
  try {
    other.exec("begin immediate; rollback")
    return false
  } catch {
    return true
  } finally {
    other.close()
  }
}

test("a filled database of the first release comes to the present schema, and nothing is lost", async () => {
  const said = vi.fn()
  await migrate(engine(), said)
  // Whoever started it sees what takes so long; with nothing to do nothing is said.
  expect(said).toHaveBeenCalledTimes(1)
  await migrate(engine(), said)
  expect(said).toHaveBeenCalledTimes(1)
  expect(await kept(company)).toEqual(company)
})

test("killed in the middle it is as before, and the next start completes it", async () => {
  const folder = nextRelease(rebuilding(seconds(1)), 1)
  const first = await migrating(folder)
  await expect.poll(underWay, { timeout: 30_000, interval: 5 }).toBe(true)
  first.child.kill("SIGKILL")
  await first.ended
  await expect.poll(underWay, { timeout: 30_000 }).toBe(false)
  expect(await kept(company)).toEqual(company)
  expect(new Set(await columns())).toEqual(new Set([false]))

  const second = await migrating(folder)
  expect(await second.ended).toMatchObject({ code: 0, said: ["begins", { applied: 1 }] })
  await globalThis.__qibuEngine?.close()
  globalThis.__qibuEngine = openEngine()
  expect(await kept(company)).toEqual(company)
  expect(new Set(await columns())).toEqual(new Set([true]))
})

test("before a change of schema a whole copy is laid aside", async () => {
  const [first = "", ...more] = readdirSync(backups)
  // One from coming to the present schema, one from each of the next release's tries.
  expect(more).toHaveLength(2)
  expect(await namesIn(path.join(backups, first))).toEqual(company.tasks?.map(({ name }) => name))
})

test("an older portal refuses a newer database and leaves it alone", async () => {
  await expect(migrate()).rejects.toThrow("newer version")
  expect(await kept(company)).toEqual(company)
})

test("of processes that start at once one changes the schema, and all are ready", async () => {
  const folder = nextRelease(["create table later (id integer)", seconds(0.5)], 2)
  const all = await Promise.all([migrating(folder), migrating(folder), migrating(folder)])
  const answers = await Promise.all(all.map(({ ended }) => ended))
  expect(answers.map(({ code, errors }) => ({ code, errors }))).toEqual(
    answers.map(() => ({ code: 0, errors: "" })),
  )
  const applied = answers.flatMap(({ said }) => said.slice(1))
  expect(applied).toHaveLength(3)
  expect(applied.filter((it) => Object(it).applied === 1)).toHaveLength(1)
  expect(await kept(company)).toEqual(company)
})
