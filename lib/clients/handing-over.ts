import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { clientHandovers, clients, communications } from "@/db/schema/clients"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"
import { moveClients } from "./moving"
import { archivedFrom } from "./order"

const unlabelled = (rows: readonly { id: number }[]): Held[] =>
  rows.map(({ id }) => ({ id, sensitivityId: null }))

/** Who leaves can't be waited for: their clients go at once, and whoever arranges it decides. */
export const ownClients: Holding = {
  kind: "client",
  label: { zh: "负责的客户", en: "Clients" },
  held: async (db, personId) =>
    unlabelled(
      await db
        .select({ id: clients.id })
        .from(clients)
        .where(and(eq(clients.ownerId, personId), lt(clients.sortKey, archivedFrom)))
        .orderBy(asc(clients.id)),
    ),
  handOver: async (ctx, ids, move) => {
    await moveClients(ctx, ids, move)
    await ctx.tx
      .update(clientHandovers)
      .set({ outcome: "withdrawn", endedAt: ctx.now })
      .where(and(eq(clientHandovers.fromId, move.from), isNull(clientHandovers.outcome)))
  },
}

const owed = (db: Db, personId: number) =>
  db
    .select({ id: communications.id })
    .from(communications)
    .innerJoin(clients, eq(clients.id, communications.clientId))
    .where(
      and(
        eq(communications.ownerId, personId),
        isNotNull(communications.nextAt),
        isNull(communications.settledAt),
        // Those of one's own clients go with the clients.
        ne(clients.ownerId, personId),
      ),
    )
    .orderBy(asc(communications.id))

async function passOn(ctx: Ctx, ids: readonly number[], move: { from: number; to: number }) {
  const moved = await ctx.tx
    .update(communications)
    .set({ ownerId: move.to, updatedAt: ctx.now, version: sql`${communications.version} + 1` })
    .where(and(inArray(communications.id, idsIn(ids)), eq(communications.ownerId, move.from)))
    .returning({ id: communications.id, clientId: communications.clientId })
  for (const { id, clientId } of moved)
    emit(ctx, {
      type: "client.follow_up_passed",
      recordId: clientId,
      data: { communicationId: id, ownerId: move.to, before: move.from },
    })
}

/** Next contacts with colleagues' clients. */
export const owedContacts: Holding = {
  kind: "follow_up",
  label: { zh: "同事客户的待跟进", en: "Follow-ups with colleagues’ clients" },
  held: async (db, personId) => unlabelled(await owed(db, personId)),
  handOver: passOn,
}
