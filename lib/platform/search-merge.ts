import { sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { carryOver } from "./search-waiting"

/** Pages of the index that one portion writes: some ten milliseconds. */
const pages = 200

/**
 * Every portion leaves a piece of the index of its own, and SQLite puts them together as they become
 * many. A search looks every one of its words, and everybody who may see, up in each piece: with the
 * rest put together too it takes a third of the time. In portions; between two everybody else has as
 * long as one took. PostgreSQL tidies up its index by itself.
 */
export async function mergeSearchIndex(): Promise<void> {
  if (onPostgres) return
  await engine().write(async ({ db }) => {
    await carryOver(db)
    await tell(db, "usermerge", 2)
  })
  for (let more = true; more; ) {
    if (globalThis.__qibuJobs?.stopped) return
    const begun = performance.now()
    more = await engine().write(({ db }) => mergeSome(db))
    await new Promise((next) => setTimeout(next, performance.now() - begun))
  }
}

/** @returns whether there was something to do (https://sqlite.org/fts5.html#the_merge_command) */
async function mergeSome(db: Db): Promise<boolean> {
  const before = await changesIn(db)
  await tell(db, "merge", pages)
  return (await changesIn(db)) - before > 1
}

/** A command to the index. Its figure stands in the text: given beside it, it would be no whole number. */
const tell = (db: Db, command: string, figure: number): Promise<void> =>
  engine().run(
    db,
    sql`insert into "search_index" ("search_index", rank) values (${command}, ${sql.raw(String(figure))})`,
  )

async function changesIn(db: Db): Promise<number> {
  const [row] = await engine().rows<{ n: number }>(db, sql`select total_changes() as n`)
  return row?.n ?? 0
}
