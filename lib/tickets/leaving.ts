import { ticketOriginals } from "@/db/schema/tickets"
import { type Client, findClient } from "@/lib/clients/client"
import type { WayOut } from "@/lib/outward/inputs"
import { asItIs, type Leaving, type MayGo, passOutward } from "@/lib/outward/passing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { OutwardSender } from "@/lib/platform/outward-sender"
import { refuse } from "@/lib/platform/refusal"
import { createTicket, type NewTicket } from "./creating"
import { releasedTicket, releasedWords } from "./inputs"
import { askClient, requireOpen } from "./moving"
import { numberLock } from "./numbers"
import { canCreate, canReply } from "./policy"
import { replyToClient } from "./replying"
import type { Words } from "./saying"
import { findTicket, type Ticket, type TicketRow } from "./ticket"

type Own = Ctx & { actor: PersonActor }
type Sent<O> = { asked: number } | O

/** What is about to be read on a ticket's page. Whoever is let in there later reads it, too. */
export const leavingTo = (
  { id }: Pick<TicketRow, "id">,
  { body, fileIds }: Pick<Words, "body" | "fileIds">,
  asks = false,
): Leaving => ({
  sender: "tickets.reply",
  input: { id, body, fileIds, asks },
  place: { kind: "ticket_page", recordId: id },
  text: body.trim(),
  fileIds,
})

/** A new ticket: its title is read outside, too. */
export const leavingAnew = ({ id }: Client, content: NewTicket): Leaving => ({
  sender: "tickets.create",
  input: { client: id, content },
  place: { kind: "ticket_desk", recordId: id },
  text: textOfNew(content),
  fileIds: content.fileIds,
})
const between = "\n\n"
export const textOfNew = ({ title, body }: Pick<NewTicket, "title" | "body">): string =>
  [title.replace(/\s+/g, " "), body].join(between)

/** Title and first words out of what has passed. */
export function partsOf({ text }: MayGo): { title: string; body: string } {
  const end = text.indexOf(between)
  // What was masked across both leaves one piece.
  return end < 0
    ? { title: [...text].slice(0, 40).join(""), body: text }
    : { title: text.slice(0, end), body: text.slice(end + between.length) }
}

/**
 * 回复客户, or 请客户确认 where `asks`; or somebody cleared is asked first, where that was chosen.
 * @returns the number of the request, if one was made
 * @throws Refusal as `passOutward`
 */
export async function replyOrAsk(
  ctx: Own,
  ticket: Ticket,
  words: Pick<Words, "body" | "fileIds">,
  way: WayOut,
  asks = false,
): Promise<Sent<undefined>> {
  if (asks) requireOpen(ticket)
  const passed = await passOutward(ctx, leavingTo(ticket, words, asks), way)
  if (passed.asked !== null) return { asked: passed.asked }
  await (asks ? askClient : replyToClient)(ctx, ticket, { ...words, passed })
  return undefined
}

/** 新建工单, or somebody cleared is asked first. @throws Refusal as `passOutward` */
export async function createOrAsk(
  ctx: Own,
  client: Client,
  content: NewTicket,
  way: WayOut,
): Promise<Sent<{ id: number }>> {
  const passed = await passOutward(ctx, leavingAnew(client, content), way)
  if (passed.asked !== null) return { asked: passed.asked }
  return { id: await createTicket(ctx, client, content, passed) }
}

/** Keeps what masked words said: for colleagues alone. */
export async function keepOriginal(ctx: Ctx, replyId: number, { original }: MayGo) {
  if (original !== null) await ctx.tx.insert(ticketOriginals).values({ replyId, body: original })
}

/** Words that were released. */
export const sendReleasedWords: OutwardSender = {
  send: async (ctx, input) => {
    const { id, asks, ...words } = releasedWords.parse(input)
    const ticket = (await findTicket(ctx.tx, id)) ?? refuse("not_found")
    if (!canReply(ctx.actor, ticket)) refuse("forbidden")
    const passed = asItIs(words.body)
    await (asks ? askClient : replyToClient)(ctx, ticket, { ...words, passed })
  },
}

/** A ticket that was released. */
export const sendReleasedTicket: OutwardSender = {
  lock: numberLock,
  send: async (ctx, input) => {
    const { client: id, content } = releasedTicket.parse(input)
    const client = (await findClient(ctx.tx, id)) ?? refuse("not_found")
    if (!canCreate(ctx.actor)) refuse("forbidden")
    await createTicket(ctx, client, content, asItIs(leavingAnew(client, content).text))
  },
}
