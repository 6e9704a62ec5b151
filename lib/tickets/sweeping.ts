import { asc, lte } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { tickets } from "@/db/schema/tickets"
import type { Ctx } from "@/lib/platform/context"
import { writeAsSystem } from "@/lib/platform/write"
import { assign } from "./assigning"
import { closeTicket, solve } from "./moving"
import { change } from "./standing"
import { sayInside } from "./telling"
import { findTicket, type Ticket } from "./ticket"
import { nextInTurn } from "./turn"

/** Tickets of one transaction. */
const batch = 25

const idsDue = async (on: Db, now: Date, limit: number): Promise<number[]> => {
  const rows = await on
    .select({ id: tickets.id })
    .from(tickets)
    .where(lte(tickets.checkAt, now))
    .orderBy(asc(tickets.checkAt), asc(tickets.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/**
 * What is due about tickets by itself: reminders, passing on what nobody answers, escalation, the
 * end of waiting, closing. Everything it goes by is in the rows and is asked again inside each
 * transaction: twice, at once or in several processes, does nothing twice.
 */
export async function sweepTickets(now = new Date()): Promise<void> {
  for (let done = batch; done === batch; ) {
    if ((await idsDue(db(), now, 1)).length === 0) return
    done = await writeAsSystem("tickets.sweep", sweepSome, { now, lock: "tickets.sweep" })
  }
}

/** The same inside a transaction, for pasts that are written down afterwards. */
export async function sweepSome(ctx: Ctx): Promise<number> {
  const ids = await idsDue(ctx.tx, ctx.now, batch)
  for (const id of ids) {
    const ticket = await findTicket(ctx.tx, id)
    if (ticket) await look(ctx, ticket)
  }
  return ids.length
}

const past = (ctx: Ctx, at: Date | null): boolean => at !== null && at <= ctx.now

async function look(ctx: Ctx, ticket: Ticket): Promise<void> {
  if (ticket.state === "waiting") return solve(ctx, ticket, "time")
  if (ticket.state === "done") return closeTicket(ctx, ticket)
  const answered = ticket.answeredAt ? ticket : await lookAtAnswer(ctx, ticket)
  await lookAtSolution(ctx, answered)
}

/** Reminds at half of the time; after it tells the head, once, and passes it on, step by step. */
async function lookAtAnswer(ctx: Ctx, ticket: Ticket): Promise<Ticket> {
  const { ownerId } = ticket
  if (past(ctx, ticket.passAt)) {
    const but = [...ticket.triedIds, ...(ownerId === null ? [] : [ownerId])]
    const next = await nextInTurn(ctx, ticket.departmentId, but)
    sayInside(ctx, ticket, "unanswered", { ownerId, next })
    const after = await change(ctx, ticket, {
      ...{ answerRemindAt: null, passAt: null },
      answerLateAt: ticket.answerLateAt ?? ctx.now,
    })
    return next === null ? after : assign(ctx, after, next, "unanswered")
  }
  if (!past(ctx, ticket.answerRemindAt)) return ticket
  sayInside(ctx, ticket, "answer_due", { ownerId, due: ticket.answerDueAt })
  return change(ctx, ticket, { answerRemindAt: null })
}

async function lookAtSolution(ctx: Ctx, ticket: Ticket): Promise<void> {
  const { ownerId, solveDueAt: due } = ticket
  if (!ticket.solveLateAt && past(ctx, due)) {
    sayInside(ctx, ticket, "late", { ownerId, due })
    await change(ctx, ticket, { solveLateAt: ctx.now, solveRemindAt: null })
  } else if (past(ctx, ticket.solveRemindAt)) {
    sayInside(ctx, ticket, "solution_due", { ownerId, due })
    await change(ctx, ticket, { solveRemindAt: null })
  }
}
