import { and, eq, exists, gt, isNull, lt, or, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { askedAhead } from "./steps"

const nobody = { count: 0 }

/** Invitations that wait for one's answer. */
export async function waitingAnswers(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return nobody
  const unanswered = exists(
    db()
      .select({ one: sql`1` })
      .from(meetingPeople)
      .where(
        and(
          eq(meetingPeople.meetingId, meetings.id),
          eq(meetingPeople.personId, actor.personId),
          isNull(meetingPeople.answer),
        ),
      ),
  )
  const now = new Date()
  const open = and(
    eq(meetings.state, "published"),
    gt(meetings.startAt, now),
    // Meetings of a series ask when they come near.
    or(isNull(meetings.ruleId), lt(meetings.startAt, new Date(+now + askedAhead))),
    unanswered,
  )
  return { count: await db().$count(meetings, open) }
}

/** Minutes that one has still to write. */
export async function minutesToWrite(actor: Actor): Promise<{ count: number; urgent?: boolean }> {
  if (!isPerson(actor)) return nobody
  const due = and(
    eq(meetings.state, "ended"),
    eq(meetings.minutesVersion, 0),
    eq(meetings.noteTakerId, actor.personId),
  )
  const late = await db().$count(meetings, and(due, sql`${meetings.minutesDueAt} < ${now()}`))
  return { count: await db().$count(meetings, due), urgent: late > 0 }
}

const now = () => meetings.minutesDueAt.mapToDriverValue(new Date())
