import { eq } from "drizzle-orm"
import { meetingRules } from "@/db/schema/meetings/rules"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import type { MeetingContent } from "./content"
import { findMeeting, type Meeting } from "./meeting"
import { findRule } from "./rules"
import { storeMeeting } from "./storing"

/** @param parts as `partsOutside` gave them, masked */
export function withParts(content: MeetingContent, parts: readonly string[]): MeetingContent {
  const [title = content.title, place = "", online = "", ...agenda] = parts
  const topics = content.topics.map((topic, at) => ({ ...topic, title: agenda[at] ?? topic.title }))
  return { ...content, title, place, online, topics }
}

/** A draft whose masked words are its own from now on, and those of the series that it begins. */
export async function maskDraft(
  ctx: Ctx,
  meeting: Meeting,
  [title = meeting.title, place = "", online = ""]: readonly string[],
): Promise<Meeting> {
  const words = { title, place, online }
  await storeMeeting(ctx, meeting, words)
  await writeTags(ctx, "meeting", meeting.id, [title])
  const rule = await findRule(ctx.tx, meeting.ruleId)
  if (rule)
    await ctx.tx
      .update(meetingRules)
      .set({ content: { ...rule.content, ...words }, updatedAt: ctx.now })
      .where(eq(meetingRules.id, rule.id))
  return (await findMeeting(ctx.tx, meeting.id)) ?? refuse("conflict")
}
