import { and, desc, eq, inArray, sql } from "drizzle-orm"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { tickets } from "@/db/schema/tickets"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { overNow } from "@/lib/platform/guest-session"
import { actorsOf } from "@/lib/platform/organisation"
import { canSee } from "./policy"
import { change } from "./standing"
import { sayOpenly } from "./telling"
import { findTicket } from "./ticket"

/** Invitations of one address that are looked at, and tickets that come along at once. */
const [mostInvitations, mostTickets] = [50, 100]

/**
 * Somebody of a client who was invited anew, by the same address and to hand in tickets of the same
 * client, has those that were theirs by an invitation that is over. Only where their address is
 * proved by a code, or their host sees the ticket anyway: a host holds the link themselves.
 */
export async function comeAgain(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const all = await ofSamePerson(ctx, recordId)
  const gone = all.flatMap(({ id, over }) => (over ? [id] : []))
  if (gone.length === 0) return
  for (const invitation of all.filter(({ over }) => !over))
    for (const ticketId of await left(ctx, invitation.id, gone))
      await bring(ctx, ticketId, invitation)
}

interface SamePerson {
  id: number
  inviterId: number
  wantsCode: boolean
  over: boolean
}

/** The newest first. */
async function ofSamePerson(ctx: Ctx, invitationId: number): Promise<SamePerson[]> {
  const [named] = await ctx.tx
    .select({ email: guestInvitations.email })
    .from(guestInvitations)
    .where(eq(guestInvitations.id, invitationId))
  if (!named || named.email === "") return []
  const rows = await ctx.tx
    .select({ invitation: guestInvitations, hostLeftAt: people.disabledAt })
    .from(guestInvitations)
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(eq(sql`lower(${guestInvitations.email})`, named.email.toLowerCase()))
    .orderBy(desc(guestInvitations.id))
    .limit(mostInvitations)
  return rows.map(({ invitation, hostLeftAt }) => {
    const { id, inviterId, wantsCode } = invitation
    return {
      id,
      inviterId,
      wantsCode,
      over: overNow({ ...invitation, hostLeftAt }, +ctx.now) !== null,
    }
  })
}

/** Tickets of invitations that are over, of the clients whose desk another one opens. */
async function left(ctx: Ctx, invitationId: number, gone: readonly number[]): Promise<number[]> {
  const rows = await ctx.tx
    .select({ id: tickets.id })
    .from(tickets)
    .innerJoin(
      guestScopes,
      and(eq(guestScopes.kind, "ticket_desk"), eq(guestScopes.recordId, tickets.clientId)),
    )
    .where(and(eq(guestScopes.invitationId, invitationId), inArray(tickets.guestId, [...gone])))
    .orderBy(desc(tickets.id))
    .limit(mostTickets)
  return rows.map(({ id }) => id)
}

async function bring(ctx: Ctx, ticketId: number, to: SamePerson): Promise<void> {
  const ticket = await findTicket(ctx.tx, ticketId)
  const [host] = await actorsOf(ctx.tx, [to.inviterId])
  if (!ticket || !(to.wantsCode || (host && canSee(host, ticket)))) return
  await change(ctx, ticket, { guestId: to.id })
  const data = { guestId: { before: ticket.guestId, after: to.id } }
  sayOpenly(ctx, ticket, "shown", data, to.id)
}
