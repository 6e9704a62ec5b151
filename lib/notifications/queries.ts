import { and, desc, eq, gt, inArray, lt, or, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles, notifications } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { visible } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import type { Cursor } from "@/lib/platform/cursor"
import { registry } from "@/lib/platform/registry"

export const pageSize = 40
const most = 100

/**
 * Open bundles with something unread, of records that are still the reader's to see; counted up
 * to 100, a badge shows 99+.
 */
export async function unreadCount(actor: PersonActor): Promise<number> {
  const rows = await db()
    .select({ id: bundles.id })
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, actor.personId),
        eq(bundles.state, "open"),
        gt(bundles.unread, 0),
        visible(actor, sql`${bundles.kind}`, bundles.recordId),
      ),
    )
    .limit(most)
  return rows.length
}

/** Whether something about a record waits unread in somebody's inbox. */
export async function hasUnread(personId: number, kind: string, recordId: number) {
  const [row] = await db()
    .select({ unread: bundles.unread })
    .from(bundles)
    .where(
      and(eq(bundles.personId, personId), eq(bundles.kind, kind), eq(bundles.recordId, recordId)),
    )
  return (row?.unread ?? 0) > 0
}

export type InboxState = "open" | "later" | "done"

/** One page of the inbox. A record that is no longer the reader's to see has no bundle shown. */
export async function listInbox(
  actor: PersonActor,
  state: InboxState,
  needsYou: boolean,
  after?: Cursor | null,
) {
  const at = after ? new Date(after.key) : null
  const rows = await db()
    .select()
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, actor.personId),
        eq(bundles.state, state),
        eq(bundles.needsYou, needsYou),
        at && after
          ? or(lt(bundles.lastAt, at), and(eq(bundles.lastAt, at), lt(bundles.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(bundles.lastAt), desc(bundles.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const items = await itemsOf(shown.map((row) => row.id))
  const described = await Promise.all(
    shown.map((row) => asBundle(actor, row, items.get(row.id) ?? [])),
  )
  return {
    bundles: described.filter((bundle) => bundle !== null),
    next: last ? { key: last.lastAt.getTime(), id: last.id } : null,
  }
}

export type InboxBundle = Awaited<ReturnType<typeof listInbox>>["bundles"][number]

async function asBundle(actor: PersonActor, row: typeof bundles.$inferSelect, items: InboxItem[]) {
  const kind = registry().kinds.get(row.kind)
  const record = await kind?.find(db(), row.recordId)
  if (!kind || !record || !kind.canSee(actor, record)) return null
  return {
    ...row,
    icon: kind.icon,
    title: kind.title(record),
    href: kind.href(record),
    record: kind.summary?.(record) ?? {},
    items,
  }
}

/** The newest few events of each bundle, in one query. */
async function itemsOf(bundleIds: readonly number[]) {
  const found = new Map<number, InboxItem[]>()
  if (bundleIds.length === 0) return found
  const rank = sql<number>`row_number() over (partition by ${notifications.bundleId} order by ${notifications.id} desc)`
  const newest = db()
    .select({ id: notifications.id, rank: rank.as("rank") })
    .from(notifications)
    .where(inArray(notifications.bundleId, [...bundleIds]))
    .as("newest")
  const rows = await db()
    .select({
      bundleId: notifications.bundleId,
      id: events.id,
      at: events.at,
      type: events.type,
      data: events.data,
      personId: people.id,
      name: people.name,
    })
    .from(notifications)
    .innerJoin(newest, and(eq(newest.id, notifications.id), lt(newest.rank, 6)))
    .innerJoin(events, eq(events.id, notifications.eventId))
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(people.id, events.actorId)))
    .orderBy(desc(notifications.id))
  for (const { bundleId, ...item } of rows) {
    const list = found.get(bundleId)
    if (list) list.push(item)
    else found.set(bundleId, [item])
  }
  return found
}

export interface InboxItem {
  id: number
  at: Date
  type: string
  data: Record<string, unknown>
  personId: number | null
  name: string | null
}
