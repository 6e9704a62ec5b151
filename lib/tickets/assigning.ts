import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"
import { settled } from "@/lib/platform/settled"
import { nextPass } from "./clock"
import { requireKind } from "./kinds"
import { change } from "./standing"
import { sayInside, sayOpenly } from "./telling"
import type { Ticket } from "./ticket"
import { hadTurn, nextInTurn } from "./turn"

type Own = Ctx & { actor: PersonActor }
/** Why somebody has it now. */
export type Why = "turn" | "taken" | "given" | "unanswered" | "left"

/** Puts it into somebody's hands; while nobody has answered, they have the same time for it. */
export async function assign(
  ctx: Ctx,
  ticket: Ticket,
  ownerId: number | null,
  why: Why,
): Promise<Ticket> {
  const calendar = await companyCalendar()
  const rules = (await settingsIn(ctx.tx)).tickets
  const waits = ticket.answeredAt === null && ownerId !== null
  const tried = ticket.ownerId === null ? [] : [ticket.ownerId]
  const after = await change(ctx, ticket, {
    ...{ ownerId, assignedAt: ctx.now },
    triedIds: why === "unanswered" ? [...ticket.triedIds, ...tried] : ticket.triedIds,
    passAt: waits ? nextPass(calendar, rules, ticket.priority, ctx.now) : null,
  })
  if (ownerId !== null) await hadTurn(ctx, ticket.departmentId, ownerId)
  if (ticket.ownerId !== null && ticket.ownerId !== ownerId) await settleWork(ctx, ticket.id)
  sayInside(ctx, ticket, "assigned", { ownerId, before: ticket.ownerId, why })
  return after
}

/** What asked somebody to do something about it is settled: another has it, or it was done. */
export async function settleWork(ctx: Ctx, id: number): Promise<void> {
  for (const category of ["tickets.assigned", "tickets.written", "tickets.due"])
    await settled(ctx, category, "ticket", id)
}

/** 由我处理. */
export const takeTicket = (ctx: Own, ticket: Ticket): Promise<Ticket> =>
  assign(ctx, ticket, ctx.actor.personId, "taken")

/**
 * 转给: to somebody by name. They see it from now on.
 * @throws Refusal when they have it already, or have left
 */
export async function giveTicket(ctx: Own, ticket: Ticket, toId: number): Promise<void> {
  if (toId === ticket.ownerId) refuse("invalid", { fields: { to: "tickets.error.sameOwner" } })
  const [to] = await actorsOf(ctx.tx, [toId])
  if (!to) refuse("invalid", { fields: { to: "people.error.nobody" } })
  await assign(ctx, ticket, toId, "given")
}

/**
 * Another kind: the rule sends it to that kind's department, where it is somebody's turn. The
 * client's page names the department, so they hear of it.
 */
export async function rerouteTicket(ctx: Own, ticket: Ticket, kindId: number): Promise<void> {
  const kind = await requireKind(ctx.tx, kindId)
  if (kind.id === ticket.kindId) return
  const moves = kind.departmentId !== ticket.departmentId
  const after = await change(ctx, ticket, {
    kindId: kind.id,
    ...(moves && { departmentId: kind.departmentId, triedIds: [] }),
  })
  sayOpenly(ctx, ticket, "rerouted", {
    kindId: { before: ticket.kindId, after: kind.id },
    departmentId: { before: ticket.departmentId, after: kind.departmentId },
  })
  if (moves) await assign(ctx, after, await nextInTurn(ctx, kind.departmentId), "turn")
}
