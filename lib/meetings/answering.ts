import { and, eq, gt, inArray, isNull } from "drizzle-orm"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting, Participant } from "./meeting"
import { onePerson } from "./people"
import { settle } from "./settling"
import { requireState } from "./states"

type Said = Pick<Participant, "answerReason" | "standing"> & {
  answer: NonNullable<Participant["answer"]>
}

/**
 * 参加 / 不参加 / 待定, as often as it changes. Not to come needs a reason.
 * @throws Refusal when the meeting has begun or is off
 */
export async function answerMeeting(
  ctx: Ctx & { actor: PersonActor },
  meeting: Meeting,
  answer: Said["answer"],
  answerReason: string,
  standing = false,
): Promise<void> {
  const { personId } = ctx.actor
  if (await setAnswer(ctx, meeting, personId, { answer, answerReason, standing }))
    emit(ctx, { type: "meeting.answered", recordId: meeting.id, data: { personId, answer } })
}

/**
 * Writes somebody's answer down; the caller says who gave it.
 * @returns whether it is another one than before
 */
export async function setAnswer(
  ctx: Ctx,
  meeting: Meeting,
  personId: number,
  said: Said,
): Promise<boolean> {
  requireState(meeting, "published")
  const { answer, answerReason, standing } = said
  if (answer === "no" && answerReason === "")
    refuse("invalid", { fields: { reason: "meetings.error.why" } })
  const own = meeting.people.find((each) => each.personId === personId)
  if (own?.answer === answer && own.answerReason === answerReason && own.standing === standing)
    return false
  const [row] = await ctx.tx
    .update(meetingPeople)
    .set({ ...said, answeredAt: ctx.now })
    .where(onePerson(meeting.id, personId))
    .returning({ personId: meetingPeople.personId })
  if (!row) refuse("forbidden")
  await settle(ctx, meeting.id, [personId])
  if (standing) await answerFollowing(ctx, meeting, personId)
  return true
}

/** What was answered to one meeting of a series goes for those after it that wait for an answer. */
async function answerFollowing(
  ctx: Ctx,
  { id, ruleId, startAt }: Meeting,
  who: number,
): Promise<void> {
  if (ruleId === null) return
  const { meetingId, personId, answer, answerReason } = meetingPeople
  const [said] = await ctx.tx
    .select({ answer, answerReason })
    .from(meetingPeople)
    .where(onePerson(id, who))
  const later = ctx.tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.ruleId, ruleId),
        eq(meetings.state, "published"),
        gt(meetings.startAt, startAt),
      ),
    )
  await ctx.tx
    .update(meetingPeople)
    .set({ ...said, answeredAt: ctx.now, standing: true })
    .where(and(eq(personId, who), isNull(answer), inArray(meetingId, later)))
}
