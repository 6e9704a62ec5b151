import {
  and,
  asc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  lt,
  ne,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type {
  BusySpan,
  CalendarEntry,
  CalendarSource,
  FeedEntry,
  Span,
  Whose,
} from "@/lib/platform/calendar-source"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { longest } from "./content"
import { visibleTo } from "./policy"
import { words } from "./words"

/** Meetings of one page; a month of somebody busy has fewer. */
const most = 600

/** None lasts longer than a day: what began before that is over, and isn't looked through. */
const within = and(
  lt(meetings.startAt, sql.placeholder("until")),
  gt(meetings.startAt, sql.placeholder("begun")),
  gt(meetings.endAt, sql.placeholder("from")),
)

const spanOf = ({ from, until }: Span) => ({
  ...{ from: stored(from), until: stored(until) },
  begun: stored(new Date(+from - longest - 1)),
})

const stored = (at: Date) => meetings.startAt.mapToDriverValue(at)

/** Published, whether it takes place yet or has. */
const known = inArray(meetings.state, ["published", "live", "ended"])

const takesPart = (on: Db, me: Placeholder): SQL =>
  exists(
    on
      .select({ one: sql`1` })
      .from(meetingPeople)
      .where(
        and(
          eq(meetingPeople.meetingId, meetings.id),
          eq(meetingPeople.personId, me),
          or(sql`${meetingPeople.answer} is null`, ne(meetingPeople.answer, "no")),
        ),
      ),
  )

const held = keptForReaders((on, reader, of: "mine" | "group") =>
  on
    .select()
    .from(meetings)
    .where(
      and(
        of === "mine" ? takesPart(on, reader.me) : eq(meetings.groupId, sql.placeholder("id")),
        ...[known, within, visibleTo(reader)],
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(most)
    .prepare(),
)

async function entries(actor: PersonActor, whose: Whose, span: Span): Promise<CalendarEntry[]> {
  if (whose.of === "department") return []
  const rows = await held(db(), actor, { ...whose, ...spanOf(span) }, whose.of)
  return rows.map(({ id, title, place, online, startAt, endAt, state }) => ({
    ...{ kind: "meeting", id, title, place, href: `/meetings/${id}`, start: startAt, end: endAt },
    ...(online !== "" && { join: online }),
    ...(state === "ended" && { mark: "done" as const }),
  }))
}

const taken = prepared((on) =>
  on
    .select({ personId: meetingPeople.personId, start: meetings.startAt, end: meetings.endAt })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(
      and(
        inArray(meetingPeople.personId, idsGiven("people")),
        or(sql`${meetingPeople.answer} is null`, ne(meetingPeople.answer, "no")),
        ...[known, within, ne(meetings.id, sql.placeholder("but"))],
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(most * 10)
    .prepare(),
)

/** Times, and not a word of what for. */
async function busy(
  on: Db,
  personIds: readonly number[],
  span: Span,
  but?: { kind: string; id: number },
): Promise<BusySpan[]> {
  return taken(on).execute({
    ...{ people: JSON.stringify(personIds), ...spanOf(span) },
    but: but?.kind === "meeting" ? but.id : 0,
  })
}

const sent = keptForReaders((on, reader) =>
  on
    .select()
    .from(meetings)
    .where(
      and(
        ...[takesPart(on, reader.me), isNotNull(meetings.publishedAt)],
        ...[within, visibleTo(reader)],
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(most)
    .prepare(),
)

/** One's own; what was called off is said too, so that programs that keep it hear of it. */
async function feed(on: Db, actor: PersonActor, span: Span): Promise<FeedEntry[]> {
  const rows = await sent(on, actor, spanOf(span))
  return rows.map((meeting) => ({
    ...{ uid: `meeting-${meeting.id}`, sequence: meeting.version - 1 },
    ...{ changedAt: meeting.updatedAt, title: meeting.title, href: `/meetings/${meeting.id}` },
    place: [meeting.place, meeting.online].filter(Boolean).join(" "),
    ...{ start: meeting.startAt, end: meeting.endAt, alarms: [15] },
    cancelled: meeting.state === "cancelled",
  }))
}

export const ownMeetings: CalendarSource = {
  name: "meetings",
  label: { zh: words.zh.inCalendar, en: words.en.inCalendar },
  look: "appointment",
  entries,
  busy,
  feed,
}
