import { and, desc, eq, gt } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { bundles, notifications } from "@/db/schema/notifications"

/** A pane shows no more of what happened than this. */
const most = 30

/**
 * The first event about a record that waits unread in somebody's inbox, null when nothing does.
 * What came before it, they have looked at.
 */
export const unseenSince = cache(
  async (personId: number, kind: string, recordId: number): Promise<number | null> => {
    const rows = await db()
      .select({ unread: bundles.unread, eventId: notifications.eventId })
      .from(bundles)
      .innerJoin(notifications, eq(notifications.bundleId, bundles.id))
      .where(
        and(
          eq(bundles.personId, personId),
          eq(bundles.kind, kind),
          eq(bundles.recordId, recordId),
          gt(bundles.unread, 0),
        ),
      )
      .orderBy(desc(notifications.id))
      .limit(most)
    return rows[Math.min(rows.length, rows[0]?.unread ?? 0) - 1]?.eventId ?? null
  },
)
