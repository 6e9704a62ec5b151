import { and, desc, eq, inArray, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { notifications } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { namesOf } from "@/lib/people/finding"
import { commentBodies } from "@/lib/platform/comments"

export interface InboxItem {
  id: number
  at: Date
  type: string
  recordId: number
  data: Record<string, unknown>
  personId: number | null
  name: string | null
  /** How a comment begins; null when it was withdrawn, absent where nothing was written. */
  body?: string | null
  /** Who is away and would have been told; absent where it was meant for the reader. */
  standsFor?: string
}

/** A row has room for the first words only. */
const firstWords = 120

/**
 * The newest few events of each bundle, with what was said. The caller has left out bundles whose
 * record isn't the reader's to see.
 */
export async function itemsOf(
  readerId: number,
  bundleIds: readonly number[],
): Promise<Map<number, InboxItem[]>> {
  const rows = bundleIds.length === 0 ? [] : await newestOf(bundleIds)
  const bodies = await commentBodies(rows.flatMap(({ data }) => commentOf(data) ?? []))
  const absent = await namesOf(
    db(),
    rows.flatMap(({ data }) => absentOf(data, readerId) ?? []),
  )
  const found = new Map<number, InboxItem[]>()
  for (const { bundleId, ...item } of rows) {
    const comment = commentOf(item.data)
    const standsFor = absent.get(absentOf(item.data, readerId) ?? 0)
    const said = {
      ...item,
      ...(comment !== null && { body: begin(bodies.get(comment)) }),
      ...(standsFor !== undefined && { standsFor }),
    }
    const list = found.get(bundleId)
    if (list) list.push(said)
    else found.set(bundleId, [said])
  }
  return found
}

const commentOf = ({ commentId }: Record<string, unknown>): number | null =>
  typeof commentId === "number" ? commentId : null

/** Whom the reader stands in for in this event. */
function absentOf({ standIns }: Record<string, unknown>, readerId: number): number | null {
  const id: unknown = Object(standIns)[readerId]
  return typeof id === "number" ? id : null
}

const begin = (body: string | undefined): string | null =>
  body === undefined ? null : body.replace(/\s+/g, " ").slice(0, firstWords)

function newestOf(bundleIds: readonly number[]) {
  const rank = sql<number>`row_number() over (partition by ${notifications.bundleId} order by ${notifications.id} desc)`
  const newest = db()
    .select({ id: notifications.id, rank: rank.as("rank") })
    .from(notifications)
    .where(inArray(notifications.bundleId, [...bundleIds]))
    .as("newest")
  return db()
    .select({
      bundleId: notifications.bundleId,
      id: events.id,
      at: events.at,
      type: events.type,
      recordId: events.recordId,
      data: events.data,
      personId: people.id,
      name: people.name,
    })
    .from(notifications)
    .innerJoin(newest, and(eq(newest.id, notifications.id), lt(newest.rank, 6)))
    .innerJoin(events, eq(events.id, notifications.eventId))
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(people.id, events.actorId)))
    .orderBy(desc(notifications.id))
}
