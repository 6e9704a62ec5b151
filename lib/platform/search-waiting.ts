import { sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { prepared, preparedRun } from "@/db/engine"
import { searchWaiting } from "@/db/schema/search"
import type { Phrase } from "./tokens"

/** A search looks through what waits, so there is never much of it. */
const portion = 128

const put = prepared((db) =>
  db
    .insert(searchWaiting)
    .values({
      id: sql.placeholder("id"),
      tokens: sql.placeholder("tokens"),
      who: sql.placeholder("who"),
    })
    .onConflictDoUpdate({
      target: searchWaiting.id,
      set: { tokens: sql`excluded.tokens`, who: sql`excluded.who` },
    })
    .prepare(),
)
const copy = preparedRun(
  () => sql`insert or replace into "search_index" (rowid, tokens, who)
    select id, tokens, who from "search_waiting"`,
)
const clear = prepared((db) => db.delete(searchWaiting).prepare())

/**
 * Keeps a row for the index, on SQLite: there, writing one alone takes longer than everything else
 * that belongs to a message. It is found from now on, and every so many rows all go over together.
 * @param id of its search row
 */
export async function letWait(db: Db, id: number, tokens: string, who: string): Promise<void> {
  await put(db).execute({ id, tokens: ` ${unmarked(tokens)} `, who: ` ${who} ` })
  if (id % portion === 0) await carryOver(db)
}

/** Puts into the index what waits for it. */
export async function carryOver(db: Db): Promise<void> {
  if (onPostgres) return
  await copy(db).execute({})
  await clear(db).execute()
}

/** The index finds letters without their accents, too. */
const unmarked = (tokens: string): string =>
  tokens
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")

/** Condition on rows `w` that wait: they hold every phrase and belong to one of those. */
export const foundWaiting = (who: readonly string[], phrases: readonly Phrase[]) =>
  sql`not exists (select 1 from json_each(${JSON.stringify(phrases.map(asWritten))}) where instr(w.tokens, value) = 0)
    and exists (select 1 from json_each(${JSON.stringify(who.map((word) => ` ${word} `))}) where instr(w.who, value) > 0)`

const asWritten = ({ tokens, prefix }: Phrase): string =>
  ` ${unmarked(tokens.join(" "))}${prefix ? "" : " "}`
