import { and, asc, eq, gte, lt, type Placeholder, sql } from "drizzle-orm"
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
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { isOpen } from "./order"
import { visibleTo } from "./policy"
import { hrefOf, titleOf } from "./ticket"
import { words } from "./words"

/** Promises of one page; a month of a busy department has fewer. */
const most = 600

const placed = (me: Placeholder, of: Whose["of"]) => {
  if (of === "mine") return eq(tickets.ownerId, me)
  return of === "department" ? eq(tickets.departmentId, sql.placeholder("id")) : sql`1 = 0`
}

const promised = keptForReaders((on, reader, of: Whose["of"]) =>
  on
    .select()
    .from(tickets)
    .where(
      and(
        placed(reader.me, of),
        gte(tickets.solveDueAt, sql.placeholder("from")),
        lt(tickets.solveDueAt, sql.placeholder("until")),
        visibleTo(reader),
      ),
    )
    .orderBy(asc(tickets.solveDueAt), asc(tickets.id))
    .limit(most)
    .prepare(),
)

const promisedIn = (on: Db, actor: PersonActor, whose: Whose, { from, until }: Span) =>
  promised(on, actor, { ...whose, from: stored(from), until: stored(until) }, whose.of)

const stored = (at: Date) => tickets.solveDueAt.mapToDriverValue(at)

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
