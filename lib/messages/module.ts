import type { NewEvent } from "@/lib/platform/context"
import type { Module } from "@/lib/platform/module"
import { sendReleasedChange } from "./changing"
import { clockReactions } from "./clock-cancelling"
import { clockCategories, clockEvents, clockJobs, clockKinds } from "./clock-manifest"
import { clockSaid } from "./clock-words-said"
import { exchangedInGroups } from "./exchanged"
import { tellRest } from "./fan-out"
import { sendReleasedMessage } from "./leaving"
import { showWhatWasMade } from "./made-from"
import {
  excerpt,
  findMessage,
  findMessages,
  type Message,
  placeOf,
  titledMessages,
} from "./message"
import { callEverybody, toAuthor, whoIsCalled, whoMissedIt } from "./notices"
import { canOpenFiles, canSee } from "./policy"
import { sendDue } from "./scheduling"
import { ownTopics, unreadMessages } from "./unread"
import { unsentCategories, unsentEvents, unsentKinds } from "./unsent"
import { toItsGroup } from "./whole"
import { words } from "./words"
import { said } from "./words-said"

/** Guests in its group read it again; what travels whole is for members. */
const toGuests = (event: NewEvent) => [`home:scope:group:${event.data?.groupId}`]
const onMessage = { kind: "message", whole: toItsGroup, topics: toGuests } as const

export const messages: Module = {
  name: "messages",
  uses: ["groups", "people", "calendar", "outward"],
  nav: [
    {
      group: "together",
      order: 10,
      href: "/groups",
      icon: "message-square",
      label: { zh: words.zh.title, en: words.en.title },
      keys: "g m",
      count: unreadMessages,
      live: { address: "/groups/data/unread", topics: ownTopics },
    },
  ],
  groupTabs: [
    {
      ...{ name: "files", order: 25, path: "/files" },
      label: { zh: words.zh.files.title, en: words.en.files.title },
    },
  ],
  kinds: {
    message: {
      icon: "message-square",
      find: findMessage,
      findMany: findMessages,
      canSee,
      opensFiles: canOpenFiles,
      unlisted: true,
      title: (message: Message) =>
        excerpt(message.body, 60) || message.group.name || String(message.seq),
      href: placeOf,
      titled: titledMessages,
      searchText: (message: Message) => (message.withdrawnAt ? "" : message.body),
      sortKey: (message: Message) => message.seq,
      summary: (message: Message) => ({
        at: message.at,
        ...(message.guestId === null ? { personId: message.authorId } : { outside: true }),
        ...(message.group.name && { text: message.group.name }),
      }),
      idIn: ({ pathname, searchParams }) =>
        /^\/groups\/\d+$/.test(pathname) ? Number(searchParams.get("message")) || null : null,
    },
    ...clockKinds,
    ...unsentKinds,
  },
  events: {
    "message.sent": { ...onMessage, notify: whoIsCalled, react: callEverybody },
    "message.edited": onMessage,
    "message.withdrawn": onMessage,
    "message.reacted": onMessage,
    "message.moved": { ...onMessage, notify: toAuthor },
    "message.unread_reminded": { kind: "message", notify: whoMissedIt },
    "message.linked": onMessage,
    ...clockEvents,
    ...unsentEvents,
  },
  reactions: {
    ...clockReactions,
    "task.created": showWhatWasMade,
    "matter.created": showWhatWasMade,
  },
  exchanged: exchangedInGroups,
  outward: { "messages.send": sendReleasedMessage, "messages.edit": sendReleasedChange },
  said: { zh: { ...said.zh, ...clockSaid.zh }, en: { ...said.en, ...clockSaid.en } },
  categories: {
    "messages.urgent": { portal: true, push: true, email: false, fixed: true },
    "messages.mentioned": { portal: true, push: true, email: false },
    "messages.everyone": { portal: true, push: false, email: false },
    "messages.unread": { portal: true, push: true, email: false },
    ...clockCategories,
    ...unsentCategories,
  },
  jobs: [
    { name: "messages.scheduled", every: 5, run: async () => void (await sendDue()) },
    { name: "messages.fan_out", every: 3, run: tellRest },
    ...clockJobs,
  ],
}
