import { and, eq, isNull, sql } from "drizzle-orm"
import { clients, communications } from "@/db/schema/clients"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Client } from "./client"
import { keepStanding } from "./standing"

/** 归档: nothing more is to be done with it, so its follow-ups end; it can be taken up again. */
export async function archiveClient(ctx: Ctx, client: Client, archived: boolean): Promise<void> {
  if (archived === (client.archivedAt !== null)) return
  if (client.handover) refuse("conflict", { sentence: "clients.error.handingOver" })
  await ctx.tx
    .update(clients)
    .set({
      archivedAt: archived ? ctx.now : null,
      version: sql`${clients.version} + 1`,
    })
    .where(eq(clients.id, client.id))
  if (archived)
    await ctx.tx
      .update(communications)
      .set({ settledAt: ctx.now, remindAt: null, updatedAt: ctx.now })
      .where(and(eq(communications.clientId, client.id), isNull(communications.settledAt)))
  await keepStanding(ctx, client.id)
  emit(ctx, { type: archived ? "client.archived" : "client.unarchived", recordId: client.id })
}
