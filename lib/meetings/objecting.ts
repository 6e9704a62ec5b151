import { and, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { minutesVersions } from "@/db/schema/meetings"
import { minutesObjections } from "@/db/schema/meetings/record"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { settle } from "./settling"

type Own = Ctx & { actor: PersonActor }

/** Real time from when a version is out to when nobody objects to it any more. */
const within = 24 * 3_600_000
/** What one person may have waiting for an answer. */
const most = 5

/** Until when the version that stands may be objected to; null before there is one. */
export async function objectionsUntil(on: Db, meeting: Meeting): Promise<Date | null> {
  const [row] = await on
    .select({ at: minutesVersions.at })
    .from(minutesVersions)
    .where(
      and(
        eq(minutesVersions.meetingId, meeting.id),
        eq(minutesVersions.number, meeting.minutesVersion),
      ),
    )
  return row ? new Date(+row.at + within) : null
}

/**
 * 提出异议: what the published minutes say wrong, and why. Host and note-taker are asked.
 * @throws Refusal when there are no minutes, a day has passed, or too much waits already
 */
export async function objectTo(
  ctx: Own,
  meeting: Meeting,
  { what, why }: { what: string; why: string },
): Promise<number> {
  const until = await objectionsUntil(ctx.tx, meeting)
  if (!until || ctx.now >= until) refuse("conflict", { sentence: "meetings.error.objectionsOver" })
  const waiting = await ctx.tx.$count(
    minutesObjections,
    and(open(meeting), eq(minutesObjections.personId, ctx.actor.personId)),
  )
  if (waiting >= most) refuse("invalid", { sentence: "meetings.error.manyObjections" })
  const [row] = await ctx.tx
    .insert(minutesObjections)
    .values({
      ...{ meetingId: meeting.id, number: meeting.minutesVersion, what, why },
      ...{ personId: ctx.actor.personId, at: ctx.now },
    })
    .returning({ id: minutesObjections.id })
  const id = row?.id ?? refuse("conflict")
  emit(ctx, { type: "meeting.objected", recordId: meeting.id, data: { objection: id } })
  return id
}

const open = ({ id }: Meeting) =>
  and(eq(minutesObjections.meetingId, id), isNull(minutesObjections.outcome))

/**
 * Answers it, once: the minutes were corrected, or they stay as they are, and why.
 * @throws Refusal when it is answered, or nothing was corrected since
 */
export async function answerObjection(
  ctx: Own,
  meeting: Meeting,
  given: { objection: number; outcome: "corrected" | "kept"; answer: string },
): Promise<void> {
  const one = and(open(meeting), eq(minutesObjections.id, given.objection))
  const [row] = await ctx.tx.select().from(minutesObjections).where(one)
  if (!row) return refuse("not_found")
  if (given.outcome === "corrected" && meeting.minutesVersion <= row.number)
    refuse("invalid", { sentence: "meetings.error.correctFirst" })
  await ctx.tx
    .update(minutesObjections)
    .set({
      ...{ outcome: given.outcome, answer: given.answer },
      ...{ answeredById: ctx.actor.personId, answeredAt: ctx.now },
    })
    .where(one)
  if ((await ctx.tx.$count(minutesObjections, open(meeting))) === 0)
    await settle(ctx, meeting.id, [meeting.hostId, meeting.noteTakerId])
  emit(ctx, {
    type: "meeting.objection_answered",
    recordId: meeting.id,
    data: { personId: row.personId, outcome: given.outcome },
  })
}
