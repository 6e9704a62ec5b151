import { and, desc, eq, gt, sql } from "drizzle-orm"
import { cache } from "react"
import { db, prepared } from "@/db/engine"
import { bundles, notifications } from "@/db/schema/notifications"

/** A pane shows no more of what happened than this. */
const most = 30

const unread = prepared((on) =>
  on
    .select({ unread: bundles.unread, eventId: notifications.eventId })
    .from(bundles)
    .innerJoin(notifications, eq(notifications.bundleId, bundles.id))
    .where(
      and(
        eq(bundles.personId, sql.placeholder("personId")),
        eq(bundles.kind, sql.placeholder("kind")),
        eq(bundles.recordId, sql.placeholder("recordId")),
        gt(bundles.unread, 0),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(most)
    .prepare(),
)

/**
 * The first event about a record that waits unread in somebody's inbox, null when nothing does.
 * What came before it, they have looked at.
 */
export const unseenSince = cache(
  async (personId: number, kind: string, recordId: number): Promise<number | null> => {
    const rows = await unread(db()).execute({ personId, kind, recordId })
    return rows[Math.min(rows.length, rows[0]?.unread ?? 0) - 1]?.eventId ?? null
  },
)
