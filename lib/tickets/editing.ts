import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"
import { deskGuests } from "./choices"
import { type Priority, promisedFrom } from "./clock"
import { change } from "./standing"
import { mailClient, sayOpenly } from "./telling"
import type { Ticket } from "./ticket"

type Own = Ctx & { actor: PersonActor }

/**
 * Another priority: what is due is reckoned anew from when the ticket came. An answer that was
 * given stays one.
 */
export async function setPriority(ctx: Own, ticket: Ticket, priority: Priority): Promise<void> {
  if (priority === ticket.priority) return
  const rules = (await settingsIn(ctx.tx)).tickets
  const due = promisedFrom(await companyCalendar(), rules, priority, ticket.createdAt)
  const ahead = (at: Date) => (at > ctx.now ? at : null)
  const answer = ticket.answeredAt
    ? {}
    : {
        answerDueAt: due.answerDueAt,
        answerRemindAt: ahead(due.answerRemindAt),
        passAt: ticket.ownerId === null ? null : due.passAt,
      }
  const after = await change(ctx, ticket, {
    ...{ priority, ...answer },
    ...{ solveDueAt: due.solveDueAt, solveRemindAt: ahead(due.solveRemindAt), solveLateAt: null },
  })
  sayOpenly(ctx, ticket, "priority_changed", {
    priority: { before: ticket.priority, after: priority },
  })
  if (after.solveDueAt > ticket.solveDueAt) await mailClient(ctx, after, "promised")
}

/**
 * Another promise to the client.
 * @throws Refusal when the moment has passed
 */
export async function promise(ctx: Own, ticket: Ticket, solveDueAt: Date): Promise<void> {
  if (solveDueAt <= ctx.now) refuse("invalid", { fields: { due: "tickets.error.past" } })
  const half = new Date((ctx.now.getTime() + solveDueAt.getTime()) / 2)
  const after = await change(ctx, ticket, { solveDueAt, solveRemindAt: half, solveLateAt: null })
  sayOpenly(ctx, ticket, "promised", { due: { before: ticket.solveDueAt, after: solveDueAt } })
  await mailClient(ctx, after, "promised")
}

/**
 * Whose ticket it is at the client: somebody who hands in tickets for it, or nobody from outside.
 * @throws Refusal when the guest isn't one of the client's in force
 */
export async function showTo(ctx: Own, ticket: Ticket, guestId: number | null): Promise<void> {
  if (guestId === ticket.guestId) return
  const guests = await deskGuests(ticket.clientId)
  if (guestId !== null && !guests.some(({ id }) => id === guestId)) refuse("not_found")
  const after = await change(ctx, ticket, { guestId })
  // Who had it so far loses it at once; who has it now sees it.
  const data = { guestId: { before: ticket.guestId, after: guestId } }
  sayOpenly(ctx, ticket, "shown", data, guestId)
  await mailClient(ctx, after, "written")
}
