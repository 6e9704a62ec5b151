import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { meetingPeople, meetings, meetingTopics } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Outsider } from "./outsiders"

export type MeetingRow = typeof meetings.$inferSelect
export type MeetingState = MeetingRow["state"]
export type Participant = typeof meetingPeople.$inferSelect
export type Topic = typeof meetingTopics.$inferSelect

/** A meeting with its agenda, those invited, and what decides who sees it. */
export interface Meeting extends MeetingRow {
  topics: readonly Topic[]
  people: readonly Participant[]
  outsiders: readonly Outsider[]
  grants: readonly Grant[]
}

const byId = prepared((db) =>
  db
    .select()
    .from(meetings)
    .where(eq(meetings.id, sql.placeholder("id")))
    .prepare(),
)
const topicsOf = prepared((db) =>
  db
    .select()
    .from(meetingTopics)
    .where(eq(meetingTopics.meetingId, sql.placeholder("id")))
    .orderBy(asc(meetingTopics.position), asc(meetingTopics.id))
    .prepare(),
)
const peopleOf = prepared((db) =>
  db
    .select()
    .from(meetingPeople)
    .where(eq(meetingPeople.meetingId, sql.placeholder("id")))
    .orderBy(asc(meetingPeople.personId))
    .prepare(),
)
const outsidersOf = prepared((db) =>
  db
    .select()
    .from(meetingOutsiders)
    .where(
      and(
        eq(meetingOutsiders.meetingId, sql.placeholder("id")),
        isNull(meetingOutsiders.removedAt),
      ),
    )
    .orderBy(asc(meetingOutsiders.id))
    .prepare(),
)

/** The meeting, whoever asks: `canSee` comes next. */
export async function findMeeting(db: Db, id: number): Promise<Meeting | null> {
  // Out of an address comes any number, and none.
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  const topics = await topicsOf(db).execute({ id })
  const people = await peopleOf(db).execute({ id })
  const outsiders = await outsidersOf(db).execute({ id })
  return { ...row, topics, people, outsiders, grants: grantsOf(row, people) }
}

/**
 * Who prepares a meeting sees it; those invited and the members of its group from when it is
 * published. A draft is silent.
 */
function grantsOf(row: MeetingRow, people: readonly Participant[]): Grant[] {
  const grants = new Map<Grant["principal"], Grant["level"]>()
  if (row.publishedAt !== null) {
    if (row.groupId !== null) grants.set(`group:${row.groupId}`, "view")
    for (const { personId } of people) grants.set(`person:${personId}`, "view")
  }
  if (row.escalatedToId !== null) grants.set(`person:${row.escalatedToId}`, "view")
  for (const id of [row.hostId, row.noteTakerId, row.creatorId]) grants.set(`person:${id}`, "edit")
  if (isOpenable(row)) grants.set(`scope:meeting:${row.id}`, "view")
  return [...grants].map(([principal, level]) => ({ principal, level }))
}

/** Guests are let in to what was announced and carries no label. */
export const isOpenable = (row: MeetingRow): boolean =>
  row.publishedAt !== null && row.sensitivityId === null

/** For actions: the meeting that an input names, if it is the actor's to see. */
export async function seenMeeting(ctx: Ctx, input: { id: number }): Promise<Meeting | null> {
  const meeting = await findMeeting(ctx.tx, input.id)
  return meeting && sees(ctx.actor, meeting) ? meeting : null
}

/** Meetings as lists of records of every kind name them. */
export async function titledMeetings(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: meetings.id, title: meetings.title })
    .from(meetings)
    .where(inArray(meetings.id, [...ids]))
  return new Map(rows.map(({ id, title }) => [id, { title, href: `/meetings/${id}` }]))
}
