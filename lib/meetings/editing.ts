import { eq } from "drizzle-orm"
import { meetingPeople } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"
import { writeTags } from "@/lib/platform/tagging"
import { everybodyIn, type MeetingContent, requireContent } from "./content"
import { noteDayOff } from "./days-off"
import type { Meeting } from "./meeting"
import { keepsNotice } from "./notice-rule"
import { setOutsiders } from "./outsiders"
import { setPeople } from "./people"
import { requireReady } from "./ready"
import { saysSame } from "./says-same"
import { settle } from "./settling"
import { requireState } from "./states"
import { storeMeeting } from "./storing"
import { setTopics, withCarried } from "./topics"

type Own = Ctx & { actor: PersonActor }

/** Said in the log; texts are only named, since they may be restricted. */
const spoken = ["startAt", "endAt", "hostId", "noteTakerId", "groupId", "sensitivityId"] as const
const unspoken = ["title", "place", "online"] as const

/** How a change of many meetings changes one of them: without saying so each time. */
export interface AmongMany {
  together: true
  /** The rule's day that it stands for from now on. */
  ruleId?: number
  occurrence?: string
}

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
  many?: AmongMany,
): Promise<void> {
  requireState(meeting, "draft", "published")
  if (meeting.version !== version) refuse("conflict")
  await requireContent(ctx, content, meeting)
  const published = meeting.state === "published"
  const topics = withCarried(meeting, content)
  if (published) requireReady({ ...content, topics }, ctx.now)
  if (!many && saysSame(meeting, { ...content, topics })) return
  const moved = +content.startAt !== +meeting.startAt || +content.endAt !== +meeting.endAt
  const { topics: _, personIds: __, outsiders = meeting.outsiders, ...fields } = content
  const notice = published && moved ? await newNotice(ctx, content.startAt, reason, many) : {}
  const { together, ...place } = many ?? {}
  const apart = !together && published && meeting.ruleId !== null
  await storeMeeting(ctx, meeting, { ...fields, ...notice, ...place, ...(apart && { apart }) })
  await setOutsiders(ctx, meeting.id, outsiders)
  const { added, gone } = await setPeople(ctx, meeting.id, meeting.people, everybodyIn(content))
  await setTopics(ctx, meeting.id, meeting.topics, topics)
  if (content.title !== meeting.title) await writeTags(ctx, "meeting", meeting.id, [content.title])
  const changed = differences(meeting, content)
  if (!published) emit(ctx, { type: "meeting.edited", recordId: meeting.id, data: changed })
  else {
    if (moved) await moveOn(ctx, meeting, content.startAt)
    const data = { ...changed, added, gone, ...(together && { together }) }
    await tellUninvited(ctx, meeting, gone)
    tellOfChange(ctx, meeting, moved, data)
  }
}

async function newNotice(ctx: Ctx, startAt: Date, reason: string, many?: AmongMany) {
  const noticeKept = await keepsNotice(startAt, ctx.now)
  if (!noticeKept && reason === "" && !many)
    refuse("invalid", { fields: { reason: "meetings.error.notice" } })
  return { noticeKept, lateReason: noticeKept ? "" : reason }
}

/** Answers to another time say nothing about this one, nor does a day off that it lay on. */
async function moveOn(ctx: Ctx, { id: meetingId, hostId }: Meeting, to: Date): Promise<void> {
  await settle(ctx, meetingId, [hostId])
  await noteDayOff(ctx, meetingId, to)
  const none = { answer: null, answerReason: "", answeredAt: null, standing: false }
  await ctx.tx.update(meetingPeople).set(none).where(eq(meetingPeople.meetingId, meetingId))
  await ctx.tx.update(meetingOutsiders).set(none).where(eq(meetingOutsiders.meetingId, meetingId))
}

/** The meeting isn't theirs to see any more: they hear when it was, and their calendars lose it. */
async function tellUninvited(ctx: Ctx, { id, startAt }: Meeting, gone: readonly number[]) {
  const { timeZone } = (await settings()).company
  const data = { meetingId: id, at: `${dayIn(timeZone, startAt)} ${clockIn(timeZone, startAt)}` }
  for (const personId of gone) emit(ctx, { type: "meeting.uninvited", recordId: personId, data })
}

function tellOfChange(
  ctx: Ctx,
  meeting: Meeting,
  moved: boolean,
  data: Record<string, unknown> & { added: number[]; together?: true },
): void {
  if (data.added.length > 0 && !data.together)
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
