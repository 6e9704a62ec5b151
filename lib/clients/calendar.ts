import { and, asc, eq, gte, isNotNull, lt, type SQL, sql } from "drizzle-orm"
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
import { visibleTo } from "./policy"
import { words } from "./words"

/** Next contacts of one page; a month of a busy department has fewer. */
const most = 600

const placed = (actor: PersonActor, whose: Whose): SQL => {
  if (whose.of === "mine") return eq(communications.ownerId, actor.personId)
  // Clients are a department's, never a group's.
  return whose.of === "department" ? eq(clients.departmentId, whose.id) : sql`1 = 0`
}

const nextIn = (on: Db, actor: PersonActor, whose: Whose, { from, until }: Span) =>
  on
    .select({ record: communications, name: clients.name })
    .from(communications)
    .innerJoin(clients, eq(clients.id, communications.clientId))
    .where(
      and(
        placed(actor, whose),
        isNotNull(communications.nextAt),
        gte(communications.nextAt, from),
        lt(communications.nextAt, until),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(communications.nextAt), asc(communications.id))
    .limit(most)

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
