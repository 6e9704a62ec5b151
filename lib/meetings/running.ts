import { eq } from "drizzle-orm"
import { meetingTopics } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { missed } from "./attendance"
import { markTopic } from "./marks"
import type { Meeting, Topic } from "./meeting"
import { settleAll } from "./settling"
import { requireNext, requireState } from "./states"
import { minutesWithin } from "./steps"
import { storeMeeting } from "./storing"

/** Begins a meeting with its first topic. */
export async function startMeeting(ctx: Ctx, meeting: Meeting): Promise<void> {
  requireNext(meeting, "live")
  const [first] = meeting.topics
  await storeMeeting(ctx, meeting, {
    ...{ state: "live", startedAt: ctx.now, topicId: first?.id ?? null },
  })
  if (first) await run(ctx, meeting, first)
  await settleAll(ctx, meeting)
  emit(ctx, { type: "meeting.started", recordId: meeting.id })
}

async function run(ctx: Ctx, meeting: Meeting, { id }: Topic): Promise<void> {
  await ctx.tx.update(meetingTopics).set({ startedAt: ctx.now }).where(eq(meetingTopics.id, id))
  await markTopic(ctx, meeting.id, id)
}

/** Seconds that a topic has taken by a moment. */
export const secondsOf = ({ startedAt, spent }: Topic, now: Date): number =>
  spent + (startedAt ? Math.max(0, Math.round((+now - +startedAt) / 1000)) : 0)

/** Stops the running topic's clock and keeps what it took. */
async function pause(ctx: Ctx, { topics, topicId }: Meeting, at = ctx.now): Promise<void> {
  const running = topics.find(({ id }) => id === topicId)
  if (!running) return
  await ctx.tx
    .update(meetingTopics)
    .set({ startedAt: null, spent: secondsOf(running, at) })
    .where(eq(meetingTopics.id, running.id))
}

/**
 * Everybody goes on to a topic, or back to one.
 * @throws Refusal when the meeting isn't live, or has no such topic
 */
export async function moveToTopic(ctx: Ctx, meeting: Meeting, topicId: number): Promise<void> {
  requireState(meeting, "live")
  const next = meeting.topics.find(({ id }) => id === topicId) ?? refuse("not_found")
  if (next.id === meeting.topicId) return
  await pause(ctx, meeting)
  await run(ctx, meeting, next)
  await storeMeeting(ctx, meeting, { topicId: next.id })
  emit(ctx, { type: "meeting.topic_moved", recordId: meeting.id, data: { topicId: next.id } })
}

const extension = 5

/** 延长 5 分钟. */
export async function extendTopic(ctx: Ctx, meeting: Meeting, topicId: number): Promise<void> {
  requireState(meeting, "live")
  const topic = meeting.topics.find(({ id }) => id === topicId) ?? refuse("not_found")
  await ctx.tx
    .update(meetingTopics)
    .set({ minutes: topic.minutes + extension })
    .where(eq(meetingTopics.id, topic.id))
  emit(ctx, {
    type: "meeting.topic_extended",
    recordId: meeting.id,
    data: { topicId, minutes: extension },
  })
}

/**
 * 结束会议. The minutes are due so many real hours later; who wasn't marked by then was absent.
 * @param at when it ended, if it ended by itself
 * @throws Refusal when it has ended before
 */
export async function endMeeting(ctx: Ctx, meeting: Meeting, at?: Date): Promise<void> {
  requireNext(meeting, "ended")
  const endedAt = at ?? ctx.now
  await pause(ctx, meeting, endedAt)
  await missed(ctx, meeting)
  const minutesDueAt = new Date(+endedAt + minutesWithin)
  const ended = { state: "ended", endedAt, topicId: null, minutesDueAt } as const
  await storeMeeting(ctx, meeting, ended, endedAt)
  await settleAll(ctx, meeting)
  emit(ctx, {
    type: "meeting.ended",
    recordId: meeting.id,
    ...(at && { data: { byItself: true } }),
  })
}
