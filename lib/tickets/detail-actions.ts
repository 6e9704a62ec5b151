"use server"

import { action } from "@/lib/action"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { promise, setPriority, showTo } from "./editing"
import { forGuest, linked, unlinked, withPriority, withPromise } from "./inputs"
import { linkRecord, unlinkRecord } from "./linking"
import { canPass, canReply, canWork } from "./policy"
import { seenTicket } from "./ticket"

export const setPriorityAction = action({
  name: "tickets.priority",
  input: withPriority,
  load: seenTicket,
  can: canPass,
  run: (ctx, ticket, { priority }) => setPriority(ctx, ticket, priority),
})

export const promiseAction = action({
  name: "tickets.promise",
  input: withPromise,
  load: seenTicket,
  can: canPass,
  run: async (ctx, ticket, { due }) => {
    const { timeZone } = await companyCalendar()
    await promise(ctx, ticket, instantOf(timeZone, due.slice(0, 10), due.slice(11)))
  },
})

export const showTicketAction = action({
  name: "tickets.show",
  input: forGuest,
  load: seenTicket,
  can: canReply,
  run: (ctx, ticket, { guest }) => showTo(ctx, ticket, guest === "" ? null : guest),
})

export const linkTicketAction = action({
  name: "tickets.link",
  input: linked,
  load: seenTicket,
  can: canWork,
  run: (ctx, ticket, { what }) => linkRecord(ctx, ticket, what),
})

export const unlinkTicketAction = action({
  name: "tickets.unlink",
  input: unlinked,
  load: seenTicket,
  can: canWork,
  run: (ctx, ticket, { kind, record }) => unlinkRecord(ctx, ticket, { kind, id: record }),
})
