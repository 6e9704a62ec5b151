import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import Driver from "better-sqlite3"
import { type SQL, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { openSqlite } from "./sqlite"

const folder = () => path.join(mkdtempSync(path.join(tmpdir(), "qibu-")), "q.db")
const ready = async () => {
  const file = folder()
  const engine = openSqlite(file)
  await engine.migrate({ folder: "db/migrations/sqlite" })
  return { file, engine }
}
const put = (name: string) => sql`insert into "settings" ("name", "value") values (${name}, 'x')`
const names = sql<{ name: string }>`select name from settings order by name`

test("what a transaction wrote is read after it, and nothing of one that failed", async () => {
  const { engine } = await ready()
  await engine.write(async (tx) => {
    await tx.db.run(put("kept"))
    expect(tx.changed.get("settings")).toBe(1)
  })
  await expect(
    engine.write(async (tx) => {
      await tx.db.run(put("lost"))
      throw new Error("no")
    }),
  ).rejects.toThrow("no")
  expect(await engine.rows(engine.read, names)).toEqual([{ name: "kept" }])
  await engine.close()
})

test("a part that fails leaves what came before it", async () => {
  const { engine } = await ready()
  await engine.write(async (tx) => {
    await tx.db.run(put("first"))
    await tx
      .savepoint(async () => {
        await tx.db.run(put("second"))
        throw new Error("undone")
      })
      .catch(() => {})
    expect(tx.changed.get("settings")).toBe(1)
  })
  expect(await engine.rows(engine.read, names)).toEqual([{ name: "first" }])
  await engine.close()
})

test("readers cannot write", async () => {
  const { engine } = await ready()
  expect(() => engine.read.run(put("no"))).toThrow()
  await engine.close()
})

test("a lock held by another process is waited for without freezing this one", async () => {
  const { file, engine } = await ready()
  const other = new Driver(file)
  other.exec("BEGIN IMMEDIATE")
  let turns = 0
  const turning = setInterval(() => turns++, 5)
  setTimeout(() => other.exec("COMMIT"), 150)
  await engine.write((tx) => Promise.resolve(tx.db.run(put("patient"))))
  clearInterval(turning)
  expect(turns).toBeGreaterThan(5)
  expect(await engine.rows(engine.read, names)).toEqual([{ name: "patient" }])
  other.close()
  await engine.close()
})

test("a database of a newer version is refused", async () => {
  const { engine } = await ready()
  await engine.write((tx) =>
    Promise.resolve(
      tx.db.run(
        sql`insert into "__drizzle_migrations" (hash, created_at) values ('x', 9999999999999)`,
      ),
    ),
  )
  await expect(engine.migrate({ folder: "db/migrations/sqlite" })).rejects.toThrow("newer version")
  await engine.close()
})

test("a copy that broke off in the middle isn't taken for one", async () => {
  const { file, engine } = await ready()
  await engine.write(async ({ db }) => {
    for (let i = 0; i < 400; i++) await db.run(put(`${i} ${"words ".repeat(200)}`))
    await db.run(sql`delete from "__drizzle_migrations" where created_at =
      (select max(created_at) from "__drizzle_migrations")`)
  })
  await engine.close()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, bytes.length - 64 * 4096))

  const broken = openSqlite(file)
  const backupFolder = path.join(path.dirname(file), "backups")
  const upgrade = broken.migrate({ folder: "db/migrations/sqlite", backupFolder })
  await expect(upgrade).rejects.toThrow("malformed")
  expect(readdirSync(backupFolder)).toEqual([])
  await broken.close()
})

test("events and seals are never changed or deleted", async () => {
  const { engine } = await ready()
  await engine.write(async (tx) => {
    await tx.db.run(sql`insert into "events" (at, type, kind, record_id, actor_kind, data, topics, needs_review)
      values (1, 'x.y', 'x', 1, 'system', '{}', '[]', 0)`)
  })
  for (const change of [sql`update "events" set type = 'z'`, sql`delete from "events"`])
    await expect(engine.write((tx) => Promise.resolve(tx.db.run(change)))).rejects.toThrow()
  await engine.close()
})

test("what is given to a statement isn't planned for, since it would be planned anew each time", async () => {
  const { engine } = await ready()
  await engine.write(async ({ db }) => {
    await db.run(sql`create table asked (kind text, n integer)`)
    await db.run(sql`create index asked_rare on asked (n) where kind = 'rare'`)
  })
  const used = async (kind: SQL | string) => {
    const asked = sql`explain query plan select n from asked where kind = ${kind} order by n`
    const plan = await engine.rows<{ detail: string }>(engine.read, asked)
    return plan.some(({ detail }) => detail.includes("asked_rare"))
  }
  expect(await used(sql.raw("'rare'"))).toBe(true)
  expect(await used("rare")).toBe(false)
  expect(await engine.rows(engine.read, sql`select '?' as "a?", ${"b"} as b`)).toEqual([
    { "a?": "?", b: "b" },
  ])
  await engine.close()
})
