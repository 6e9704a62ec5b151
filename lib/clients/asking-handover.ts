import { and, asc, eq, inArray, isNull, lt } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { clientHandovers, clients } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { Client } from "./client"
import { completeHandover } from "./confirming"
import { archivedFrom } from "./order"
import { canHandOver } from "./policy"

type Own = Ctx & { actor: PersonActor }

/** More than one person has at once. */
const most = 500

/**
 * Asks for a client, or all of its owner's, to pass to somebody. Whoever asks has confirmed by that;
 * for an owner who has left the company, whoever asks stands in.
 */
export async function askHandover(
  ctx: Own,
  client: Client,
  { toId, note, all }: { toId: number; note: string; all: boolean },
): Promise<number> {
  if (client.handover) refuse("conflict", { sentence: "clients.error.handingOver" })
  const fromId = client.ownerId
  if (toId === fromId) refuse("invalid", { fields: { to: "clients.error.sameOwner" } })
  const ids = all ? await allOf(ctx, fromId) : [client.id]
  const gone = (await actorsOf(ctx.tx, [fromId])).length === 0
  const asks = (id: number) => (ctx.actor.personId === id ? ctx.now : null)
  const [row] = await ctx.tx
    .insert(clientHandovers)
    .values({
      ...{ fromId, toId, note, askedById: ctx.actor.personId, askedAt: ctx.now },
      fromConfirmedAt: gone ? ctx.now : asks(fromId),
      toConfirmedAt: asks(toId),
    })
    .returning()
  if (!row) return refuse("conflict")
  await ctx.tx
    .update(clients)
    .set({ handoverId: row.id, updatedAt: ctx.now })
    .where(inArray(clients.id, idsIn(ids)))
  for (const id of ids)
    emit(ctx, {
      type: "client.handover_asked",
      recordId: id,
      data: { handoverId: row.id, toId, count: ids.length, first: id === client.id },
    })
  if (row.fromConfirmedAt && row.toConfirmedAt) await completeHandover(ctx, row)
  return row.id
}

/** Those of the owner that the actor may give away and that nobody has been asked about yet. */
async function allOf(ctx: Own, ownerId: number): Promise<number[]> {
  const rows = await ctx.tx
    .select({
      ...{ id: clients.id, ownerId: clients.ownerId, departmentId: clients.departmentId },
    })
    .from(clients)
    .where(
      and(
        eq(clients.ownerId, ownerId),
        lt(clients.sortKey, archivedFrom),
        isNull(clients.handoverId),
      ),
    )
    .orderBy(asc(clients.id))
    .limit(most)
  return rows.filter((row) => canHandOver(ctx.actor, row)).map(({ id }) => id)
}
