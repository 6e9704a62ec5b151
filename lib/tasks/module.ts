import { groupKinds } from "@/db/schema/groups"
import { sees } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Module } from "@/lib/platform/module"
import { askForUpdates } from "./asking-for-updates"
import { dueTimes } from "./calendar"
import { openTaskCount } from "./counting"
import { openTasks } from "./handing-over"
import { labelledTasks } from "./labelled"
import { nextAfterDone } from "./next-time"
import {
  needsSupport,
  ownerAndCreator,
  participants,
  toAnswering,
  toAsker,
  toAssigned,
  toImported,
  toNudger,
  toReady,
  whoTakesPart,
} from "./notices"
import { ownTaskSheets } from "./own-data"
import { canComment, canCreate, canSee } from "./policy"
import { makeNextTimes } from "./recurring"
import { remindOfTasks, whoIsReminded } from "./reminding"
import { tasksFrom } from "./source"
import { withoutSupport } from "./supporting"
import { findTask, findTasks, type Task, titledTasks } from "./task"
import { findView, type TaskView } from "./task-view"
import { findUpdateRequest, type UpdateRequest, whoIsAsked } from "./update-request"
import { tellWhoWaited } from "./waiting"
import { words } from "./words"
import { said } from "./words-said"

const label = { zh: words.zh.nav, en: words.en.nav }
const labelNew = { zh: words.zh.new, en: words.en.new }
const whenDone = async (ctx: Ctx, event: NewEvent): Promise<void> => {
  await tellWhoWaited(ctx, event)
  await nextAfterDone(ctx, event)
  await withoutSupport(ctx, event)
}
const onTask = { kind: "task" } as const

export const tasks: Module = {
  name: "tasks",
  uses: ["people", "calendar", "groups"],
  nav: [
    {
      group: "together",
      order: 20,
      href: "/tasks",
      icon: "circle-check",
      label,
      keys: "g t",
      count: openTaskCount,
    },
  ],
  groupTabs: [
    {
      name: "tasks",
      order: 20,
      path: "/tasks",
      label,
      kinds: groupKinds.filter((kind) => kind !== "direct" && kind !== "casual"),
    },
  ],
  create: [
    { href: "/tasks/new", icon: "circle-check", label: labelNew, keys: "c", can: canCreate },
  ],
  kinds: {
    task: {
      icon: "circle-check",
      find: findTask,
      findMany: findTasks,
      canSee,
      canComment,
      title: (task: Task) => task.name,
      href: (task: Task) => `/tasks/${task.id}`,
      titled: titledTasks,
      madeFrom: tasksFrom,
      searchText: ({ name, description, risk, support }: Task) =>
        [name, description, risk, ...(support ? [support] : [])].join("\n"),
      sortKey: (task: Task) => task.sortKey,
      dueAt: (task: Task) => task.dueAt,
      summary: (task: Task) => ({
        state: task.state,
        at: task.dueAt,
        personId: task.ownerId,
        progress: task.progress,
      }),
      idIn: ({ pathname }) => Number(/^\/tasks\/(\d{1,15})$/.exec(pathname)?.[1]) || null,
    },
    task_view: {
      icon: "list-filter",
      find: findView,
      canSee: sees,
      title: ({ name }: TaskView) => name,
      href: ({ query }: TaskView) => (query ? `/tasks?${query}` : "/tasks"),
      searchText: ({ name }: TaskView) => name,
      sortKey: ({ id }: TaskView) => -id,
    },
    task_update: {
      icon: "pencil",
      find: findUpdateRequest,
      canSee: sees,
      title: ({ day }: UpdateRequest) => day,
      href: () => "/tasks/updates",
      searchText: () => "",
      sortKey: ({ id }: UpdateRequest) => -id,
      personal: true,
    },
  },
  events: {
    "task.created": { ...onTask, notify: toAssigned },
    "task.imported": { ...onTask, notify: toImported },
    "task.file_imported": { kind: "person" },
    "task.assigned": { ...onTask, notify: toAssigned },
    // The one who takes over is told once, of everything together.
    "task.handed_over": { ...onTask },
    "task.edited": { ...onTask, notify: whoTakesPart },
    "task.started": { ...onTask, react: withoutSupport },
    "task.paused": { ...onTask, react: withoutSupport },
    "task.progressed": { ...onTask },
    "task.needs_support": { ...onTask, notify: needsSupport },
    "task.support_taken": { ...onTask, notify: whoTakesPart },
    "task.completed": { ...onTask, notify: ownerAndCreator, react: whenDone },
    "task.repeated": { ...onTask, notify: toAssigned },
    "task.series_begun": { ...onTask, notify: whoTakesPart },
    "task.series_changed": { ...onTask, notify: whoTakesPart },
    "task.series_ended": { ...onTask, notify: whoTakesPart },
    "task.ready": { ...onTask, notify: toReady },
    "task.linked": { ...onTask, notify: whoTakesPart },
    "task.unlinked": { ...onTask },
    // Steps are for the activity alone: nobody is told of each tick.
    "task.check_added": onTask,
    "task.check_ticked": onTask,
    "task.check_reopened": onTask,
    "task.check_moved": onTask,
    "task.check_removed": onTask,
    "task.files_added": { ...onTask, notify: whoTakesPart },
    "task.file_removed": onTask,
    "task.commented": { ...onTask, notify: participants },
    "task.reminded": { ...onTask, notify: whoIsReminded },
    "task.change_requested": { ...onTask, notify: toAnswering },
    "task.change_agreed": { ...onTask, notify: toAsker },
    "task.change_declined": { ...onTask, notify: toAsker },
    "task.nudge_answered": { ...onTask, notify: toNudger },
    "task.exported": { kind: "person" },
    "task_view.saved": { kind: "task_view" },
    "task_view.removed": { kind: "task_view" },
    "task.update_asked": { kind: "task_update", notify: whoIsAsked },
  },
  said,
  calendar: [dueTimes],
  labelled: [labelledTasks],
  holdings: [openTasks],
  ownData: ownTaskSheets,
  categories: {
    "tasks.assigned": { portal: true, push: true, email: false },
    "tasks.requests": { portal: true, push: true, email: false },
    "tasks.ready": { portal: true, push: true, email: false },
    "tasks.support": { portal: true, push: true, email: false },
    "tasks.updates": { portal: true, push: false, email: false },
    "tasks.due": { portal: true, push: true, email: false },
    "tasks.late": { portal: true, push: false, email: false },
    "tasks.progress": { portal: true, push: true, email: false },
  },
  jobs: [
    { name: "tasks.reminders", every: 30, run: remindOfTasks },
    { name: "tasks.series", every: 60, run: makeNextTimes },
    { name: "tasks.updates", every: 300, run: askForUpdates },
  ],
}
