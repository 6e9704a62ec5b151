import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { type Engine, engine } from "@/db/engine"

const engineName = onPostgres ? "postgres" : "sqlite"

type Row = Record<string, unknown>
/** Rows by table. */
export type Company = Record<string, Row[]>

const folderOf = (release: string) => path.join(import.meta.dirname, "older", release)

export const companyOf = (release: string): Company =>
  JSON.parse(readFileSync(path.join(folderOf(release), "rows.json"), "utf8"))

/** An empty database becomes one of an older release, filled. */
export async function makeOlder(release: string, target: Engine): Promise<void> {
  await target.migrate({ folder: path.join(folderOf(release), engineName) })
  await fill(target, companyOf(release))
}

/** Rows of an older release, in the columns that it had. */
export const fill = (target: Engine, company: Company): Promise<void> =>
  target.write(async ({ db }) => {
    for (const [table, rows] of Object.entries(company))
      for (const row of rows) await target.run(db, insert(table, row))
  })

function insert(table: string, row: Row) {
  const names = Object.keys(row).map((name) => sql.identifier(name))
  const values = Object.values(row).map((value) => sql`${asKept(value)}`)
  const into = sql.identifier(table)
  return sql`insert into ${into} (${sql.join(names, sql`, `)}) values (${sql.join(values, sql`, `)})`
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** As the engine keeps a value. */
function asKept(value: unknown): unknown {
  if (typeof value === "object" && value !== null) return JSON.stringify(value)
  if (onPostgres) return value
  if (typeof value === "boolean") return value ? 1 : 0
  return typeof value === "string" && instant.test(value) ? Date.parse(value) : value
}

/** A stored value as `rows.json` writes it, next to how it is written there. */
function asWritten(kept: unknown, like: unknown): unknown {
  if (kept instanceof Date) return kept.toISOString()
  if (typeof like === "boolean") return Boolean(kept)
  if (typeof like === "string" && instant.test(like))
    return new Date(String(kept) === kept ? kept : Number(kept)).toISOString()
  if (typeof like === "object" && like !== null && typeof kept === "string") return JSON.parse(kept)
  return kept
}

/** What is there of a company's rows, in the columns that it names. */
export async function kept(company: Company, from: Engine = engine()): Promise<Company> {
  const found: Company = {}
  for (const [table, rows] of Object.entries(company)) {
    const [first = ""] = Object.keys(rows[0] ?? {})
    const query = sql`select * from ${sql.identifier(table)} order by ${sql.identifier(first)}`
    const stored = await from.rows<Row>(from.read, query)
    found[table] = stored.map((row, at) => inColumnsOf(rows[at] ?? {}, row))
  }
  return found
}

const inColumnsOf = (written: Row, row: Row): Row =>
  Object.fromEntries(
    Object.entries(written).map(([name, like]) => [name, asWritten(row[name], like)]),
  )

/**
 * The present migrations with one more, in a folder of their own.
 * @param statements of the additional one
 * @param place among the releases to come, from 1
 */
export function nextRelease(statements: string[], place: number): string {
  const tag = "9999_next"
  const folder = presentMigrations((entries) => {
    const [last = { tag, idx: 0, when: 0 }] = entries.slice(-1)
    return [...entries, { ...last, idx: last.idx + 1, when: last.when + place, tag }]
  })
  writeFileSync(path.join(folder, `${tag}.sql`), statements.join("\n--> statement-breakpoint\n"))
  return folder
}

/** The present migrations up to before one of them, in a folder of their own. */
export const releaseBefore = (tag: string): string =>
  presentMigrations((entries) =>
    entries.slice(
      0,
      entries.findIndex((entry) => entry.tag === tag),
    ),
  )

interface Entry {
  idx: number
  when: number
  tag: string
}

function presentMigrations(change: (entries: Entry[]) => Entry[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "qibu-release-"))
  cpSync(path.join(import.meta.dirname, "../db/migrations", engineName), folder, {
    recursive: true,
  })
  const journal = path.join(folder, "meta/_journal.json")
  const now = JSON.parse(readFileSync(journal, "utf8"))
  writeFileSync(journal, JSON.stringify({ ...now, entries: change(now.entries) }))
  return folder
}
