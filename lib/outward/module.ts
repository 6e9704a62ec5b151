import { isPerson } from "@/lib/platform/actor"
import type { Module } from "@/lib/platform/module"
import * as notices from "./notices"
import { canSee, isCleared } from "./policy"
import { waitingForMe } from "./queries"
import {
  findRequest,
  hrefOf,
  type OutwardRequest,
  stateOf,
  titledRequests,
  titleOf,
} from "./request"
import { sendReleased } from "./sending-released"
import { words } from "./words"
import { said } from "./words-said"

const onRequest = { kind: "outward" } as const

export const outward: Module = {
  name: "outward",
  uses: [],
  nav: [
    {
      ...{ group: "clients", order: 50, href: "/outward", icon: "shield" },
      label: { zh: words.zh.nav, en: words.en.nav },
      shown: isCleared,
      count: async (actor) => ({ count: isPerson(actor) ? await waitingForMe(actor) : 0 }),
    },
  ],
  kinds: {
    outward: {
      icon: "shield",
      find: findRequest,
      canSee,
      title: titleOf,
      href: hrefOf,
      titled: titledRequests,
      // Masked, and never what it says.
      searchText: ({ shown }: OutwardRequest) => shown,
      // The newest first.
      sortKey: ({ id }: OutwardRequest) => -id,
      summary: (request: OutwardRequest) => ({
        state: stateOf(request),
        at: request.createdAt,
        text: request.reason,
        personId: request.authorId,
      }),
      idIn: ({ pathname }) => Number(/^\/outward\/(\d{1,15})$/.exec(pathname)?.[1]) || null,
    },
  },
  events: {
    "outward.asked": { ...onRequest, notify: notices.toCleared },
    "outward.released": { ...onRequest, notify: notices.toAuthorNews },
    "outward.refused": { ...onRequest, notify: notices.toAuthorAgain },
    "outward.withdrawn": onRequest,
    "outward.sent": onRequest,
    "outward.reported": onRequest,
    "outward.failed": { ...onRequest, notify: notices.toAuthorAgain },
  },
  jobs: [{ name: "outward.send", every: 3, run: () => sendReleased() }],
  said,
  categories: {
    "outward.asked": { portal: true, push: true, email: false },
    "outward.decided": { portal: true, push: true, email: false },
  },
}
