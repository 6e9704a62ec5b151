import { createHash } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { engine, prepared } from "@/db/engine"
import { searchRows } from "@/db/schema/search"
import { commentTexts } from "./comment-texts"
import type { Kind, Known } from "./module"
import { tagsIn, tagToken } from "./tags"
import { tokensOf } from "./tokens"

const rowOf = prepared((db) =>
  db
    .select({ id: searchRows.id, hash: searchRows.hash })
    .from(searchRows)
    .where(
      and(
        eq(searchRows.kind, sql.placeholder("kind")),
        eq(searchRows.recordId, sql.placeholder("recordId")),
      ),
    )
    .prepare(),
)
const putRow = prepared((db) =>
  db
    .insert(searchRows)
    .values({
      kind: sql.placeholder("kind"),
      recordId: sql.placeholder("recordId"),
      hash: sql.placeholder("hash"),
    })
    .returning({ id: searchRows.id })
    .prepare(),
)

/** The word that stands for a principal in the index: permission is part of the query itself. */
export const whoToken = (principal: string): string => `w${principal.replaceAll(":", "x")}`

/** What the index keeps of a record. */
export interface SearchEntry {
  hash: string
  tokens: string
  who: string
}

/** A record without tags has the hash that it had before there were any. */
const hashOf = (who: string, text: string, tags: string): string =>
  createHash("sha256")
    .update(`${who}\n${text}${tags && `\0${tags}`}`)
    .digest("base64url")
    .slice(0, 22)

const tagTokens = (text: string): string =>
  tagsIn(text)
    .map(({ key }) => tagToken(key))
    .join(" ")

const whoOf = (record: Known): string =>
  record.grants.map((grant) => whoToken(grant.principal)).join(" ")

/**
 * Everything that the index keeps of a record, made without the database.
 * @param said what was said under it
 */
export function searchEntry(kind: Kind, record: Known, said: readonly string[] = []): SearchEntry {
  const who = whoOf(record)
  const text = [kind.searchText(record), ...said].join("\n")
  const tags = tagTokens(text)
  return { hash: hashOf(who, text, tags), tokens: `${tokensOf(text)} ${tags}`.trimEnd(), who }
}

/** Makes one record findable under its text, for the principals of its access list. */
export async function writeSearch(
  db: Db,
  kindName: string,
  kind: Kind,
  record: Known,
): Promise<void> {
  const said = kind.canComment ? await commentTexts(db, kindName, record.id) : []
  const { hash, tokens, who } = searchEntry(kind, record, said)
  const [row] = await rowOf(db).execute({ kind: kindName, recordId: record.id })
  if (row?.hash === hash) return
  const id = row?.id ?? (await addRow(db, kindName, record.id, hash))
  if (row) {
    await db.update(searchRows).set({ hash }).where(eq(searchRows.id, row.id))
    await engine().run(db, removeTokens(id))
  }
  await putTokens(db, id, tokens, who)
}

async function addRow(db: Db, kind: string, recordId: number, hash: string): Promise<number> {
  const [row] = await putRow(db).execute({ kind, recordId, hash })
  if (!row) throw new Error("the search row was not written")
  return row.id
}

const removeTokens = (id: number) =>
  sql`delete from "search_index" where ${sql.raw(onPostgres ? "id" : "rowid")} = ${id}`

async function putTokens(db: Db, id: number, tokens: string, who: string): Promise<void> {
  await engine().run(
    db,
    onPostgres
      ? sql`insert into "search_index" (id, tokens, who) values (${id}, to_tsvector('simple', ${tokens}), to_tsvector('simple', ${who}))`
      : sql`insert into "search_index" (rowid, tokens, who) values (${id}, ${tokens}, ${who})`,
  )
}
