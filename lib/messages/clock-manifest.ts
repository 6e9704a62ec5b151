import { sees } from "@/lib/platform/actor"
import type { EventSpec, Job, Kind, Module } from "@/lib/platform/module"
import { type Clock, findClock } from "./clock"
import { toAsker, toHolders, toStandIns, toSuperiors } from "./clock-notices"
import { sweepClocks } from "./clock-sweep"
import { toItsGroup } from "./whole"

const clock: Kind<Clock> = {
  icon: "timer",
  find: findClock,
  canSee: sees,
  title: ({ title }) => title,
  href: ({ id }) => `/groups/awaiting?clock=${id}`,
  // Found by nobody: those it concerns have the message, and the others may not read it.
  searchText: () => "",
  sortKey: ({ id }) => -id,
  summary: ({ dueAt }) => ({ at: dueAt }),
  personal: true,
}

/** Overdue answers that were escalated. */
export const clockKinds = { clock }

/** Its clocks look otherwise now, for everybody who has it before them. */
const onMessage = { kind: "message", whole: toItsGroup } as const
const onClock = { kind: "clock" } as const

export const clockEvents: Record<string, EventSpec> = {
  "message.reminded": { kind: "message", notify: toHolders },
  "message.passed_on": { ...onMessage, notify: toStandIns },
  "message.answered": { ...onMessage, notify: toAsker },
  "message.released": onMessage,
  "clock.escalated": { ...onClock, notify: toSuperiors },
  "clock.answered": onClock,
  "clock.cancelled": onClock,
}

/** Besides `messages.urgent`, which can't be switched off. */
export const clockCategories: NonNullable<Module["categories"]> = {
  "messages.reminder": { portal: true, push: true, email: false },
  "messages.escalated": { portal: true, push: true, email: false, fixed: true },
  "messages.answered": { portal: true, push: false, email: false },
}

export const clockJobs: readonly Job[] = [
  { name: "messages.clocks", every: 15, run: () => sweepClocks() },
]
