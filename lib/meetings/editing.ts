import { and, eq } from "drizzle-orm"
import { meetingPeople } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { everybodyIn, type MeetingContent, requireContent } from "./content"
import type { Meeting } from "./meeting"
import { keepsNotice } from "./notice-rule"
import { setPeople } from "./people"
import { requireReady } from "./ready"
import { requireState } from "./states"
import { storeMeeting } from "./storing"
import { setTopics } from "./topics"

type Own = Ctx & { actor: PersonActor }

/** Said in the log; texts are only named, since they may be restricted. */
const spoken = ["startAt", "endAt", "hostId", "noteTakerId", "groupId", "sensitivityId"] as const
const unspoken = ["title", "place", "online"] as const

/**
 * Changes a meeting that was read at `version`. Once it is published it must stay ready; a new
 * time asks everybody again, and needs a reason when it leaves less than a day's notice.
 * @throws Refusal "conflict" when somebody was faster, or at the field
 */
export async function editMeeting(
  ctx: Own,
  meeting: Meeting,
  version: number,
  content: MeetingContent,
  reason = "",
): Promise<void> {
  requireState(meeting, "draft", "published")
  if (meeting.version !== version) refuse("conflict")
  await requireContent(ctx, content, meeting)
  const published = meeting.state === "published"
  if (published) requireReady(content, ctx.now)
  const moved = +content.startAt !== +meeting.startAt || +content.endAt !== +meeting.endAt
  const { topics, personIds: _, ...fields } = content
  const notice = published && moved ? await newNotice(ctx, content.startAt, reason) : {}
  await storeMeeting(ctx, meeting, { ...fields, ...notice })
  const { added, gone } = await setPeople(ctx, meeting.id, meeting.people, everybodyIn(content))
  await setTopics(ctx, meeting.id, meeting.topics, topics)
  if (content.title !== meeting.title) await writeTags(ctx, "meeting", meeting.id, [content.title])
  const changed = differences(meeting, content)
  if (!published) emit(ctx, { type: "meeting.edited", recordId: meeting.id, data: changed })
  else await tellOfChange(ctx, meeting, moved, { ...changed, added, gone })
}

async function newNotice(ctx: Ctx, startAt: Date, reason: string) {
  const noticeKept = await keepsNotice(startAt, ctx.now)
  if (!noticeKept && reason === "")
    refuse("invalid", { fields: { reason: "meetings.error.notice" } })
  return { noticeKept, lateReason: noticeKept ? "" : reason }
}

/** Answers to another time say nothing about this one. */
async function tellOfChange(
  ctx: Ctx,
  meeting: Meeting,
  moved: boolean,
  data: Record<string, unknown> & { added: number[] },
) {
  if (moved)
    await ctx.tx
      .update(meetingPeople)
      .set({ answer: null, answerReason: "", answeredAt: null })
      .where(and(eq(meetingPeople.meetingId, meeting.id)))
  if (data.added.length > 0)
    emit(ctx, {
      type: "meeting.invited",
      recordId: meeting.id,
      data: { personIds: data.added },
    })
  emit(ctx, {
    type: moved ? "meeting.moved" : "meeting.changed",
    recordId: meeting.id,
    data,
  })
}

function differences(before: Meeting, after: MeetingContent): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const field of spoken)
    if (String(before[field]) !== String(after[field]))
      changed[field] = { before: before[field], after: after[field] }
  const texts = unspoken.filter((field) => before[field] !== after[field])
  return texts.length > 0 ? { ...changed, texts } : changed
}
