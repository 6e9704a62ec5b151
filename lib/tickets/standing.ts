import { eq, sql } from "drizzle-orm"
import { tickets } from "@/db/schema/tickets"
import type { Ctx } from "@/lib/platform/context"
import { nextCheck } from "./clock"
import { sortKeyOf } from "./order"
import type { Ticket, TicketRow } from "./ticket"

/** Changes a ticket, with its place in lists and the moment at which it is looked at next. */
export async function change<T extends Ticket>(
  ctx: Ctx,
  ticket: T,
  set: Partial<TicketRow>,
): Promise<T> {
  const after = { ...ticket, ...set }
  const derived = { sortKey: sortKeyOf(after), checkAt: nextCheck(after), updatedAt: ctx.now }
  await ctx.tx
    .update(tickets)
    .set({ ...set, ...derived, version: sql`${tickets.version} + 1` })
    .where(eq(tickets.id, ticket.id))
  return { ...after, ...derived, version: ticket.version + 1 }
}
