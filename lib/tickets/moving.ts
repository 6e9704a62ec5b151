import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"
import { settleWork } from "./assigning"
import { endOfWait } from "./clock"
import { reopened } from "./reopening"
import { replyToClient } from "./replying"
import type { Words } from "./saying"
import { change } from "./standing"
import { mailClient, sayOpenly } from "./telling"
import type { Ticket, TicketRow } from "./ticket"

type Own = Ctx & { actor: PersonActor }

const moved = () => refuse("conflict", { sentence: "tickets.error.moved" })

/** Only what is begun, or could begin, is put before the client. @throws Refusal */
export const requireOpen = ({ state }: Pick<TicketRow, "state">): void => {
  if (state !== "new" && state !== "doing") moved()
}

/** 请客户确认: says what was done, and waits for the client's word. */
export async function askClient(ctx: Own, ticket: Ticket, words: Words): Promise<void> {
  requireOpen(ticket)
  const said = await replyToClient(ctx, ticket, words)
  const { confirmDays } = (await settingsIn(ctx.tx)).tickets
  const after = await change(ctx, said, {
    ...{ state: "waiting", waitingAt: ctx.now, owedSince: null },
    endsAt: endOfWait(await companyCalendar(), ctx.now, confirmDays),
  })
  sayOpenly(ctx, ticket, "asked", { before: ticket.state, after: "waiting" })
  await mailClient(ctx, after, "asked")
}

/** Solved: said by the client, by a colleague for them, or because nobody said otherwise in time. */
export async function solve(
  ctx: Ctx,
  ticket: Ticket,
  endedBy: NonNullable<TicketRow["endedBy"]>,
): Promise<void> {
  const { closeDays } = (await settingsIn(ctx.tx)).tickets
  const after = await change(ctx, ticket, {
    ...{ state: "done", doneAt: ctx.now, endedBy, owedSince: null },
    answeredAt: ticket.answeredAt ?? ctx.now,
    startedAt: ticket.startedAt ?? ctx.now,
    endsAt: endOfWait(await companyCalendar(), ctx.now, closeDays),
  })
  await settleWork(ctx, ticket.id)
  sayOpenly(ctx, ticket, "solved", { before: ticket.state, after: "done", by: endedBy })
  if (endedBy !== "client") await mailClient(ctx, after, "done")
}

/** A colleague says for the client that it is solved: they said so on the phone. */
export async function solveForClient(ctx: Own, ticket: Ticket): Promise<void> {
  if (ticket.state === "done" || ticket.state === "closed") return moved()
  await solve(ctx, ticket, "staff")
}

/** 关闭: nothing more comes. */
export async function closeTicket(ctx: Ctx, ticket: Ticket): Promise<void> {
  if (ticket.state === "closed") return moved()
  await change(ctx, ticket, {
    ...{ state: "closed", closedAt: ctx.now, owedSince: null, endsAt: null },
    endedBy: ticket.endedBy ?? "staff",
  })
  await settleWork(ctx, ticket.id)
  sayOpenly(ctx, ticket, "closed", { before: ticket.state, after: "closed" })
}

/** 重新打开. */
export async function reopenTicket(ctx: Ctx, ticket: Ticket): Promise<void> {
  if (ticket.state === "new" || ticket.state === "doing") return moved()
  const set = await reopened(ctx, ticket)
  await change(ctx, ticket, { ...set, owedSince: ctx.now })
  sayOpenly(ctx, ticket, "reopened", { before: ticket.state, after: "doing" })
}
