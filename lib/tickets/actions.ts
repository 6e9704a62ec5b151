"use server"

import { action } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import { screenOwnFiles } from "@/lib/platform/screening/file-finds"
import { screenAhead } from "@/lib/platform/screening/screening"
import { giveTicket, rerouteTicket, takeTicket } from "./assigning"
import {
  askedWords,
  newTicket,
  ownTicket,
  privateWords,
  publicWords,
  toKind,
  toPerson,
} from "./inputs"
import { createOrAsk, replyOrAsk, textOfNew } from "./leaving"
import { closeTicket, reopenTicket, solveForClient } from "./moving"
import { namedClient } from "./naming-client"
import { numberLock } from "./numbers"
import { canCreate, canNote, canPass, canReply, canTake, canWork } from "./policy"
import { startTicket } from "./replying"
import { seenTicket } from "./ticket"

/** What takes its time to know of words and files that a client will read. */
async function ahead(text: string, files: readonly number[], { personId }: PersonActor) {
  await screenAhead(text)
  await screenOwnFiles(files, personId)
}

export const createTicketAction = action({
  name: "tickets.create",
  input: newTicket,
  load: namedClient,
  can: canCreate,
  lock: () => numberLock,
  prepare: ({ title, body, files }, actor) => ahead(textOfNew({ title, body }), files, actor),
  run: (ctx, client, { kind, contact, files, outward, outwardReason, ...content }) =>
    createOrAsk(
      ctx,
      client,
      { ...content, kindId: kind, contactName: contact, fileIds: files },
      { outward, outwardReason },
    ),
  next: (made) => ("asked" in made ? `/outward/${made.asked}` : `/tickets/${made.id}`),
})

/** 回复客户: what is written here is read by the client. */
export const replyTicketAction = action({
  name: "tickets.reply",
  input: publicWords,
  load: seenTicket,
  can: canReply,
  prepare: ({ body, files }, actor) => ahead(body, files, actor),
  run: (ctx, ticket, { body, files, ...way }) =>
    replyOrAsk(ctx, ticket, { body, fileIds: files }, way),
})

/** 内部备注: what is written here is read by nobody outside. */
export const noteTicketAction = action({
  name: "tickets.note",
  input: privateWords,
  load: seenTicket,
  can: canNote,
  run: (ctx, ticket, { body, files }) => comment(ctx, "ticket", ticket.id, body, files),
})

export const askTicketAction = action({
  name: "tickets.ask",
  input: askedWords,
  load: seenTicket,
  can: canReply,
  prepare: ({ body, files }, actor) => ahead(body, files, actor),
  run: (ctx, ticket, { body, files, ...way }) =>
    replyOrAsk(ctx, ticket, { body, fileIds: files }, way, true),
})

export const startTicketAction = action({
  name: "tickets.start",
  input: ownTicket,
  load: seenTicket,
  can: canReply,
  run: async (ctx, ticket) => {
    await startTicket(ctx, ticket)
  },
})

export const solveTicketAction = action({
  name: "tickets.solve",
  input: ownTicket,
  load: seenTicket,
  can: canReply,
  run: (ctx, ticket) => solveForClient(ctx, ticket),
})

export const closeTicketAction = action({
  name: "tickets.close",
  input: ownTicket,
  load: seenTicket,
  can: canWork,
  run: (ctx, ticket) => closeTicket(ctx, ticket),
})

export const reopenTicketAction = action({
  name: "tickets.reopen",
  input: ownTicket,
  load: seenTicket,
  can: canWork,
  run: (ctx, ticket) => reopenTicket(ctx, ticket),
})

export const takeTicketAction = action({
  name: "tickets.take",
  input: ownTicket,
  load: seenTicket,
  can: canTake,
  run: async (ctx, ticket) => {
    await takeTicket(ctx, ticket)
  },
})

export const giveTicketAction = action({
  name: "tickets.give",
  input: toPerson,
  load: seenTicket,
  can: canPass,
  run: async (ctx, ticket, { to }) =>
    giveTicket(ctx, ticket, await resolvePerson(ctx.tx, to, "to")),
})

export const rerouteTicketAction = action({
  name: "tickets.reroute",
  input: toKind,
  load: seenTicket,
  can: canPass,
  run: (ctx, ticket, { kind }) => rerouteTicket(ctx, ticket, kind),
  next: (_, { id }) => `/tickets/${id}`,
})
