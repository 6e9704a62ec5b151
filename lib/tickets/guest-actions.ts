"use server"

import { guestAction } from "@/lib/guest-action"
import { confirmSolved, denySolved, rateTicket } from "./client-answering"
import { createAsClient } from "./creating"
import { guestHandsIn, seenDesk } from "./desk"
import { guestDenial, guestRating, guestTicket, guestTicketOnly, guestWords } from "./inputs"
import { numberLock } from "./numbers"
import { replyAsClient } from "./replying"
import { seenPage } from "./seen-page"
import { guestAnswers, guestRates, guestWrites } from "./ticket-page"

export const guestCreateAction = guestAction({
  name: "tickets.guest_create",
  input: guestTicket,
  load: seenDesk,
  can: guestHandsIn,
  lock: () => numberLock,
  limit: { times: 20, per: 3600 },
  run: (ctx, { client }, { kind, desk: _, ...content }) =>
    createAsClient(ctx, client, { ...content, kindId: kind, fileIds: [] }),
  next: (id) => `/g/tickets/${id}`,
})

export const guestReplyAction = guestAction({
  name: "tickets.guest_reply",
  input: guestWords,
  load: seenPage,
  can: guestWrites,
  run: (ctx, page, { body }) => replyAsClient(ctx, page, { body, fileIds: [] }),
})

export const guestConfirmAction = guestAction({
  name: "tickets.guest_confirm",
  input: guestTicketOnly,
  load: seenPage,
  can: guestAnswers,
  run: (ctx, page) => confirmSolved(ctx, page),
})

export const guestDenyAction = guestAction({
  name: "tickets.guest_deny",
  input: guestDenial,
  load: seenPage,
  can: guestAnswers,
  run: (ctx, page, { body }) => denySolved(ctx, page, body),
})

export const guestRateAction = guestAction({
  name: "tickets.guest_rate",
  input: guestRating,
  load: seenPage,
  can: guestRates,
  run: (ctx, page, { rating, words }) => rateTicket(ctx, page, { rating, words }),
})
