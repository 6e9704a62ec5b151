import { companyCalendar } from "@/lib/calendar/company-calendar"
import { notRead } from "@/lib/outward/passing"
import type { GuestActor, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"
import { assign, settleWork } from "./assigning"
import { endOfWait } from "./clock"
import { sayAsClient, sayToClient, type Words } from "./saying"
import { change } from "./standing"
import { mailClient, sayOpenly } from "./telling"
import { findTicket, type Ticket, type TicketRow } from "./ticket"
import type { TicketPage } from "./ticket-page"

type Own = Ctx & { actor: PersonActor }

/** The first word to the client is the first answer; whoever says it begins to work on it. */
const answering = async (ctx: Own, ticket: Ticket): Promise<Partial<TicketRow>> => ({
  ...(ticket.answeredAt === null && { answeredAt: ctx.now }),
  ...{ answerRemindAt: null, passAt: null, owedSince: null },
  ...(ticket.state === "new" && { state: "doing" as const, startedAt: ctx.now }),
  endsAt: await endOf(ctx, ticket.state),
})

/** How long a ticket that waits, or is solved, stays so from now on. */
async function endOf(ctx: Ctx, state: TicketRow["state"]): Promise<Date | null> {
  const { confirmDays, closeDays } = (await settingsIn(ctx.tx)).tickets
  if (state !== "waiting" && state !== "done") return null
  const days = state === "waiting" ? confirmDays : closeDays
  return endOfWait(await companyCalendar(), ctx.now, days)
}

/** 回复客户. Who answers a ticket that nobody has, has it. */
export async function replyToClient(ctx: Own, ticket: Ticket, words: Words): Promise<Ticket> {
  const replyId = await sayToClient(ctx, ticket, words)
  const had =
    ticket.ownerId === null ? await assign(ctx, ticket, ctx.actor.personId, "taken") : ticket
  const after = await change(ctx, had, await answering(ctx, had))
  await settleWork(ctx, ticket.id)
  sayOpenly(ctx, ticket, "replied", { replyId, ...notRead(words.passed ?? {}) })
  await mailClient(ctx, after, "replied")
  return after
}

/** 受理: begun, before there is anything to say. */
export async function startTicket(ctx: Own, ticket: Ticket): Promise<Ticket> {
  if (ticket.state !== "new") return refuse("conflict", { sentence: "tickets.error.moved" })
  const had =
    ticket.ownerId === null ? await assign(ctx, ticket, ctx.actor.personId, "taken") : ticket
  const after = await change(ctx, had, { state: "doing", startedAt: ctx.now })
  sayOpenly(ctx, ticket, "started", { before: "new", after: "doing" })
  await mailClient(ctx, after, "started")
  return after
}

/**
 * The client writes: somebody owes them a word again. What was asked, or is solved, stays so, but
 * nothing ends by itself while their word is open.
 */
export async function replyAsClient(
  ctx: Ctx & { actor: GuestActor },
  page: TicketPage,
  words: Words,
): Promise<{ id: number }> {
  const ticket = (await findTicket(ctx.tx, page.id)) ?? refuse("not_found")
  const id = await sayAsClient(ctx, ticket, words)
  await change(ctx, ticket, { owedSince: ticket.owedSince ?? ctx.now, endsAt: null })
  sayOpenly(ctx, ticket, "written", { replyId: id })
  return { id }
}
