import type { Module } from "@/lib/platform/module"
import { promises } from "./calendar"
import { comeAgain } from "./coming-again"
import { type Desk, deskScope, deskSees, findDesk } from "./desk"
import { exchangedOnTickets } from "./exchanged"
import { pageScope } from "./guest-scope"
import { sendReleasedTicket, sendReleasedWords } from "./leaving"
import { letters } from "./letters"
import { ticketsFrom } from "./made-from"
import * as notices from "./notices"
import { idOfNumber, numberOf, numberPattern } from "./numbers"
import { owedCount } from "./owed"
import { ownTicketSheets } from "./own-data"
import { clientMoved, openTickets, ownerLeft } from "./passing-on"
import { canCreate, canNote, canSee } from "./policy"
import { sweepTickets } from "./sweeping"
import { findTicket, hrefOf, type Ticket, titledTickets, titleOf } from "./ticket"
import { findPage, pageSees, type TicketPage } from "./ticket-page"
import { words } from "./words"
import { said } from "./words-said"

const label = { zh: words.zh.nav, en: words.en.nav }
const labelNew = { zh: words.zh.new, en: words.en.new }
const onTicket = { kind: "ticket" } as const
const concerned = { ...onTicket, notify: notices.toConcerned }
const answering = { ...onTicket, notify: notices.toAnswering }
const numberIn = (pathname: string): number =>
  idOfNumber(/^\/tickets\/([\w-]{1,20})$/.exec(pathname)?.[1] ?? "")

export const tickets: Module = {
  name: "tickets",
  uses: ["people", "calendar", "tasks", "matters", "clients", "guests", "outward"],
  nav: [
    {
      ...{ group: "clients", order: 20, href: "/tickets", icon: "ticket" },
      ...{ label, keys: "g d", count: owedCount },
    },
  ],
  create: [{ href: "/tickets/new", icon: "ticket", label: labelNew, can: canCreate }],
  kinds: {
    ticket: {
      icon: "ticket",
      find: findTicket,
      canSee,
      canComment: canNote,
      title: titleOf,
      href: hrefOf,
      titled: titledTickets,
      numbered: {
        pattern: numberPattern,
        href: (number) => `/tickets/${number.replace("-", "")}`,
      },
      searchText: (ticket: Ticket) =>
        [
          `${numberOf(ticket.id)} ${ticket.id} ${ticket.title}`,
          ...[ticket.client.name, ticket.contactName, ticket.kind.name, ...ticket.said],
        ].join("\n"),
      sortKey: ({ sortKey }: Ticket) => sortKey,
      summary: (ticket: Ticket) => ({
        ...{ state: `ticket_${ticket.state}`, at: ticket.solveDueAt, text: ticket.client.name },
        ...(ticket.ownerId !== null && { personId: ticket.ownerId }),
        ...(ticket.authorId === null && { outside: true }),
      }),
      madeFrom: ticketsFrom,
      idIn: ({ pathname }) => numberIn(pathname) || null,
    },
    // What the client has of a ticket: its files, and what invitations open. No search knows it.
    ticket_page: {
      icon: "ticket",
      find: findPage,
      canSee: pageSees,
      unlisted: true,
      title: titleOf,
      href: hrefOf,
      searchText: () => "",
      sortKey: ({ id }: TicketPage) => -id,
      guestScope: pageScope,
    },
    ticket_desk: {
      icon: "ticket",
      find: findDesk,
      canSee: deskSees,
      unlisted: true,
      title: ({ name }: Desk) => name,
      href: ({ id }: Desk) => `/clients/${id}`,
      searchText: () => "",
      sortKey: ({ id }: Desk) => -id,
      guestScope: deskScope,
    },
  },
  events: {
    "ticket.created": { ...onTicket, notify: notices.toOwner },
    "ticket.exported": { kind: "person" },
    "ticket.started": concerned,
    "ticket.replied": concerned,
    "ticket.written": answering,
    "ticket.commented": concerned,
    "ticket.assigned": { ...onTicket, notify: notices.toOwner, changesAccess: true },
    "ticket.rerouted": { ...concerned, changesAccess: true },
    "ticket.asked": concerned,
    "ticket.solved": concerned,
    "ticket.denied": answering,
    "ticket.reopened": answering,
    "ticket.closed": concerned,
    "ticket.rated": concerned,
    "ticket.priority_changed": concerned,
    "ticket.promised": concerned,
    "ticket.shown": { ...onTicket, changesAccess: true },
    "ticket.linked": onTicket,
    "ticket.unlinked": onTicket,
    "ticket.client_moved": { ...onTicket, changesAccess: true },
    "ticket.answer_due": { ...onTicket, notify: notices.toReminded },
    "ticket.unanswered": { ...onTicket, notify: notices.toHead },
    "ticket.solution_due": { ...onTicket, notify: notices.toReminded },
    "ticket.late": { ...onTicket, notify: notices.toHead },
    "ticket.kind_saved": { kind: "ticket_kind" },
    "ticket.kind_closed": { kind: "ticket_kind" },
    "ticket.answer_added": { kind: "ticket_answer" },
    "ticket.answer_removed": { kind: "ticket_answer" },
  },
  reactions: {
    "person.disabled": ownerLeft,
    "client.handed_over": clientMoved,
    "guest.admitted": comeAgain,
    "guest.extended": comeAgain,
    "guest.taken_over": comeAgain,
    "guest.revoked": comeAgain,
    "guest.suspended": comeAgain,
    "guest.ended": comeAgain,
  },
  jobs: [{ name: "tickets.sweep", every: 30, run: () => sweepTickets() }],
  said,
  letters,
  calendar: [promises],
  holdings: [openTickets],
  ownData: ownTicketSheets,
  exchanged: exchangedOnTickets,
  outward: { "tickets.reply": sendReleasedWords, "tickets.create": sendReleasedTicket },
  categories: {
    "tickets.assigned": { portal: true, push: true, email: false },
    "tickets.written": { portal: true, push: true, email: false },
    "tickets.due": { portal: true, push: true, email: false },
    "tickets.late": { portal: true, push: true, email: false, fixed: true },
    "tickets.updates": { portal: true, push: false, email: false },
  },
}
