import { and, asc, eq, gt, lte } from "drizzle-orm"
import type { Db } from "@/db/database"
import { guestInvitations } from "@/db/schema/guests"
import { departments, people } from "@/db/schema/people"
import { ticketReplies, tickets } from "@/db/schema/tickets"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { placedName } from "@/lib/platform/guest-names"
import type { ExchangedPage, Stretch } from "@/lib/platform/outside"
import { settings } from "@/lib/platform/settings"
import { titleOf } from "./ticket"

const pageSize = 200

/**
 * What was said openly on a client's tickets, as it was sent: masked words are masked. Notes lie in
 * another table.
 */
export async function exchangedOnTickets(
  db: Db,
  clientId: number,
  { from, to }: Stretch,
  after: string | undefined,
): Promise<ExchangedPage> {
  const found = await db
    .select({
      ...{ reply: ticketReplies, title: tickets.title },
      ...{ person: people.name, department: departments.name },
      ...{ guest: guestInvitations.name, organisation: guestInvitations.organisation },
    })
    .from(ticketReplies)
    .innerJoin(tickets, eq(tickets.id, ticketReplies.ticketId))
    .leftJoin(people, eq(people.id, ticketReplies.personId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, ticketReplies.guestId))
    .where(
      and(
        eq(tickets.clientId, clientId),
        gt(ticketReplies.at, from),
        lte(ticketReplies.at, to),
        gt(ticketReplies.id, decodeCursor(after)?.id ?? 0),
      ),
    )
    .orderBy(asc(ticketReplies.id))
    .limit(pageSize + 1)
  const { locale } = (await settings()).company
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1)?.reply.id : undefined
  return {
    rows: shown.map(({ reply, title, ...who }) => ({
      ...{ at: reply.at, text: reply.body, outside: reply.guestId !== null },
      title: titleOf({ id: reply.ticketId, title }),
      who: placedName(
        who.guest ?? who.person ?? "",
        who.organisation ?? who.department ?? "",
        locale,
      ),
      ref: { kind: "ticket_page", id: reply.ticketId },
      fileIds: reply.fileIds,
    })),
    next: last ? encodeCursor({ key: last, id: last }) : null,
  }
}
