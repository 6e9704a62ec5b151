import type { Module } from "@/lib/platform/module"
import { waitingForMe } from "./counting"
import { openMatters } from "./handing-over"
import { labelledMatters } from "./labelled"
import { mattersFrom } from "./made-from"
import { findMatter, type Matter, titledMatters, titleOf } from "./matter"
import { toAsked, toOwner, toSupport, toTakingPart } from "./notices"
import { numberOf } from "./numbers"
import { ownMatterSheets } from "./own-data"
import { canComment, canCreate, canSee } from "./policy"
import { openTasks, taskAdded, taskDone } from "./task-news"
import { words } from "./words"
import { said } from "./words-said"

const label = { zh: words.zh.nav, en: words.en.nav }
const labelNew = { zh: words.zh.new, en: words.en.new }
const onMatter = { kind: "matter" } as const

export const matters: Module = {
  name: "matters",
  uses: ["people", "calendar", "tasks"],
  nav: [
    {
      group: "together",
      order: 40,
      href: "/matters",
      icon: "arrow-left-right",
      label,
      keys: "g x",
      count: waitingForMe,
    },
  ],
  create: [{ href: "/matters/new", icon: "arrow-left-right", label: labelNew, can: canCreate }],
  kinds: {
    matter: {
      icon: "arrow-left-right",
      find: findMatter,
      canSee,
      canComment,
      title: titleOf,
      href: (matter: Matter) => `/matters/${matter.id}`,
      titled: titledMatters,
      opens: true,
      madeFrom: mattersFrom,
      numbered: { pattern: /XS(\d{8,12})/, href: (id) => `/matters/${id}` },
      searchText: (matter: Matter) =>
        [
          `${numberOf(matter.id)} ${matter.id} ${matter.description}`,
          ...[matter.goal, matter.background, matter.remark, matter.support],
        ].join("\n"),
      sortKey: (matter: Matter) => matter.sortKey,
      summary: (matter: Matter) => ({
        state: matter.state,
        at: matter.dueAt,
        personId: matter.ownerId,
      }),
      idIn: ({ pathname }) => Number(/^\/matters\/(?:XS)?(\d{8,12})$/.exec(pathname)?.[1]) || null,
    },
  },
  events: {
    "matter.created": { ...onMatter, notify: toAsked },
    "matter.asked": { ...onMatter, notify: toAsked, react: openTasks },
    "matter.nudged": { ...onMatter, notify: toAsked },
    "matter.confirmed": { ...onMatter, notify: toOwner },
    "matter.edited": { ...onMatter, notify: toTakingPart, react: openTasks },
    "matter.postponed": { ...onMatter, notify: toTakingPart },
    "matter.paused": { ...onMatter, notify: toTakingPart, react: openTasks },
    "matter.started": { ...onMatter, notify: toTakingPart, react: openTasks },
    "matter.completed": { ...onMatter, notify: toTakingPart, react: openTasks },
    "matter.blocked": { ...onMatter, notify: toSupport, react: openTasks },
    "matter.commented": { ...onMatter, notify: toTakingPart },
    "matter.files_added": { ...onMatter, notify: toTakingPart },
    "matter.file_removed": onMatter,
    "matter.task_added": { ...onMatter },
    "matter.task_done": { ...onMatter },
    "matter.exported": { kind: "person" },
    "matter.file_imported": { kind: "person" },
    // The one who takes over is told once, of everything together.
    "matter.handed_over": { ...onMatter, react: openTasks },
  },
  reactions: { "task.created": taskAdded, "task.completed": taskDone },
  said,
  labelled: [labelledMatters],
  holdings: [openMatters],
  ownData: ownMatterSheets,
  categories: {
    "matters.confirm": { portal: true, push: true, email: false },
    "matters.support": { portal: true, push: true, email: false },
    "matters.assigned": { portal: true, push: true, email: false },
    "matters.updates": { portal: true, push: false, email: false },
  },
}
