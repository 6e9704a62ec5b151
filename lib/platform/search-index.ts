import { hash } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { plain, prepared, preparedInsert, preparedRun } from "@/db/engine"
import { searchRows } from "@/db/schema/search"
import { commentTexts } from "./comment-texts"
import type { Kind, Known } from "./module"
import { letWait } from "./search-waiting"
import { tagsIn, tagToken } from "./tags"
import { indexedTokens } from "./tokens"

const knownRow = prepared((db) =>
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
/** On PostgreSQL another change may have put it in meanwhile. */
const addRow = preparedInsert(searchRows.id, (db) =>
  db
    .insert(searchRows)
    .values({
      kind: sql.placeholder("kind"),
      recordId: sql.placeholder("recordId"),
      hash: sql.placeholder("hash"),
    })
    .onConflictDoUpdate({
      target: [searchRows.kind, searchRows.recordId],
      set: { hash: sql`excluded.hash` },
    }),
)
const changeHash = prepared((db) =>
  db
    .update(searchRows)
    .set({ hash: plain("hash") })
    .where(eq(searchRows.id, sql.placeholder("id")))
    .prepare(),
)
const putTokens = preparedRun(() => {
  const [id, tokens, who] = ["id", "tokens", "who"].map((name) => sql.placeholder(name))
  return sql`insert into "search_index" (id, tokens, who)
    values (${id}, to_tsvector('simple', ${tokens}), to_tsvector('simple', ${who}))
    on conflict (id) do update set tokens = excluded.tokens, who = excluded.who`
})

/** The word that stands for a principal in the index: permission is part of the query itself. */
export const whoToken = (principal: string): string => `w${principal.replaceAll(":", "x")}`

/** What the index keeps of a record. */
export interface SearchEntry {
  hash: string
  tokens: string
  who: string
}

/** How the hash of a row begins that holds pairs of characters; older releases wrote none. */
export const paired = "~"

const hashOf = (who: string, text: string, tags: string): string =>
  paired + hash("sha256", `${who}\n${text}${tags && `\0${tags}`}`, "base64url").slice(0, 21)

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
  return { hash: hashOf(who, text, tags), tokens: `${indexedTokens(text)} ${tags}`.trimEnd(), who }
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
  const place = { kind: kindName, recordId: record.id }
  const [known] = await knownRow(db).execute(place)
  if (known?.hash === hash) return
  const id = known?.id ?? (await addRow(db, { ...place, hash }))
  if (known) await changeHash(db).execute({ id, hash })
  if (onPostgres) await putTokens(db).execute({ id, tokens, who })
  else await letWait(db, id, tokens, who)
}
