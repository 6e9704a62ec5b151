import { and, asc, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingQuestions } from "@/db/schema/meetings/questions"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { requireState } from "./states"

/** Puts a question into the queue while the meeting runs. */
export async function askQuestion(
  ctx: Ctx & { actor: PersonActor },
  meeting: Meeting,
  text: string,
): Promise<void> {
  requireState(meeting, "live")
  await ctx.tx
    .insert(meetingQuestions)
    .values({ meetingId: meeting.id, personId: ctx.actor.personId, text, at: ctx.now })
  emit(ctx, { type: "meeting.asked", recordId: meeting.id })
}

/** It was answered: the next one's turn. */
export async function closeQuestion(ctx: Ctx, meeting: Meeting, questionId: number) {
  const [row] = await ctx.tx
    .update(meetingQuestions)
    .set({ doneAt: ctx.now })
    .where(
      and(
        eq(meetingQuestions.id, questionId),
        eq(meetingQuestions.meetingId, meeting.id),
        isNull(meetingQuestions.doneAt),
      ),
    )
    .returning({ id: meetingQuestions.id })
  if (!row) refuse("not_found")
  emit(ctx, { type: "meeting.question_closed", recordId: meeting.id })
}

/** Those that wait, the first to ask first. */
export const openQuestions = (meetingId: number) =>
  db()
    .select({
      id: meetingQuestions.id,
      text: meetingQuestions.text,
      person: { id: people.id, name: people.name, face: people.faceFileId },
    })
    .from(meetingQuestions)
    .innerJoin(people, eq(people.id, meetingQuestions.personId))
    .where(and(eq(meetingQuestions.meetingId, meetingId), isNull(meetingQuestions.doneAt)))
    .orderBy(asc(meetingQuestions.id))
    .limit(50)
