import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { access } from "@/db/schema/access"
import type { GuestActor, Level, PersonActor, Principal } from "./actor"
import type { Kind, Known } from "./module"

/** The live topic that the holders of a principal listen to. */
export const topicOf = (principal: string): string =>
  principal.startsWith("person:") ? principal : `home:${principal}`

const rowsOf = prepared((db) =>
  db
    .select({
      principal: access.principal,
      level: access.level,
      label: access.label,
      sortKey: access.sortKey,
    })
    .from(access)
    .where(
      and(
        eq(access.kind, sql.placeholder("kind")),
        eq(access.recordId, sql.placeholder("recordId")),
      ),
    )
    .prepare(),
)
const put = prepared((db) =>
  db
    .insert(access)
    .values({
      kind: sql.placeholder("kind"),
      recordId: sql.placeholder("recordId"),
      principal: sql.placeholder("principal"),
      level: sql.placeholder("level"),
      label: sql.placeholder("label"),
      sortKey: sql.placeholder("sortKey"),
    })
    .onConflictDoUpdate({
      target: [access.kind, access.recordId, access.principal],
      set: {
        level: sql`excluded.level`,
        label: sql`excluded.label`,
        sortKey: sql`excluded.sort_key`,
      },
    })
    .prepare(),
)

/**
 * Brings the flattened access list of one record up to date.
 * @returns every principal that had or has the record: the topics that must hear of it; and
 *   whether somebody may have lost it
 */
export async function writeAccess(
  db: Db,
  kindName: string,
  kind: Kind,
  record: Known,
): Promise<{ principals: Principal[]; narrowed: boolean }> {
  const before = await rowsOf(db).execute({ kind: kindName, recordId: record.id })
  const label = record.sensitivityId ?? 0
  const sortKey = kind.sortKey(record)
  const known = new Map(before.map((row) => [row.principal, row]))
  for (const grant of record.grants) {
    const row = known.get(grant.principal)
    known.delete(grant.principal)
    if (row && row.level === grant.level && row.label === label && row.sortKey === sortKey) continue
    await put(db).execute({ kind: kindName, recordId: record.id, ...grant, label, sortKey })
  }
  const gone = [...known.keys()]
  if (gone.length > 0) await removeAccess(db, kindName, record.id, gone)
  return {
    principals: [...record.grants.map((grant) => grant.principal), ...gone.map(principalOf)],
    narrowed: gone.length > 0 || before.some((row) => row.label !== label),
  }
}

const removeAccess = (db: Db, kind: string, recordId: number, principals: string[]) =>
  db
    .delete(access)
    .where(
      and(
        eq(access.kind, kind),
        eq(access.recordId, recordId),
        inArray(access.principal, principals),
      ),
    )

const principalOf = (text: string): Principal => text as Principal

interface Reader {
  principals: ReadonlyMap<Principal, Level>
  clearances: ReadonlySet<number>
}

export interface Range {
  /** Keyset: only what stands after this place. */
  after?: { sortKey: number; id: number }
  from?: number
  until?: number
  limit: number
}

/**
 * The ids of what a reader may see of a kind, in the kind's order: a union of one index range
 * per principal, each cut at `limit`, so that a page costs the same at 100 and 100,000 records.
 */
export function visibleIds(reader: PersonActor | GuestActor, kind: string, range: Range): SQL {
  const branches = [...reader.principals.keys()].map((principal) =>
    branch(reader, kind, principal, range),
  )
  const none = sql`select 0 as record_id, 0 as sort_key where 1 = 0`
  return sql`select record_id from (${branches.length > 0 ? sql.join(branches, sql` union `) : none}) as seen
    order by sort_key, record_id limit ${range.limit}`
}

function branch(
  reader: Reader,
  kind: string,
  principal: Principal,
  { after, from, until, limit }: Range,
): SQL {
  const conditions = [sql`kind = ${kind}`, sql`principal = ${principal}`, cleared(reader)]
  if (after) conditions.push(sql`(sort_key, record_id) > (${after.sortKey}, ${after.id})`)
  if (from !== undefined) conditions.push(sql`sort_key >= ${from}`)
  if (until !== undefined) conditions.push(sql`sort_key < ${until}`)
  return sql`select * from (select record_id, sort_key from access where ${sql.join(conditions, sql` and `)}
    order by sort_key, record_id limit ${limit}) as part`
}

// Left to choose, SQLite walks the thousands of lines that a principal has; the primary key finds
// the few of the record.
const fromAccess = sql.raw(onPostgres ? "access" : "access indexed by sqlite_autoindex_access_1")

/** Whether a reader may see the record that `kind` and `recordId` name, as a condition. */
export function visible(reader: Reader, kind: SQL | string, recordId: SQLWrapper | number): SQL {
  return sql`exists (select 1 from ${fromAccess} where access.kind = ${kind} and access.record_id = ${recordId}
    and access.principal in ${[...reader.principals.keys(), "nobody"]} and ${cleared(reader)})`
}

/** Names all that `visible` and `visibleIds` look at in a reader, for queries kept by reader. */
export const readerKey = ({ principals, clearances }: Reader): string =>
  `${[...principals.keys()]}|${[...clearances]}`

const cleared = (reader: Reader): SQL => sql`label in ${[0, ...reader.clearances]}`
