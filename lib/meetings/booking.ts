import type { Recurrence } from "@/lib/calendar/recurrence"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { aligned, beginSeries } from "./beginning-series"
import type { MeetingContent } from "./content"
import { draftMeeting } from "./drafting"
import type { Carried } from "./inserting"
import { findMeeting, type Meeting } from "./meeting"

/**
 * 预约会议: a draft, or the first draft of a series.
 * @param rule null for one that takes place once
 */
export async function bookMeeting(
  ctx: Ctx & { actor: PersonActor },
  content: MeetingContent,
  rule: Recurrence | null,
  follows: { id: number; topic: Carried } | null = null,
): Promise<Meeting> {
  if (!rule) return draftMeeting(ctx, content, follows)
  const first = await aligned(content, rule)
  const meeting = await draftMeeting(ctx, first, follows)
  await beginSeries(ctx, meeting, first, rule)
  return (await findMeeting(ctx.tx, meeting.id)) ?? refuse("conflict")
}
