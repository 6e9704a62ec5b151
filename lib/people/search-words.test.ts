import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { onPostgres } from "@/db/columns"
import { engine } from "@/db/engine"
import { whoToken } from "@/lib/platform/search-index"
import { carryOver } from "@/lib/platform/search-waiting"
import { searchFor } from "@/lib/search/queries"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { renewSearchWords } from "./search-words"

const phone = "13510242635"

beforeAll(beginWithWorld)

/** Everybody's search row as a release before might have kept it, findable by a phone number. */
const asBefore = () =>
  engine().write(async ({ db }) => {
    await carryOver(db)
    const place = sql.raw(onPostgres ? "id" : "rowid")
    const kept = (text: string) => (onPostgres ? sql`to_tsvector('simple', ${text})` : sql`${text}`)
    await engine().run(
      db,
      sql`update search_index set tokens = ${kept(phone)}, who = ${kept(whoToken("everyone"))}
        where ${place} in (select id from search_rows where kind = 'person')`,
    )
    await engine().run(db, sql`update search_rows set hash = 'before' where kind = 'person'`)
  })

test("numbers that an older release made findable are found no more, and people still are", async () => {
  const found = async (query: string) =>
    (await searchFor(await as("林默"), query, { kind: "person" })).found.length
  await asBefore()
  expect(await found(phone)).toBeGreaterThan(0)
  await renewSearchWords()
  expect(await found(phone)).toBe(0)
  expect(await found(phone.slice(0, 5))).toBe(0)
  expect(await found("石磊")).toBe(1)
})

test("what is right already isn't written again", async () => {
  const before = await engine().rows(engine().read, sql`select * from search_rows order by id`)
  await renewSearchWords()
  expect(await engine().rows(engine().read, sql`select * from search_rows order by id`)).toEqual(
    before,
  )
})
