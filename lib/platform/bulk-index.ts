import { and, eq, sql } from "drizzle-orm"
import { breath } from "@/db/breath"
import { idsIn, insertMany, parts, valuesTable } from "@/db/bulk"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { access } from "@/db/schema/access"
import { searchRows, searchWaiting } from "@/db/schema/search"
import { placesOf, sameLine } from "./access"
import { commentTextsOf } from "./comment-texts"
import type { Kind, Known } from "./module"
import { kindOf } from "./registry"
import { type SearchEntry, searchEntry } from "./search-index"

/**
 * Access lists and search rows of many records at once, for imports: the same rows that `write`
 * makes one record at a time for its events. Unchanged records cost a read.
 * @param records as they stand now, each once
 */
export async function indexMany<R extends Known>(
  db: Db,
  kindName: string,
  records: readonly R[],
): Promise<void> {
  const kind = kindOf(kindName)
  for (const [nth, part] of parts(records).entries()) {
    if (nth > 0) await breath()
    if (!kind.unlisted) await writeAccessLists(db, kindName, kind, part)
    await breath()
    await writeSearchRows(db, kindName, kind, part)
  }
}

async function writeAccessLists(db: Db, kindName: string, kind: Kind, records: readonly Known[]) {
  const before = await db
    .select()
    .from(access)
    .where(and(eq(access.kind, kindName), sql`${access.recordId} in ${idsIn(idsOf(records))}`))
  const known = new Map(before.map((row) => [`${row.recordId} ${row.principal}`, row]))
  const wanted = records
    .flatMap((record) => linesOf(kindName, kind, record))
    .filter((row) => {
      const place = `${row.recordId} ${row.principal}`
      const there = known.get(place)
      known.delete(place)
      return !there || !sameLine(there, row)
    })
  await removeLines(db, kindName, [...known.values()])
  await insertMany(db, access, wanted, {
    tail: sql`on conflict (kind, record_id, principal)
      do update set level = excluded.level, label = excluded.label, sort_key = excluded.sort_key,
      due_at = excluded.due_at`,
  })
}

const idsOf = (records: readonly Known[]): number[] => records.map((record) => record.id)

const linesOf = (kindName: string, kind: Kind, record: Known) =>
  record.grants.map((grant) => ({
    kind: kindName,
    recordId: record.id,
    ...grant,
    ...placesOf(kind, record),
  }))

async function removeLines(
  db: Db,
  kindName: string,
  rows: readonly { recordId: number; principal: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const lines = valuesTable(
    rows.map((row) => [row.recordId, row.principal]),
    ["bigint", "text"],
  )
  await db
    .delete(access)
    .where(sql`${access.kind} = ${kindName} and (record_id, principal) in ${lines}`)
}

async function writeSearchRows(db: Db, kindName: string, kind: Kind, records: readonly Known[]) {
  const before = await db
    .select({ recordId: searchRows.recordId, hash: searchRows.hash, id: searchRows.id })
    .from(searchRows)
    .where(
      and(eq(searchRows.kind, kindName), sql`${searchRows.recordId} in ${idsIn(idsOf(records))}`),
    )
  const known = new Map(before.map((row) => [row.recordId, row]))
  const said = kind.canComment ? await commentTextsOf(db, kindName, idsOf(records)) : undefined
  const entries = new Map<number, SearchEntry>()
  for (const record of records) {
    const entry = searchEntry(kind, record, said?.get(record.id))
    if (known.get(record.id)?.hash !== entry.hash) entries.set(record.id, entry)
  }
  if (entries.size === 0) return
  const outdated = [...entries.keys()].flatMap((id) => known.get(id)?.id ?? [])
  await db.delete(searchWaiting).where(sql`${searchWaiting.id} in ${idsIn(outdated)}`)
  await engine().run(db, sql`delete from "search_index" where ${key} in ${idsIn(outdated)}`)
  const rows = [...entries].map(([recordId, { hash }]) => ({ kind: kindName, recordId, hash }))
  const places = await insertMany<typeof searchRows, { id: number; record_id: number }>(
    db,
    searchRows,
    rows,
    {
      tail: sql`on conflict (kind, record_id) do update set hash = excluded.hash`,
      returning: ["id", "record_id"],
    },
  )
  await putTokens(db, places, entries)
}

const key = sql.raw(onPostgres ? "id" : "rowid")

async function putTokens(
  db: Db,
  places: readonly { id: number; record_id: number }[],
  entries: ReadonlyMap<number, SearchEntry>,
): Promise<void> {
  const rows = places.flatMap((place) => {
    const entry = entries.get(Number(place.record_id))
    return entry ? [[place.id, entry.tokens, entry.who]] : []
  })
  const text = (column: string) => sql.raw(onPostgres ? `to_tsvector('simple', ${column})` : column)
  await engine().run(
    db,
    sql`insert into "search_index" (${key}, tokens, who) select column1, ${text("column2")}, ${text("column3")}
      from ${valuesTable(rows, ["bigint", "text", "text"])} as entries`,
  )
}

/** Takes records out of the access lists and the search, when they are gone for good. */
export async function unindexMany(db: Db, kindName: string, ids: readonly number[]): Promise<void> {
  for (const part of parts(ids)) {
    await db
      .delete(access)
      .where(and(eq(access.kind, kindName), sql`${access.recordId} in ${idsIn(part)}`))
    const gone = await db
      .delete(searchRows)
      .where(and(eq(searchRows.kind, kindName), sql`${searchRows.recordId} in ${idsIn(part)}`))
      .returning({ id: searchRows.id })
    const places = gone.map(({ id }) => id)
    await engine().run(db, sql`delete from "search_index" where ${key} in ${idsIn(places)}`)
    await breath()
  }
}
