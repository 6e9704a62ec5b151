import { groupKinds } from "@/db/schema/groups"
import type { Module } from "@/lib/platform/module"
import { welcomeImported, welcomePerson } from "./casual"
import {
  departmentDissolved,
  departmentsMoved,
  headChanged,
  personMoved,
  staffImported,
} from "./department-news"
import { findGroup, type Group, titledGroups } from "./group"
import { groupScope } from "./guest-scope"
import { managedGroups } from "./handing-over"
import { toAdded, toManagers, toNamed } from "./notices"
import { ownGroupSheets } from "./own-data"
import { canCreate, canSee } from "./policy"
import { tellAnnounced, tellLater, toMembers } from "./telling-many"
import { words } from "./words"
import { said } from "./words-said"

const labelNew = { zh: words.zh.new, en: words.en.new }
const tab = (name: keyof typeof words.zh.tab) => ({
  zh: words.zh.tab[name],
  en: words.en.tab[name],
})
const onGroup = { kind: "group" } as const
const changesAccess = { kind: "group", changesAccess: true } as const

export const groups: Module = {
  name: "groups",
  uses: ["people", "calendar"],
  create: [{ href: "/groups/new", icon: "message-square", label: labelNew, can: canCreate }],
  groupTabs: [
    { name: "members", order: 50, path: "/members", label: tab("members") },
    {
      name: "announcement",
      order: 60,
      path: "/announcement",
      label: tab("announcement"),
      kinds: groupKinds.filter((kind) => kind !== "direct"),
    },
  ],
  kinds: {
    group: {
      icon: "message-square",
      find: findGroup,
      canSee,
      title: (group: Group) => group.title,
      href: (group: Group) => `/groups/${group.id}`,
      titled: titledGroups,
      searchText: (group: Group) => [group.title, group.about].join("\n"),
      // The newest first.
      sortKey: (group: Group) => -group.id,
      summary: (group: Group) => ({ text: group.about }),
      guestScope: groupScope,
      idIn: ({ pathname, searchParams }) =>
        searchParams.has("message")
          ? null
          : Number(/^\/groups\/(\d+)$/.exec(pathname)?.[1]) || null,
    },
  },
  events: {
    "group.created": { ...changesAccess, notify: toAdded },
    "group.changed": onGroup,
    "group.exported": { kind: "person" },
    "group.joined": { ...changesAccess, notify: toAdded },
    "group.left": changesAccess,
    "group.role_changed": { ...changesAccess, notify: toNamed },
    "group.on_call": { ...onGroup, notify: toNamed },
    "group.announced": { ...onGroup, notify: toMembers, react: tellLater },
    "group.archived": onGroup,
    "group.reopened": onGroup,
    "group.requested": { ...onGroup, notify: toManagers },
    "group.request_decided": onGroup,
    "group.handed_over": changesAccess,
  },
  reactions: {
    "person.added": async (ctx, event) => {
      await welcomePerson(ctx, event)
      await personMoved(ctx, event)
    },
    "person.moved": personMoved,
    "person.disabled": personMoved,
    "person.enabled": personMoved,
    "person.handed_over": departmentsMoved,
    "import.done": async (ctx, event) => {
      await welcomeImported(ctx, event)
      await staffImported(ctx, event)
    },
    "import.undone": staffImported,
    "department.added": departmentsMoved,
    "department.reopened": departmentsMoved,
    "department.moved": departmentsMoved,
    "department.headed": headChanged,
    "department.dissolved": departmentDissolved,
  },
  jobs: [{ name: "groups.announced", every: 3, run: tellAnnounced }],
  said,
  holdings: [managedGroups],
  ownData: ownGroupSheets,
  categories: {
    "groups.added": { portal: true, push: true, email: false },
    "groups.requests": { portal: true, push: true, email: false },
    "groups.announcement": { portal: true, push: true, email: false },
  },
}
