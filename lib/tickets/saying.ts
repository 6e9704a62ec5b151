import { ticketReplies } from "@/db/schema/tickets"
import type { GuestActor, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { attachFiles } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import type { TicketRow } from "./ticket"

export interface Words {
  body: string
  fileIds: readonly number[]
}

/**
 * Puts words before the client: the one place by which anything that a colleague writes gets onto a
 * guest's page. Whatever must be looked at before it leaves the company is looked at here.
 * @throws Refusal when there is nothing in it
 */
export async function sayToClient(
  ctx: Ctx & { actor: PersonActor },
  ticket: Pick<TicketRow, "id">,
  words: Words,
  opening = false,
): Promise<number> {
  return write(ctx, ticket, { ...words, personId: ctx.actor.personId, guestId: null, opening })
}

/** What the client writes; the caller has checked that they may. */
export const sayAsClient = (
  ctx: Ctx & { actor: GuestActor },
  ticket: Pick<TicketRow, "id">,
  words: Words,
  opening = false,
): Promise<number> =>
  write(ctx, ticket, { ...words, personId: null, guestId: ctx.actor.guestId, opening })

async function write(
  ctx: Ctx & { actor: PersonActor | GuestActor },
  { id: ticketId }: Pick<TicketRow, "id">,
  {
    fileIds,
    ...said
  }: Words & { personId: number | null; guestId: number | null; opening: boolean },
): Promise<number> {
  const body = said.body.trim()
  if (body === "" && fileIds.length === 0)
    refuse("invalid", { fields: { body: "errors.required" } })
  const [row] = await ctx.tx
    .insert(ticketReplies)
    .values({ ...said, ticketId, body, fileIds: [...new Set(fileIds)], at: ctx.now })
    .returning({ id: ticketReplies.id })
  await attachFiles(ctx, "ticket_page", ticketId, fileIds)
  return row?.id ?? refuse("conflict")
}
