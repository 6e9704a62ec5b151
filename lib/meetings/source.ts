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
  type SQL,
  sql,
} from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
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
import { visibleTo } from "./policy"
import { words } from "./words"

/** Meetings of one page; a month of somebody busy has fewer. */
const most = 600

const within = ({ from, until }: Span): SQL | undefined =>
  and(lt(meetings.startAt, until), gt(meetings.endAt, from))

/** Published, whether it takes place yet or has. */
const known = inArray(meetings.state, ["published", "live", "ended"])

const takesPart = (on: Db, personId: number): SQL =>
  exists(
    on
      .select({ one: sql`1` })
      .from(meetingPeople)
      .where(
        and(
          eq(meetingPeople.meetingId, meetings.id),
          eq(meetingPeople.personId, personId),
          or(sql`${meetingPeople.answer} is null`, ne(meetingPeople.answer, "no")),
        ),
      ),
  )

async function entries(actor: PersonActor, whose: Whose, span: Span): Promise<CalendarEntry[]> {
  if (whose.of === "department") return []
  const placed =
    whose.of === "mine" ? takesPart(db(), actor.personId) : eq(meetings.groupId, whose.id)
  const rows = await db()
    .select()
    .from(meetings)
    .where(and(placed, known, within(span), visibleTo(actor)))
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(most)
  return rows.map(({ id, title, place, online, startAt, endAt, state }) => ({
    ...{ kind: "meeting", id, title, place, href: `/meetings/${id}`, start: startAt, end: endAt },
    ...(online !== "" && { join: online }),
    ...(state === "ended" && { mark: "done" as const }),
  }))
}

/** Times, and not a word of what for. */
async function busy(on: Db, personIds: readonly number[], span: Span): Promise<BusySpan[]> {
  return on
    .select({ personId: meetingPeople.personId, start: meetings.startAt, end: meetings.endAt })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(
      and(
        inArray(meetingPeople.personId, idsIn(personIds)),
        or(sql`${meetingPeople.answer} is null`, ne(meetingPeople.answer, "no")),
        known,
        within(span),
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(most * 10)
}

/** One's own; what was called off is said too, so that programs that keep it hear of it. */
async function feed(on: Db, actor: PersonActor, span: Span): Promise<FeedEntry[]> {
  const rows = await on
    .select()
    .from(meetings)
    .where(
      and(
        takesPart(on, actor.personId),
        isNotNull(meetings.publishedAt),
        within(span),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(most)
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
