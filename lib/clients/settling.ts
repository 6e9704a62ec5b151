import { and, eq, inArray, isNull, lte, notExists, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { clients, communications } from "@/db/schema/clients"
import { bundles } from "@/db/schema/notifications"
import type { Ctx } from "@/lib/platform/context"
import { changeInboxes } from "@/lib/platform/notify"

/**
 * What these people were asked or reminded of is done: the clients stay in their inbox, but no
 * longer need them, unless something else about one does.
 * @param but a handover that is being answered
 */
export async function settleNeeds(
  ctx: Ctx,
  clientIds: readonly number[],
  personIds: readonly number[],
  but = 0,
): Promise<void> {
  const owed = ctx.tx
    .select({ one: sql`1` })
    .from(communications)
    .where(
      and(
        eq(communications.clientId, bundles.recordId),
        eq(communications.ownerId, bundles.personId),
        isNull(communications.settledAt),
        lte(communications.nextAt, ctx.now),
      ),
    )
  const asked = ctx.tx
    .select({ one: sql`1` })
    .from(clients)
    .where(
      and(eq(clients.id, bundles.recordId), sql`coalesce(${clients.handoverId}, ${but}) <> ${but}`),
    )
  await changeInboxes(
    ctx,
    { needsYou: false },
    and(
      inArray(bundles.personId, [...personIds]),
      eq(bundles.kind, "client"),
      inArray(bundles.recordId, idsIn(clientIds)),
      eq(bundles.needsYou, true),
      notExists(owed),
      notExists(asked),
    ),
  )
}
