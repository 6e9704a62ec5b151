import { ticketReplies } from "@/db/schema/tickets"
import { type MayGo, passNow } from "@/lib/outward/passing"
import type { GuestActor, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { attachFiles } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import { keepOriginal, leavingTo, partsOf } from "./leaving"
import type { TicketRow } from "./ticket"

export interface Words {
  body: string
  fileIds: readonly number[]
  /** They have passed the gate on the way to outsiders already. */
  passed?: MayGo
}

/**
 * Puts words before the client: the one place by which anything that a colleague writes gets onto a
 * guest's page. What hasn't passed the gate passes it here (decision 31).
 * @throws Refusal when there is nothing in it, and as `passOutward`
 */
export async function sayToClient(
  ctx: Ctx & { actor: PersonActor },
  ticket: Pick<TicketRow, "id">,
  { passed: known, ...words }: Words,
  opening = false,
): Promise<number> {
  const passed = known ?? (await passNow(ctx, leavingTo(ticket, words), {}))
  const said = { ...words, body: opening ? partsOf(passed).body : passed.text }
  const { personId } = ctx.actor
  const id = await write(ctx, ticket, { ...said, personId, guestId: null, opening })
  await keepOriginal(ctx, id, passed)
  return id
}

/** What the client writes; the caller has checked that they may. */
export const sayAsClient = (
  ctx: Ctx & { actor: GuestActor },
  ticket: Pick<TicketRow, "id">,
  words: Omit<Words, "passed">,
  opening = false,
): Promise<number> =>
  write(ctx, ticket, { ...words, personId: null, guestId: ctx.actor.guestId, opening })

async function write(
  ctx: Ctx & { actor: PersonActor | GuestActor },
  { id: ticketId }: Pick<TicketRow, "id">,
  {
    fileIds,
    ...said
  }: Omit<Words, "passed"> & { personId: number | null; guestId: number | null; opening: boolean },
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
