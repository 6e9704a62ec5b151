import { eq } from "drizzle-orm"
import { meetingPeople, meetingPoints, meetingResolutions } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { MeetingPlan } from "./import-rows"
import type { Meeting } from "./meeting"
import { storeMeeting } from "./storing"

/** A meeting that took place before it came here: who was there, what was said and resolved. */
export async function keepHeld(
  ctx: Ctx & { actor: PersonActor },
  meeting: Meeting,
  { points, resolutions, remark }: Pick<MeetingPlan, "points" | "resolutions" | "remark">,
): Promise<void> {
  const { startAt, endAt, id: meetingId } = meeting
  await storeMeeting(ctx, meeting, {
    ...{ state: "ended", publishedAt: ctx.now, startedAt: startAt, endedAt: endAt, remark },
  })
  await ctx.tx
    .update(meetingPeople)
    .set({ attendance: "present" })
    .where(eq(meetingPeople.meetingId, meetingId))
  // The template doesn't say under which topic.
  const topicId = meeting.topics[0]?.id ?? 0
  const row = {
    ...{ meetingId, topicId, authorId: ctx.actor.personId },
    ...{ createdAt: ctx.now, updatedAt: ctx.now },
  }
  if (points.length > 0)
    await ctx.tx.insert(meetingPoints).values(points.map((point) => ({ ...row, ...point })))
  if (resolutions.length > 0)
    await ctx.tx.insert(meetingResolutions).values(
      resolutions.map(({ text, owner, dueAt }) => ({
        ...{ ...row, text, dueAt },
        ownerId: owner?.id ?? null,
      })),
    )
  emit(ctx, { type: "meeting.imported", recordId: meetingId })
}
