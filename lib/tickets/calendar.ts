import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import type {
  CalendarEntry,
  CalendarSource,
  FeedEntry,
  Span,
  Whose,
} from "@/lib/platform/calendar-source"
import { isOpen } from "./order"
import { visibleTo } from "./policy"
import { hrefOf, titleOf } from "./ticket"
import { words } from "./words"

/** Promises of one page; a month of a busy department has fewer. */
const most = 600

const placed = (actor: PersonActor, whose: Whose): SQL => {
  if (whose.of === "mine") return eq(tickets.ownerId, actor.personId)
  return whose.of === "department" ? eq(tickets.departmentId, whose.id) : sql`1 = 0`
}

const promisedIn = (on: Db, actor: PersonActor, whose: Whose, { from, until }: Span) =>
  on
    .select()
    .from(tickets)
    .where(
      and(
        placed(actor, whose),
        gte(tickets.solveDueAt, from),
        lt(tickets.solveDueAt, until),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(tickets.solveDueAt), asc(tickets.id))
    .limit(most)

async function entries(actor: PersonActor, whose: Whose, span: Span): Promise<CalendarEntry[]> {
  const now = new Date()
  return (await promisedIn(db(), actor, whose, span)).map((ticket) => {
    const late = isOpen(ticket.state) && ticket.solveDueAt < now
    const mark = isOpen(ticket.state) ? (late ? "overdue" : undefined) : "done"
    return {
      ...{ kind: "ticket", id: ticket.id, title: titleOf(ticket), href: hrefOf(ticket) },
      ...{ start: ticket.solveDueAt, end: null, allDay: true, ...(mark && { mark }) },
    }
  })
}

/** What one promised and still owes. */
async function feed(on: Db, actor: PersonActor, span: Span): Promise<FeedEntry[]> {
  const rows = await promisedIn(on, actor, { of: "mine" }, span)
  return rows
    .filter(({ state }) => isOpen(state))
    .map((ticket) => ({
      ...{ uid: `ticket-${ticket.id}`, sequence: ticket.version - 1, changedAt: ticket.updatedAt },
      ...{ title: titleOf(ticket), href: hrefOf(ticket), start: ticket.solveDueAt, end: null },
      ...{ free: true, alarms: [60] },
    }))
}

/** 承诺完成时间 as deadlines. */
export const promises: CalendarSource = {
  name: "tickets",
  label: { zh: words.zh.inCalendar, en: words.en.inCalendar },
  look: "deadline",
  entries,
  feed,
}
