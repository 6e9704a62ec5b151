import { and, eq, inArray, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { valuesTable } from "@/db/bulk"
import { onPostgres } from "@/db/columns"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { access } from "@/db/schema/access"
import type { PersonActor, Principal } from "./actor"
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
      dueAt: access.dueAt,
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
      // As it is stored: a column's own mapping takes no null from a placeholder.
      dueAt: sql`${sql.placeholder("dueAt")}`,
    })
    .onConflictDoUpdate({
      target: [access.kind, access.recordId, access.principal],
      set: {
        level: sql`excluded.level`,
        label: sql`excluded.label`,
        sortKey: sql`excluded.sort_key`,
        dueAt: sql`excluded.due_at`,
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
  const { label, sortKey, dueAt } = placesOf(kind, record)
  const known = new Map(before.map((row) => [row.principal, row]))
  for (const grant of record.grants) {
    const row = known.get(grant.principal)
    known.delete(grant.principal)
    const line = { ...grant, label, sortKey, dueAt }
    if (row && sameLine(row, line)) continue
    await put(db).execute({ kind: kindName, recordId: record.id, ...line, dueAt: stored(dueAt) })
  }
  const gone = [...known.keys()]
  if (gone.length > 0) await removeAccess(db, kindName, record.id, gone)
  return {
    principals: [...record.grants.map((grant) => grant.principal), ...gone.map(principalOf)],
    narrowed: gone.length > 0 || before.some((row) => row.label !== label),
  }
}

type Line = Pick<typeof access.$inferSelect, "level" | "label" | "sortKey" | "dueAt">

/** What every line of a record's access list holds besides its principal and level. */
export const placesOf = (kind: Kind, record: Known) => ({
  label: record.sensitivityId ?? 0,
  sortKey: kind.sortKey(record),
  dueAt: kind.dueAt?.(record) ?? null,
})

export const sameLine = (one: Line, other: Line): boolean =>
  one.level === other.level &&
  one.label === other.label &&
  one.sortKey === other.sortKey &&
  one.dueAt?.getTime() === other.dueAt?.getTime()

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

/** Whose eyes a condition is made for: somebody's, or anybody's who holds as much. */
export interface Reader {
  principals: { keys(): Iterable<Principal | Placeholder> }
  clearances: Iterable<number | Placeholder>
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
export function visibleIds(reader: Reader, kind: string, range: Range): SQL {
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
  principal: Principal | Placeholder,
  { after, from, until, limit }: Range,
): SQL {
  const conditions = [sql`kind = ${kind}`, sql`principal = ${principal}`, cleared(reader)]
  if (after) conditions.push(sql`(sort_key, record_id) > (${after.sortKey}, ${after.id})`)
  if (from !== undefined) conditions.push(sql`sort_key >= ${from}`)
  if (until !== undefined) conditions.push(sql`sort_key < ${until}`)
  return sql`select * from (select record_id, sort_key from access where ${sql.join(conditions, sql` and `)}
    order by sort_key, record_id limit ${limit}) as part`
}

interface DueDays {
  /** Where each day begins and ends, as JSON of `dueDays`. */
  days: Placeholder
  /** Whose lists are looked at, when all that is wanted lies in them; else all of the reader's. */
  principals?: readonly Principal[] | undefined
  /** What else is asked of the record that `access.record_id` names. */
  where?: SQL | undefined
  /** Records of a day, and how many days there are at most. */
  limit: number
  atMost: number
}

/** A placeholder's value isn't mapped by its column. */
const stored = (at: Date | null) => at && access.dueAt.mapToDriverValue(at)

/** Days one after the other, by the instants between them, for `visibleDue`. */
export const dueDays = (edges: readonly Date[]): string =>
  JSON.stringify(edges.slice(1).map((until, nth) => [stored(edges[nth] ?? until), stored(until)]))

/**
 * The ids of what a reader may see of a kind and is due on some days, the first of each day: one
 * index range per day and principal, each cut at `limit`.
 */
export function visibleDue(reader: PersonActor, kind: string, asked: DueDays): SQL {
  const { where, limit, atMost, principals = [...reader.principals.keys()] } = asked
  const instant = access.dueAt.getSQLType()
  const days = valuesTable(asked.days, [instant, instant])
  const lists = valuesTable(
    principals.map((principal) => [principal]),
    ["text"],
  )
  const conditions = sql`access.kind = ${kind} and access.principal = lists.column1 and ${cleared(reader)}
    and access.due_at >= days.column1 and access.due_at < days.column2${where && sql` and ${where}`}
    order by access.due_at, access.record_id limit ${limit}`
  const due = onPostgres
    ? sql`lateral (select record_id, due_at from access where ${conditions}) as due`
    : sql`access as due where due.rowid in (select access.rowid from access where ${conditions})`
  // PostgreSQL, which expects a hundred days and lists, would else read all records beside them.
  return sql`select record_id from (
    select record_id, row_number() over (partition by day order by due_at, record_id) as nth from (
      select distinct days.column1 as day, due.record_id, due.due_at
      from ${days} as days cross join ${lists} as lists cross join ${due}
    ) as seen
  ) as placed where nth <= ${limit} limit ${limit * atMost}`
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
export const readerKey = ({ principals, clearances }: PersonActor): string =>
  `${[...principals.keys()]}|${[...clearances]}`

const cleared = (reader: Reader): SQL => sql`label in ${[0, ...reader.clearances]}`
