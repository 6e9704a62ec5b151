import { and, eq, gt, inArray, isNotNull, isNull, ne, or } from "drizzle-orm"
import { guestInvitations, guestScopes } from "@/db/schema/guests"
import { deliveries } from "@/db/schema/notifications"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Ticket, TicketRow } from "./ticket"

type Told = Pick<TicketRow, "id" | "guestId">

/** The topics of guests' own streams: what colleagues say among themselves never goes by these. */
const guestTopics = ({ id, guestId }: Told): string[] => [
  `home:scope:ticket_page:${id}`,
  ...(guestId === null ? [] : [`guest:${guestId}`]),
]

/**
 * Says what happened to colleagues and to the client's page.
 * @param guestId a guest who hears of it besides: they see it from now on
 */
export const sayOpenly = (
  ctx: Ctx,
  ticket: Told,
  what: string,
  data: Record<string, unknown> = {},
  guestId: number | null = null,
): void =>
  emit(ctx, {
    type: `ticket.${what}`,
    recordId: ticket.id,
    data,
    topics: [...guestTopics(ticket), ...(guestId === null ? [] : [`guest:${guestId}`])],
  })

/** Says what happened to colleagues alone. */
export const sayInside = (
  ctx: Ctx,
  ticket: Pick<TicketRow, "id">,
  what: string,
  data: Record<string, unknown> = {},
): void => emit(ctx, { type: `ticket.${what}`, recordId: ticket.id, data })

export const letterKinds = ["written", "started", "replied", "asked", "done", "promised"] as const
export type LetterKind = (typeof letterKinds)[number]

/** Guests who read the ticket at this moment and have an address for mails. */
const readers = (ctx: Ctx, { id, guestId }: Told) =>
  ctx.tx
    .select({ id: guestInvitations.id, email: guestInvitations.email })
    .from(guestInvitations)
    .where(
      and(
        or(
          eq(guestInvitations.id, guestId ?? 0),
          inArray(
            guestInvitations.id,
            ctx.tx
              .select({ id: guestScopes.invitationId })
              .from(guestScopes)
              .where(and(eq(guestScopes.kind, "ticket_page"), eq(guestScopes.recordId, id))),
          ),
        ),
        isNotNull(guestInvitations.openedAt),
        isNull(guestInvitations.revokedAt),
        isNull(guestInvitations.suspendedAt),
        gt(guestInvitations.expiresAt, ctx.now),
        ne(guestInvitations.email, ""),
      ),
    )
    .limit(20)

/**
 * Mails the guests of a ticket that something changed, with the address of its page. What it says
 * is written when it leaves, out of what their page shows; the payload holds no words.
 */
export async function mailClient(ctx: Ctx, ticket: Ticket, what: LetterKind): Promise<void> {
  const to = (await readers(ctx, ticket)).filter(
    ({ id }) => !(ctx.actor.kind === "guest" && ctx.actor.guestId === id && what !== "written"),
  )
  if (to.length === 0) return
  await ctx.tx
    .insert(deliveries)
    .values(
      to.map(({ id, email }) => ({
        key: `ticket_news:${ticket.id}:${ticket.version}:${what}:${id}`,
        channel: "email" as const,
        ...{ personId: null, address: email, template: "ticket_news" },
        payload: JSON.stringify({ ticketId: ticket.id, guestId: id, what }),
        dueAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
}
