import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { type MeetingContent, requireContent } from "./content"
import { type Carried, insertMeeting } from "./inserting"
import { findMeeting, type Meeting, seenMeeting } from "./meeting"

type Own = Ctx & { actor: PersonActor }

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
  const own = { creatorId: ctx.actor.personId }
  const id = await insertMeeting(ctx, content, own, before, follows?.topic ?? null)
  emit(ctx, { type: "meeting.drafted", recordId: id })
  return (await findMeeting(ctx.tx, id)) ?? refuse("conflict")
}
