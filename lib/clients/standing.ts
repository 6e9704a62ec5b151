import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm"
import { clients, communications } from "@/db/schema/clients"
import type { Ctx } from "@/lib/platform/context"
import { sortKeyOf } from "./order"

/** Next and latest contact of a client, and its place in lists, after its records changed. */
export async function keepStanding(ctx: Ctx, clientId: number): Promise<void> {
  const [client] = await ctx.tx.select().from(clients).where(eq(clients.id, clientId))
  if (!client) return
  const [next] = await ctx.tx
    .select({ at: communications.nextAt })
    .from(communications)
    .where(
      and(
        eq(communications.clientId, clientId),
        isNotNull(communications.nextAt),
        isNull(communications.settledAt),
      ),
    )
    .orderBy(asc(communications.nextAt))
    .limit(1)
  const [last] = await ctx.tx
    .select({ at: communications.at })
    .from(communications)
    .where(eq(communications.clientId, clientId))
    .orderBy(desc(communications.at))
    .limit(1)
  const after = { nextContactAt: next?.at ?? null, lastContactAt: last?.at ?? null }
  await ctx.tx
    .update(clients)
    .set({ ...after, updatedAt: ctx.now, sortKey: sortKeyOf({ ...client, ...after }) })
    .where(eq(clients.id, clientId))
}
