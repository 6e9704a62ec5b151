import { bounds } from "@/lib/calendar/bounds"
import { followUpsDue } from "@/lib/clients/due"
import { awaitingMe } from "@/lib/messages/clock-lists"
import { myGroups } from "@/lib/messages/list"
import { listInbox } from "@/lib/notifications/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { dueToday } from "@/lib/tasks/due-count"
import { listTasks } from "@/lib/tasks/queries"
import { supportAsked } from "@/lib/tasks/support-asked"
import { ticketsOwed } from "@/lib/tickets/owed"
import { myWeek } from "./my-week"

/** Counted up to this; a few of them stand on the page. */
const mostAwaiting = 100
const shownAlso = 5

/** What today asks of somebody, each thing once, by what it is. */
export async function todayOf(actor: PersonActor) {
  const limits = await bounds()
  const [tasks, due, inbox, clocks, support, groups, calls, asked, week] = await Promise.all([
    listTasks(actor, { view: "mine", due: "today", sort: "due" }, limits),
    dueToday(actor, limits),
    listInbox(actor, "open", true),
    awaitingMe(actor, mostAwaiting),
    supportAsked(actor),
    myGroups(actor),
    followUpsDue(actor, limits.endOfToday),
    ticketsOwed(actor),
    myWeek(actor),
  ])
  const above = new Set([
    ...[...tasks.rows, ...support].map(({ id }) => `task:${id}`),
    ...clocks.map(({ messageId }) => `message:${messageId}`),
    ...calls.map(({ clientId }) => `client:${clientId}`),
    ...asked.map(({ id }) => `ticket:${id}`),
  ])
  const also = inbox.bundles.filter(
    ({ kind, recordId }) => kind !== "task_update" && !above.has(`${kind}:${recordId}`),
  )
  return {
    urgent: clocks.filter(({ urgency }) => urgency === "urgent"),
    owed: clocks.filter(({ urgency }) => urgency !== "urgent"),
    /** The first of them, and how many there are. */
    due: { ...due, first: tasks.rows },
    also: also.slice(0, shownAlso),
    /** How much of the inbox isn't anywhere else on the page. */
    waiting: also.length,
    ...{ support, groups, calls, asked },
    ...week,
  }
}

export type Today = Awaited<ReturnType<typeof todayOf>>
