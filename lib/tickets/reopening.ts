import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx } from "@/lib/platform/context"
import { settingsIn } from "@/lib/platform/settings"
import { afterWait, promisedFrom } from "./clock"
import type { Ticket, TicketRow } from "./ticket"

/**
 * Back to work. While the client was asked the promise rested; what was solved already is promised
 * anew.
 */
export async function reopened(ctx: Ctx, ticket: Ticket): Promise<Partial<TicketRow>> {
  const calendar = await companyCalendar()
  const rules = (await settingsIn(ctx.tx)).tickets
  const { solveDueAt, solveRemindAt } = promisedFrom(calendar, rules, ticket.priority, ctx.now)
  const rested =
    ticket.state === "waiting" && ticket.waitingAt
      ? afterWait(calendar, ticket.solveDueAt, ticket.waitingAt, ctx.now)
      : null
  return {
    ...{ state: "doing", waitingAt: null, doneAt: null, closedAt: null, endedBy: null },
    ...{ endsAt: null, solveLateAt: null },
    ...(rested ? { solveDueAt: rested } : { solveDueAt, solveRemindAt }),
  }
}
