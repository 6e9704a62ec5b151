import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { eventReviews, events } from "@/db/schema/events"
import type { AuditFilter } from "./filter"
import { type Scope, scopeOf } from "./scope"

export const pageSize = 50
/** How many events are looked through for one page when no index answers the filter. */
const lookedThrough = 200_000

const columns = {
  id: events.id,
  at: events.at,
  type: events.type,
  kind: events.kind,
  recordId: events.recordId,
  actorKind: events.actorKind,
  actorId: events.actorId,
  address: events.address,
  requestId: events.requestId,
  data: events.data,
  needsReview: events.needsReview,
  reviewedBy: eventReviews.personId,
  reviewedAt: eventReviews.at,
  reviewNote: eventReviews.note,
}

const chosen = (where: SQL | undefined) =>
  db()
    .select(columns)
    .from(events)
    .leftJoin(eventReviews, eq(eventReviews.eventId, events.id))
    .where(where)

export type AuditEvent = Awaited<ReturnType<typeof chosen>>[number]

export interface AuditPage {
  rows: AuditEvent[]
  /** Where the next page begins; null at the end of the log. */
  next: number | null
  /** There may be more, but this page ended because enough was looked through. */
  endedEarly: boolean
}

/** A page of the log, newest first, of the same cost at its beginning and after a million events. */
export async function auditPage(filter: AuditFilter, size = pageSize): Promise<AuditPage> {
  return pageWithin(await scopeOf(filter), filter.before, size)
}

/** The same for a filter that was understood before: an export reads page after page. */
export async function pageWithin(
  scope: Scope,
  before: number | undefined,
  size: number,
): Promise<AuditPage> {
  const end = Math.min(scope.range.end, before ?? Number.MAX_SAFE_INTEGER)
  const least = scope.searching || scope.talk ? end - lookedThrough : 0
  const first = Math.max(scope.range.first, least)
  const ids = await idsOf(scope, first, end, size + 1)
  const shown = ids.slice(0, size)
  const rows =
    shown.length > 0 ? await chosen(inArray(events.id, shown)).orderBy(desc(events.id)) : []
  const full = ids.length > size
  const endedEarly = !full && first > scope.range.first
  return { rows, next: full ? (shown.at(-1) ?? null) : endedEarly ? first : null, endedEarly }
}

async function idsOf(scope: Scope, first: number, end: number, limit: number): Promise<number[]> {
  if (scope.branches.length === 0) return []
  const parts = scope.branches.map(
    (branch) => sql`select id from (select events.id from events
      where ${and(branch, scope.rest)} and events.id >= ${first} and events.id < ${end}
      order by events.id desc limit ${limit}) as part`,
  )
  const rows = await engine().rows<{ id: number }>(
    db(),
    sql`select id from (${sql.join(parts, sql` union `)}) as found order by id desc limit ${limit}`,
  )
  return rows.map((row) => Number(row.id))
}

/** Events that lie further from one another are not of one request. */
const neighbours = 500

/** What else the same request did. Its events stand close together, whatever else is written. */
export function sameRequest({ id, requestId }: Pick<AuditEvent, "id" | "requestId">) {
  if (!requestId) return Promise.resolve([])
  return db()
    .select({ id: events.id, type: events.type })
    .from(events)
    .where(
      and(
        sql`${events.id} between ${id - neighbours} and ${id + neighbours}`,
        eq(events.requestId, requestId),
        sql`${events.id} <> ${id}`,
      ),
    )
    .orderBy(events.id)
    .limit(20)
}

/** How many came after an event, up to 100: what a page that stands still has missed. */
export async function countSince(id: number): Promise<number> {
  const rows = await db()
    .select({ id: events.id })
    .from(events)
    .where(sql`${events.id} > ${id}`)
    .limit(100)
  return rows.length
}
