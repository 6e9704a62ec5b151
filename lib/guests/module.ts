import type { Module } from "@/lib/platform/module"
import { answererLeft, headsChanged, othersAnswer } from "./answering-for"
import { findInvitation, hrefOf, type Invitation, titledInvitations, titleOf } from "./invitation"
import { letters } from "./letters"
import * as notices from "./notices"
import { canInvite, canSee } from "./policy"
import { waitingForMe } from "./queries"
import { stateOf } from "./states"
import { inviterLeft, sweepGuests } from "./sweeping"
import { words } from "./words"
import { said } from "./words-said"

const onGuest = { kind: "guest" } as const
const inBoth = (name: "nav" | "new") => ({ zh: words.zh[name], en: words.en[name] })

export const guests: Module = {
  name: "guests",
  uses: ["calendar", "groups", "messages", "people", "outward"],
  nav: [
    {
      ...{ group: "clients", order: 40, href: "/guests", icon: "globe", label: inBoth("nav") },
      count: async (actor) => ({
        count: actor.kind === "person" ? await waitingForMe(actor) : 0,
      }),
    },
  ],
  create: [{ href: "/guests/new", icon: "user-plus", label: inBoth("new"), can: canInvite }],
  kinds: {
    guest: {
      icon: "globe",
      find: findInvitation,
      canSee,
      title: titleOf,
      href: hrefOf,
      titled: titledInvitations,
      searchText: ({ name, organisation, purpose }: Invitation) =>
        [name, organisation, purpose].join("\n"),
      // The newest first.
      sortKey: ({ id }: Invitation) => -id,
      summary: (invitation: Invitation) => ({
        state: stateOf(invitation, new Date()),
        at: invitation.expiresAt,
        text: invitation.purpose,
        personId: invitation.inviterId,
      }),
      idIn: ({ pathname }) => Number(/^\/guests\/(\d{1,15})$/.exec(pathname)?.[1]) || null,
    },
  },
  events: {
    "guest.opens_found": onGuest,
    "guest.exported": { kind: "person" },
    "guest.invited": { ...onGuest, notify: notices.toHeads },
    "guest.approved": { ...onGuest, notify: notices.toInviter },
    "guest.refused": { ...onGuest, notify: notices.toInviter },
    "guest.admitted": { ...onGuest, notify: notices.toInvolved },
    "guest.link_made": onGuest,
    "guest.code_sent": onGuest,
    "guest.code_wrong": onGuest,
    "guest.came": { ...onGuest, notify: notices.toInviter },
    "guest.turned_away": { ...onGuest, notify: notices.toInviter },
    "guest.looked": onGuest,
    "guest.downloaded": onGuest,
    "guest.wrote": { ...onGuest, notify: notices.toInviter },
    "guest.denied": onGuest,
    "guest.extended": { ...onGuest, notify: notices.toInvolved },
    "guest.revoked": { ...onGuest, notify: notices.toInvolved },
    "guest.device_ended": onGuest,
    "guest.suspended": { ...onGuest, notify: notices.toThoseLeft },
    "guest.taken_over": { ...onGuest, notify: notices.toInvolved },
    "guest.reminded": { ...onGuest, notify: notices.toExtend },
    "guest.ended": { ...onGuest, notify: notices.toInviter },
    "guest.owners_changed": onGuest,
    "guest.head_asked": { ...onGuest, notify: notices.toHead },
  },
  reactions: {
    "person.disabled": async (ctx, event) => {
      await inviterLeft(ctx, event)
      await answererLeft(ctx, event)
      await headsChanged(ctx)
    },
    "person.enabled": headsChanged,
    "import.done": headsChanged,
    "department.headed": headsChanged,
    "department.moved": headsChanged,
    "department.dissolved": headsChanged,
    "group.joined": othersAnswer,
    "group.left": othersAnswer,
    "group.role_changed": othersAnswer,
    "group.handed_over": othersAnswer,
    "meeting.edited": othersAnswer,
    "meeting.changed": othersAnswer,
    "meeting.moved": othersAnswer,
    "meeting.handed_over": othersAnswer,
  },
  jobs: [{ name: "guests.sweep", every: 30, run: () => sweepGuests() }],
  said,
  letters,
  categories: {
    "guests.asked": { portal: true, push: true, email: false },
    "guests.news": { portal: true, push: false, email: false },
    "guests.ending": { portal: true, push: true, email: true },
  },
}
