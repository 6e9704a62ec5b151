import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { searchFor } from "@/lib/search/queries"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { mergeSearchIndex } from "./search-merge"

beforeAll(beginWithWorld)

const found = async (query: string) =>
  (await searchFor(await as("林默"), query)).found.map(({ kind, id }) => `${kind}:${id}`)

const pieces = async () => {
  if (onPostgres) return 1
  const [row] = await engine().rows<{ n: number }>(
    db(),
    sql`select count(distinct segid) as n from search_index_idx`,
  )
  return row?.n ?? 0
}

test("the pieces of the index are put together, and what is found stays the same", async () => {
  const queries = ["回归", "测", "登录", "qibu", "不存在的词"]
  const before = await Promise.all(queries.map(found))
  const many = await pieces()
  await mergeSearchIndex()
  if (!onPostgres) expect(await pieces()).toBeLessThan(many)
  expect(await pieces()).toBeLessThanOrEqual(3)
  expect(await Promise.all(queries.map(found))).toEqual(before)
  await mergeSearchIndex()
})
