import type { GuestActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { solve } from "./moving"
import { reopened } from "./reopening"
import { sayAsClient } from "./saying"
import { change } from "./standing"
import { sayOpenly } from "./telling"
import { findTicket, type Ticket } from "./ticket"
import type { TicketPage } from "./ticket-page"

type OfGuest = Ctx & { actor: GuestActor }

const ticketOf = async (ctx: OfGuest, { id }: TicketPage): Promise<Ticket> =>
  (await findTicket(ctx.tx, id)) ?? refuse("not_found")

/** 确认已解决: the one button of 待客户确认. */
export async function confirmSolved(ctx: OfGuest, page: TicketPage): Promise<void> {
  const ticket = await ticketOf(ctx, page)
  if (ticket.state !== "waiting") refuse("conflict", { sentence: "tickets.error.moved" })
  await solve(ctx, ticket, "client")
}

/** 还没解决: says what is missing, and work goes on. */
export async function denySolved(ctx: OfGuest, page: TicketPage, body: string): Promise<void> {
  const ticket = await ticketOf(ctx, page)
  const replyId = await sayAsClient(ctx, ticket, { body, fileIds: [] })
  await change(ctx, ticket, { ...(await reopened(ctx, ticket)), owedSince: ctx.now })
  sayOpenly(ctx, ticket, "denied", { before: ticket.state, after: "doing", replyId })
}

/** How content the client is: one to five, with a word if they like. */
export async function rateTicket(
  ctx: OfGuest,
  page: TicketPage,
  { rating, words }: { rating: number; words: string },
): Promise<void> {
  const ticket = await ticketOf(ctx, page)
  await change(ctx, ticket, { rating, ratingWords: words, ratedAt: ctx.now })
  sayOpenly(ctx, ticket, "rated", { rating })
}
