import { meetingPeople } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting, Participant } from "./meeting"
import { onePerson } from "./people"
import { settle } from "./settling"
import { requireState } from "./states"

/**
 * 参加 / 不参加 / 待定, as often as it changes. Not to come needs a reason.
 * @throws Refusal when the meeting has begun or is off
 */
export async function answerMeeting(
  ctx: Ctx & { actor: PersonActor },
  meeting: Meeting,
  answer: NonNullable<Participant["answer"]>,
  reason: string,
): Promise<void> {
  requireState(meeting, "published")
  if (answer === "no" && reason === "")
    refuse("invalid", { fields: { reason: "meetings.error.why" } })
  const { personId } = ctx.actor
  const [row] = await ctx.tx
    .update(meetingPeople)
    .set({ answer, answerReason: reason, answeredAt: ctx.now })
    .where(onePerson(meeting.id, personId))
    .returning({ personId: meetingPeople.personId })
  if (!row) refuse("forbidden")
  await settle(ctx, meeting.id, [personId])
  emit(ctx, { type: "meeting.answered", recordId: meeting.id, data: { personId, answer } })
}
