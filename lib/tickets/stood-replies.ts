import { and, asc, eq, gt } from "drizzle-orm"
import type { Db } from "@/db/database"
import { ticketReplies } from "@/db/schema/tickets"
import type { GuestMay } from "@/lib/platform/actor"
import type { Stood } from "@/lib/platform/guest-scoped"
import type { TicketPage } from "./ticket-page"

const portion = 50

/** What was said openly on a ticket, with its files and its title: whoever is let in reads it all. */
export async function stoodReplies(
  on: Db,
  { id, title }: Pick<TicketPage, "id" | "title">,
  _: GuestMay,
  after: number,
): Promise<Stood> {
  const rows = await on
    .select({
      ...{ id: ticketReplies.id, body: ticketReplies.body, fileIds: ticketReplies.fileIds },
    })
    .from(ticketReplies)
    .where(and(eq(ticketReplies.ticketId, id), gt(ticketReplies.id, after)))
    .orderBy(asc(ticketReplies.id))
    .limit(portion)
  const texts = rows.map(({ body }) => body).filter((body) => body !== "")
  return {
    texts: after === 0 ? [title, ...texts] : texts,
    fileIds: rows.flatMap(({ fileIds }) => fileIds),
    last: rows.at(-1)?.id ?? after,
    more: rows.length === portion,
  }
}
