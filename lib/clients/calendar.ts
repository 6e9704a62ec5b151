import { and, asc, eq, gte, isNotNull, lt, type Placeholder, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type {
  CalendarEntry,
  CalendarSource,
  FeedEntry,
  Span,
  Whose,
} from "@/lib/platform/calendar-source"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { visibleTo } from "./policy"
import { words } from "./words"

/** Next contacts of one page; a month of a busy department has fewer. */
const most = 600

const placed = (me: Placeholder, of: Whose["of"]) => {
  if (of === "mine") return eq(communications.ownerId, me)
  // Clients are a department's, never a group's.
  return of === "department" ? eq(clients.departmentId, sql.placeholder("id")) : sql`1 = 0`
}

const next = keptForReaders((on, reader, of: Whose["of"]) =>
  on
    .select({ record: communications, name: clients.name })
    .from(communications)
    .innerJoin(clients, eq(clients.id, communications.clientId))
    .where(
      and(
        placed(reader.me, of),
        isNotNull(communications.nextAt),
        gte(communications.nextAt, sql.placeholder("from")),
        lt(communications.nextAt, sql.placeholder("until")),
        visibleTo(reader),
      ),
    )
    .orderBy(asc(communications.nextAt), asc(communications.id))
    .limit(most)
    .prepare(),
)

const nextIn = (on: Db, actor: PersonActor, whose: Whose, { from, until }: Span) =>
  next(on, actor, { ...whose, from: stored(from), until: stored(until) }, whose.of)

const stored = (at: Date) => communications.nextAt.mapToDriverValue(at)

async function entries(actor: PersonActor, whose: Whose, span: Span): Promise<CalendarEntry[]> {
  const { timeZone } = await companyCalendar()
  const today = dayIn(timeZone, new Date())
  return (await nextIn(db(), actor, whose, span)).flatMap(({ record, name }) => {
    const { id, clientId, nextAt, settledAt } = record
    if (!nextAt) return []
    const late = !settledAt && dayIn(timeZone, nextAt) < today
    const mark = settledAt ? "done" : late ? "overdue" : undefined
    const entry = { kind: "follow_up", id, title: name, href: `/clients/${clientId}` }
    // It is owed that day, not at an hour: above the hours it hides no meeting.
    return [{ ...entry, start: nextAt, end: null, allDay: true, ...(mark && { mark }) }]
  })
}

/** One's own next contacts, as far as they are still owed. */
async function feed(on: Db, actor: PersonActor, span: Span): Promise<FeedEntry[]> {
  return (await nextIn(on, actor, { of: "mine" }, span)).flatMap(({ record, name }) =>
    record.nextAt && !record.settledAt
      ? [
          {
            ...{ uid: `follow-up-${record.id}`, sequence: record.version - 1 },
            ...{ changedAt: record.updatedAt, title: name, href: `/clients/${record.clientId}` },
            ...{ start: record.nextAt, end: null, free: true, alarms: [0] },
          },
        ]
      : [],
  )
}

export const nextContacts: CalendarSource = {
  name: "clients",
  label: { zh: words.zh.inCalendar, en: words.en.inCalendar },
  look: "deadline",
  entries,
  feed,
}
