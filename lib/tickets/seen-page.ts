import type { Ctx } from "@/lib/platform/context"
import { findPage, pageSees, type TicketPage } from "./ticket-page"

/** For guests' actions: the ticket that an input names, if it is theirs to see. */
export async function seenPage(ctx: Ctx, input: { ticket: number }): Promise<TicketPage | null> {
  const page = await findPage(ctx.tx, input.ticket)
  return page && pageSees(ctx.actor, page) ? page : null
}
