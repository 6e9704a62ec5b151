import { eq } from "drizzle-orm"
import { z } from "zod"
import { meetingAnswers } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx, Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal, refuse } from "@/lib/platform/refusal"
import { write, writeAsSystem } from "@/lib/platform/write"
import type { Invitee } from "./answer-link"
import { answerMeeting, setAnswer } from "./answering"
import { mailAnswer } from "./mailing-outsiders"
import { findMeeting, type Meeting } from "./meeting"
import type { Outsider } from "./outsiders"
import { canAnswer } from "./policy"
import { requireState } from "./states"

export const linkAnswer = z.object({
  answer: z.enum(meetingAnswers),
  reason: z.string().trim().max(500).catch(""),
})
export type LinkAnswer = z.output<typeof linkAnswer>

/**
 * 参加 / 不参加 / 待定 by a mail's link. Whoever holds it may have got it forwarded: unless the one
 * it belongs to is signed in, they are told of the answer that was given as theirs.
 * @param signedIn who is signed in where it was pressed
 * @returns the sentence's key when it couldn't be said: the field that is missing, somebody else's
 *   link, or the state
 */
export async function answerByLink(
  invitee: Invitee,
  said: LinkAnswer,
  origin: Origin,
  signedIn: PersonActor | null = null,
): Promise<"why" | "other" | "over" | null> {
  if (isOthers(invitee, signedIn)) return "other"
  try {
    if ("outsider" in invitee)
      await writeAsSystem(
        "meetings.answer",
        (ctx) => answerAsOutsider(ctx, invitee.outsider, said),
        { origin },
      )
    else if (signedIn)
      await write(
        signedIn,
        async (ctx) => {
          const meeting = await answerable(ctx, signedIn, invitee.meeting.id)
          await answerMeeting(
            Object.assign(ctx, { actor: signedIn }),
            meeting,
            said.answer,
            said.reason,
          )
        },
        { origin },
      )
    else
      await writeAsSystem("meetings.answer", (ctx) => answerAsColleague(ctx, invitee, said), {
        origin,
      })
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === "invalid" ? "why" : "over"
  }
}

/** Whoever is signed in answers as themselves, never by the link of somebody else. */
export const isOthers = (invitee: Invitee, signedIn: PersonActor | null): boolean =>
  signedIn !== null &&
  !("participant" in invitee && invitee.participant.personId === signedIn.personId)

type Colleague = Extract<Invitee, { participant: unknown }>

async function answerable(ctx: Ctx, actor: PersonActor, id: number): Promise<Meeting> {
  const meeting = (await findMeeting(ctx.tx, id)) ?? refuse("not_found")
  return canAnswer(actor, meeting) ? meeting : refuse("not_found")
}

async function answerAsColleague(
  ctx: Ctx,
  { meeting: { id }, participant: { personId } }: Colleague,
  { answer, reason }: LinkAnswer,
): Promise<void> {
  const [actor] = await actorsOf(ctx.tx, [personId])
  if (!actor) return refuse("not_found")
  const meeting = await answerable(ctx, actor, id)
  const said = { answer, answerReason: reason, standing: false }
  if (await setAnswer(ctx, meeting, personId, said))
    emit(ctx, {
      type: "meeting.answered_by_link",
      recordId: id,
      data: { personId, name: actor.name, answer },
    })
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
  await mailAnswer(ctx, own, answer)
}
