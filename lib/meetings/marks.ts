import { asc, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingMarks } from "@/db/schema/meetings/record"
import type { Ctx } from "@/lib/platform/context"
import type { Meeting } from "./meeting"
import { numbered } from "./minutes-content"

/** Nobody goes back and forth more often than this. */
const most = 200

/** A topic came up: where a recording is opened to hear it. */
export const markTopic = (ctx: Ctx, meetingId: number, topicId: number) =>
  ctx.tx.insert(meetingMarks).values({ meetingId, topicId, at: ctx.now })

/** When each topic came up in a recording that began at `from`, in seconds. */
export async function marksOf(meeting: Meeting, from: Date) {
  const rows = await db()
    .select({ id: meetingMarks.id, topicId: meetingMarks.topicId, at: meetingMarks.at })
    .from(meetingMarks)
    .where(eq(meetingMarks.meetingId, meeting.id))
    .orderBy(asc(meetingMarks.id))
    .limit(most)
  const topics = new Map(numbered(meeting.topics).map((each) => [each.topic.id, each]))
  return rows.flatMap(({ id, topicId, at }) => {
    const topic = topics.get(topicId)
    const seconds = Math.max(0, Math.round((+at - +from) / 1000))
    return topic ? [{ id, seconds, number: topic.number, title: topic.topic.title }] : []
  })
}

export type Mark = Awaited<ReturnType<typeof marksOf>>[number]
