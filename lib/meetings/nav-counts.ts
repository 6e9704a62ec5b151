import { and, count, eq, exists, gt, isNull, lt, or, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { askedAhead } from "./steps"

const nobody = { count: 0 }

const unanswered = prepared((on) => {
  const mine = on
    .select({ one: sql`1` })
    .from(meetingPeople)
    .where(
      and(
        eq(meetingPeople.meetingId, meetings.id),
        eq(meetingPeople.personId, sql.placeholder("personId")),
        isNull(meetingPeople.answer),
      ),
    )
  return on
    .select({ count: count() })
    .from(meetings)
    .where(
      and(
        eq(meetings.state, "published"),
        gt(meetings.startAt, sql.placeholder("now")),
        // Meetings of a series ask when they come near.
        or(isNull(meetings.ruleId), lt(meetings.startAt, sql.placeholder("near"))),
        exists(mine),
      ),
    )
    .prepare()
})

/** Invitations that wait for one's answer. */
export async function waitingAnswers(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return nobody
  const now = Date.now()
  const [row] = await unanswered(db()).execute({
    ...{ personId: actor.personId, now: startOf(now), near: startOf(now + askedAhead) },
  })
  return { count: row?.count ?? 0 }
}

const startOf = (at: number) => meetings.startAt.mapToDriverValue(new Date(at))

const unwritten = prepared((on) =>
  on
    .select({
      count: count(),
      late: sql<number>`count(*) filter (where ${meetings.minutesDueAt} < ${sql.placeholder("now")})`.mapWith(
        Number,
      ),
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.state, "ended"),
        eq(meetings.minutesVersion, 0),
        eq(meetings.noteTakerId, sql.placeholder("personId")),
      ),
    )
    .prepare(),
)

/** Minutes that one has still to write. */
export async function minutesToWrite(actor: Actor): Promise<{ count: number; urgent?: boolean }> {
  if (!isPerson(actor)) return nobody
  const now = meetings.minutesDueAt.mapToDriverValue(new Date())
  const [row] = await unwritten(db()).execute({ personId: actor.personId, now })
  return { count: row?.count ?? 0, urgent: (row?.late ?? 0) > 0 }
}
