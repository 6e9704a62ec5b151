import { and, eq, exists, gte, inArray, isNull, ne, not, or, sql } from "drizzle-orm"
import { prepared } from "@/db/engine"
import { bundles, notifications } from "@/db/schema/notifications"
import type { Ctx } from "./context"
import { changeInboxes } from "./notify"

/** What a bundle still asks of its person: what came since they were last done with it. */
const waits = and(
  eq(notifications.bundleId, bundles.id),
  eq(notifications.needsYou, true),
  or(isNull(bundles.doneAt), gte(notifications.at, bundles.doneAt)),
)

const askedAbout = prepared((on) =>
  on
    .select({ id: bundles.id })
    .from(bundles)
    .innerJoin(notifications, waits)
    .where(
      and(
        eq(bundles.kind, sql.placeholder("kind")),
        eq(bundles.recordId, sql.placeholder("recordId")),
        ne(bundles.state, "done"),
        eq(notifications.category, sql.placeholder("category")),
      ),
    )
    .prepare(),
)

/**
 * What a category asked about a record is settled, for everybody who was asked: heads, groups,
 * deputies. It leaves the open part of their inboxes, unless something else in the same bundle
 * still needs them.
 */
export async function settled(
  ctx: Ctx,
  category: string,
  kind: string,
  recordId: number,
): Promise<void> {
  const asked = await askedAbout(ctx.tx).execute({ kind, recordId, category })
  const ids = [...new Set(asked.map(({ id }) => id))]
  if (ids.length === 0) return
  await ctx.tx
    .update(notifications)
    .set({ needsYou: false })
    .where(and(inArray(notifications.bundleId, ids), eq(notifications.category, category)))
  const other = ctx.tx.select({ id: notifications.id }).from(notifications).where(waits)
  await changeInboxes(
    ctx,
    { state: "done", unread: 0, doneAt: ctx.now, laterUntil: null },
    and(inArray(bundles.id, ids), not(exists(other))),
  )
}
