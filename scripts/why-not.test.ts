import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import Driver from "better-sqlite3"
import { sql } from "drizzle-orm"
import { afterAll, expect, test } from "vitest"
import { openPostgres } from "@/db/engines/postgres"
import { openSqlite } from "@/db/engines/sqlite"
import { readSecrets } from "@/lib/platform/secrets"
import { whyNot } from "./why-not.mjs"

const folder = mkdtempSync(path.join(tmpdir(), "qibu-why-"))
afterAll(() => rmSync(folder, { recursive: true }))
const place = (name: string) => path.join(folder, name)

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error("it went well")
}
const said = async (work: () => unknown) => whyNot(await thrownBy(work), folder)

test("what keeps a portal from its data folder is said in one line that says what to do", async () => {
  writeFileSync(place("text"), "words")
  expect(await said(() => readSecrets(place("text")))).toMatch(
    /^QIBU_DATA can't be used: .*ENOTDIR/,
  )
  writeFileSync(place("secrets.json"), "{")
  expect(await said(() => readSecrets(folder))).toMatch(/^secrets\.json in .* put back/)
})

test("so is what keeps it from its database", async () => {
  const away = openPostgres("postgres://qibu:geheim@127.0.0.1:1/qibu")
  const unreached = await said(() => away.migrate({ folder: "db/migrations/postgres" }))
  expect(unreached).toMatch(/^The database of DATABASE_URL can't be reached \(ECONNREFUSED\)/)
  await away.close()

  writeFileSync(place("words.db"), "no database ".repeat(1_000))
  expect(await said(() => openSqlite(place("words.db")))).toMatch(/damaged: restore a backup/)

  const newer = openSqlite(place("newer.db"))
  await newer.migrate({ folder: "db/migrations/sqlite" })
  const later = sql`insert into "__drizzle_migrations" (hash, created_at) values ('x', 9999999999999)`
  await newer.write(async ({ db }) => void (await db.run(later)))
  expect(await said(() => newer.migrate({ folder: "db/migrations/sqlite" }))).toMatch(
    /newer version .* upgrade first/,
  )
  const other = new Driver(place("newer.db"), { timeout: 0 })
  other.exec("begin immediate")
  expect(await said(() => new Driver(place("newer.db"), { timeout: 0 }).exec("vacuum"))).toMatch(
    /^Another program holds the database/,
  )
  other.exec("rollback")
  other.pragma("max_page_count = 1")
  expect(await said(() => other.exec("create table more as select zeroblob(1000000)"))).toMatch(
    /^The disk is full/,
  )
  other.close()
  await newer.close()
})

test("a bug stays one, with its stack", async () => {
  expect(await said(() => JSON.parse("{"))).toBe(undefined)
  expect(
    whyNot(Object.assign(new Error("gone"), { code: "ENOENT", path: "/elsewhere" }), folder),
  ).toBe(undefined)
})
