import { eq, sql } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { counters } from "@/db/schema/platform"
import { searchRows } from "@/db/schema/search"
import { searchFor } from "@/lib/search/queries"
import { findTask } from "@/lib/tasks/task"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { commentTexts } from "./comment-texts"
import { kindOf } from "./registry"
import { searchEntry } from "./search-index"
import { pairOlderRows, pairsEverywhere } from "./search-pairs"
import { carryOver } from "./search-waiting"
import { tokensOf } from "./tokens"

beforeAll(beginWithWorld)

const key = sql.raw(onPostgres ? "id" : "rowid")
const made = (tokens: string) =>
  onPostgres ? sql`to_tsvector('simple', ${tokens})` : sql`${tokens}`

/** All tasks as a release before kept them: by single characters, under a hash of 22 letters. */
beforeEach(async () => {
  const rows = await db().select().from(searchRows).where(eq(searchRows.kind, "task"))
  await engine().write(async ({ db: tx }) => {
    await carryOver(tx)
    for (const { id, recordId } of rows) {
      const task = await findTask(tx, recordId)
      if (!task) throw new Error("a task is gone")
      const said = await commentTexts(tx, "task", recordId)
      const { who } = searchEntry(kindOf("task"), task, said)
      const tokens = tokensOf([kindOf("task").searchText(task), ...said].join("\n"))
      await engine().run(tx, sql`delete from "search_index" where ${key} = ${id}`)
      await engine().run(
        tx,
        sql`insert into "search_index" (${key}, tokens, who) values (${id}, ${made(tokens)}, ${made(who)})`,
      )
    }
    await tx
      .update(searchRows)
      .set({ hash: "uQ2b0mN7p3s9xV1cK4dL6w" })
      .where(eq(searchRows.kind, "task"))
    await tx.delete(counters).where(eq(counters.name, "search_pairs"))
  })
  globalThis.__qibuPaired = undefined
})

const found = async (query: string) =>
  (await searchFor(await as("林默"), query, { kind: "task" })).found.map(({ id }) => id)

test("what an older release indexed is found before, while and after it is written anew", async () => {
  const queries = ["回归", "回归测试", "测", "试回"]
  const before = await Promise.all(queries.map(found))
  expect(before.map(({ length }) => length > 0)).toEqual([true, true, true, false])
  expect(await pairsEverywhere()).toBe(false)
  await pairOlderRows()
  expect(await pairsEverywhere()).toBe(true)
  expect(await Promise.all(queries.map(found))).toEqual(before)
})

test("once it is, nothing is written again", async () => {
  await pairOlderRows()
  const rows = await db().select().from(searchRows)
  await engine().write(async (tx) => {
    await tx.db.delete(counters).where(eq(counters.name, "search_pairs"))
  })
  await pairOlderRows()
  expect(await db().select().from(searchRows)).toEqual(rows)
  expect(rows.filter(({ hash }) => !hash.startsWith("~"))).toEqual([])
})

test("stopped on its way, it goes on where it was, and single characters find everything meanwhile", async () => {
  const before = await found("回归")
  globalThis.__qibuJobs = { places: new Map(), stopped: true }
  await pairOlderRows()
  expect(await pairsEverywhere()).toBe(false)
  expect(await found("回归")).toEqual(before)
  globalThis.__qibuJobs = undefined
  await pairOlderRows()
  expect(await pairsEverywhere()).toBe(true)
  expect(await found("回归")).toEqual(before)
})
