import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { engine, migrate } from "@/db/engine"

beforeAll(() => migrate())

const often = 12

/** What the server keeps a plan of, for this connection. */
const kept = async (tx: Db): Promise<string[]> =>
  (
    await engine().rows<{ statement: string }>(
      tx,
      sql`select statement from pg_prepared_statements`,
    )
  ).map(({ statement }) => statement)

test("what is asked often is planned once, and sees what has changed since, also a column more", async () => {
  const { write, run, rows } = engine()
  await write(async ({ db: tx }) => {
    const asked = () => rows<{ n: number }>(tx, sql`select n from asked_often order by n`)
    await run(tx, sql`create table asked_often (n integer)`)
    for (let n = 1; n <= often; n++) {
      await run(tx, sql`insert into asked_often (n) values (${n})`)
      expect(await asked()).toHaveLength(n)
    }
    await run(tx, sql`alter table asked_often add column more integer`)
    expect((await asked()).at(-1)).toEqual({ n: often })
    if (onPostgres) {
      await rows(tx, sql`select 1 as once`)
      const texts = await kept(tx)
      expect(texts).toContain("select n from asked_often order by n")
      expect(texts).not.toContain("select 1 as once")
    }
    // What has grown a thousandfold meanwhile is planned for what it is now.
    const numbers = Array.from({ length: 2_000 }, (_, n) => sql`(${n})`)
    await run(tx, sql`insert into "asked_often" (n) values ${sql.join(numbers, sql`, `)}`)
    for (let n = 1; n <= often; n++) await rows(tx, sql`select max(n) from asked_often`)
    if (onPostgres) expect(await kept(tx)).not.toContain("select max(n) from asked_often")
    await run(tx, sql`drop table asked_often`)
  })
})
