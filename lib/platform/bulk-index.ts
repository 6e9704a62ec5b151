import { and, eq, inArray, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { access } from "@/db/schema/access"
import { searchRows } from "@/db/schema/search"
import { chunksOf } from "./bulk-insert"
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
  for (const part of chunksOf(records, 12)) {
    await writeAccessLists(db, kindName, kind, part)
    await writeSearchRows(db, kindName, kind, part)
  }
}

type AccessRow = typeof access.$inferInsert

async function writeAccessLists(
  db: Db,
  kindName: string,
  kind: Kind,
  records: readonly Known[],
): Promise<void> {
  const ids = records.map((record) => record.id)
  const before = await db
    .select()
    .from(access)
    .where(and(eq(access.kind, kindName), inArray(access.recordId, ids)))
  const known = new Map(before.map((row) => [`${row.recordId} ${row.principal}`, row]))
  const wanted: AccessRow[] = []
  for (const record of records)
    for (const row of rowsOf(kindName, kind, record)) {
      const place = `${row.recordId} ${row.principal}`
      const there = known.get(place)
      known.delete(place)
      if (there?.level !== row.level || there.label !== row.label || there.sortKey !== row.sortKey)
        wanted.push(row)
    }
  await removeLines(db, kindName, [...known.values()])
  await putLines(db, wanted)
}

const rowsOf = (kindName: string, kind: Kind, record: Known) =>
  record.grants.map((grant) => ({
    kind: kindName,
    recordId: record.id,
    ...grant,
    label: record.sensitivityId ?? 0,
    sortKey: kind.sortKey(record),
  }))

async function putLines(db: Db, rows: readonly AccessRow[]): Promise<void> {
  for (const part of chunksOf(rows, 6))
    await db
      .insert(access)
      .values(part)
      .onConflictDoUpdate({
        target: [access.kind, access.recordId, access.principal],
        set: {
          level: sql`excluded.level`,
          label: sql`excluded.label`,
          sortKey: sql`excluded.sort_key`,
        },
      })
}

async function removeLines(
  db: Db,
  kindName: string,
  rows: readonly { recordId: number; principal: string }[],
) {
  for (const part of chunksOf(rows, 2)) {
    const lines = part.map((row) => sql`(cast(${row.recordId} as bigint), ${row.principal})`)
    await db
      .delete(access)
      .where(
        sql`${access.kind} = ${kindName} and (record_id, principal) in (values ${sql.join(lines, sql`, `)})`,
      )
  }
}

async function writeSearchRows(
  db: Db,
  kindName: string,
  kind: Kind,
  records: readonly Known[],
): Promise<void> {
  const before = await db
    .select({ recordId: searchRows.recordId, hash: searchRows.hash, id: searchRows.id })
    .from(searchRows)
    .where(
      and(
        eq(searchRows.kind, kindName),
        inArray(
          searchRows.recordId,
          records.map((record) => record.id),
        ),
      ),
    )
  const known = new Map(before.map((row) => [row.recordId, row]))
  const entries = new Map<number, SearchEntry>()
  for (const record of records) {
    const entry = searchEntry(kind, record)
    if (known.get(record.id)?.hash !== entry.hash) entries.set(record.id, entry)
  }
  if (entries.size === 0) return
  await removeTokens(
    db,
    [...entries.keys()].flatMap((id) => known.get(id)?.id ?? []),
  )
  const places = await db
    .insert(searchRows)
    .values([...entries].map(([recordId, { hash }]) => ({ kind: kindName, recordId, hash })))
    .onConflictDoUpdate({
      target: [searchRows.kind, searchRows.recordId],
      set: { hash: sql`excluded.hash` },
    })
    .returning({ id: searchRows.id, recordId: searchRows.recordId })
  await putTokens(
    db,
    places.flatMap(({ id, recordId }) => ({ id, ...(entries.get(recordId) ?? nothing) })),
  )
}

const nothing: SearchEntry = { hash: "", tokens: "", who: "" }

async function removeTokens(db: Db, ids: readonly number[]): Promise<void> {
  const column = sql.raw(onPostgres ? "id" : "rowid")
  if (ids.length > 0)
    await engine().run(db, sql`delete from "search_index" where ${column} in ${[...ids]}`)
}

async function putTokens(
  db: Db,
  entries: readonly (SearchEntry & { id: number })[],
): Promise<void> {
  const rows = entries.map(({ id, tokens, who }) =>
    onPostgres
      ? sql`(${id}, to_tsvector('simple', ${tokens}), to_tsvector('simple', ${who}))`
      : sql`(${id}, ${tokens}, ${who})`,
  )
  const column = sql.raw(onPostgres ? "id" : "rowid")
  await engine().run(
    db,
    sql`insert into "search_index" (${column}, tokens, who) values ${sql.join(rows, sql`, `)}`,
  )
}
