import { eq } from "drizzle-orm"
import { meetings, meetingTopics } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { everybodyIn, type MeetingContent, requireContent } from "./content"
import { findMeeting, type Meeting, seenMeeting } from "./meeting"
import { setPeople } from "./people"
import { setTopics } from "./topics"

type Own = Ctx & { actor: PersonActor }

/** How topic 0 is called, and how long it takes. */
export interface Carried {
  title: string
  goal: string
}
const carriedMinutes = 5

/**
 * A draft: nobody hears of it but those who prepare it.
 * @param follows the meeting before it, whose overdue resolutions are then its topic 0
 */
export async function draftMeeting(
  ctx: Own,
  content: MeetingContent,
  follows: { id: number; topic: Carried } | null = null,
): Promise<Meeting> {
  await requireContent(ctx, content)
  const before = follows && ((await seenMeeting(ctx, follows)) ?? refuse("not_found"))
  const { topics, personIds: _, ...fields } = content
  const [row] = await ctx.tx
    .insert(meetings)
    .values({
      ...fields,
      ...{ creatorId: ctx.actor.personId, createdAt: ctx.now, updatedAt: ctx.now },
      ...(before && { followsId: before.id, seriesId: before.seriesId ?? before.id }),
    })
    .returning({ id: meetings.id })
  const id = row?.id ?? refuse("conflict")
  if (before && before.seriesId === null)
    await ctx.tx.update(meetings).set({ seriesId: before.id }).where(eq(meetings.id, before.id))
  await setPeople(ctx, id, [], everybodyIn(content))
  await setTopics(ctx, id, [], topics)
  if (follows) await addCarried(ctx, id, follows.topic)
  await writeTags(ctx, "meeting", id, [content.title], true)
  emit(ctx, { type: "meeting.drafted", recordId: id })
  return (await findMeeting(ctx.tx, id)) ?? refuse("conflict")
}

/** Stands before all others: positions begin with 0. */
const addCarried = (ctx: Ctx, meetingId: number, topic: Carried) =>
  ctx.tx
    .insert(meetingTopics)
    .values({ ...topic, meetingId, position: -1, minutes: carriedMinutes, carried: true })
