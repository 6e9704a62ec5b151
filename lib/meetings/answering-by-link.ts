import { eq } from "drizzle-orm"
import { z } from "zod"
import { db } from "@/db/engine"
import { meetingAnswers } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import type { Ctx, Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal, refuse } from "@/lib/platform/refusal"
import { write, writeAsSystem } from "@/lib/platform/write"
import type { Invitee } from "./answer-link"
import { answerMeeting } from "./answering"
import { findMeeting } from "./meeting"
import type { Outsider } from "./outsiders"
import { canAnswer } from "./policy"
import { requireState } from "./states"

export const linkAnswer = z.object({
  answer: z.enum(meetingAnswers),
  reason: z.string().trim().max(500).catch(""),
})
export type LinkAnswer = z.output<typeof linkAnswer>

/**
 * 参加 / 不参加 / 待定 by a mail's link, as if it were said in the portal.
 * @returns the sentence's key when it couldn't be said: the field that is missing, or the state
 */
export async function answerByLink(
  invitee: Invitee,
  said: LinkAnswer,
  origin: Origin,
): Promise<"why" | "over" | null> {
  try {
    if ("participant" in invitee) await answerAsColleague(invitee, said, origin)
    else
      await writeAsSystem(
        "meetings.answer",
        (ctx) => answerAsOutsider(ctx, invitee.outsider, said),
        { origin },
      )
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === "invalid" ? "why" : "over"
  }
}

async function answerAsColleague(
  { meeting, participant }: Extract<Invitee, { participant: unknown }>,
  { answer, reason }: LinkAnswer,
  origin: Origin,
): Promise<void> {
  const [actor] = await actorsOf(db(), [participant.personId])
  if (!actor) return refuse("not_found")
  await write(
    actor,
    async (ctx) => {
      const now = (await findMeeting(ctx.tx, meeting.id)) ?? refuse("not_found")
      if (!canAnswer(actor, now)) refuse("not_found")
      await answerMeeting(Object.assign(ctx, { actor }), now, answer, reason)
    },
    { origin },
  )
}

async function answerAsOutsider(
  ctx: Ctx,
  { id, meetingId, name }: Outsider,
  { answer, reason }: LinkAnswer,
): Promise<void> {
  const meeting = (await findMeeting(ctx.tx, meetingId)) ?? refuse("not_found")
  requireState(meeting, "published")
  const own = meeting.outsiders.find((each) => each.id === id) ?? refuse("not_found")
  if (own.answer === answer && own.answerReason === reason) return
  await ctx.tx
    .update(meetingOutsiders)
    .set({ answer, answerReason: reason, answeredAt: ctx.now })
    .where(eq(meetingOutsiders.id, id))
  emit(ctx, {
    type: "meeting.outsider_answered",
    recordId: meetingId,
    data: { outsiderId: id, name, answer },
  })
}
