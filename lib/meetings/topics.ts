import { and, eq, inArray } from "drizzle-orm"
import { meetingMaterials, meetingTopics } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import { dropFile } from "@/lib/platform/files/attaching"
import type { MeetingContent, TopicContent } from "./content"
import type { Meeting, Topic } from "./meeting"

/** The agenda as it is wanted now, in this order. A topic that stays keeps its material. */
export async function setTopics(
  ctx: Ctx,
  meetingId: number,
  before: readonly Topic[],
  wanted: readonly TopicContent[],
): Promise<void> {
  const known = new Map(before.map((topic) => [topic.id, topic]))
  const kept = wanted.flatMap(({ id }) => (id !== undefined && known.has(id) ? [id] : []))
  const gone = [...known.keys()].filter((id) => !kept.includes(id))
  for (const id of gone) await dropMaterials(ctx, meetingId, id)
  if (gone.length > 0)
    await ctx.tx
      .delete(meetingTopics)
      .where(and(eq(meetingTopics.meetingId, meetingId), inArray(meetingTopics.id, gone)))
  for (const [position, { id, ...content }] of wanted.entries()) {
    const there = id === undefined ? undefined : known.get(id)
    if (!there) await ctx.tx.insert(meetingTopics).values({ ...content, meetingId, position })
    else if (differs(there, content, position))
      await ctx.tx
        .update(meetingTopics)
        .set({ ...content, position })
        .where(eq(meetingTopics.id, there.id))
  }
}

/** With its topic material goes too, from everywhere. */
async function dropMaterials(ctx: Ctx, meetingId: number, topicId: number): Promise<void> {
  const rows = await ctx.tx
    .select({ fileId: meetingMaterials.fileId })
    .from(meetingMaterials)
    .where(and(eq(meetingMaterials.meetingId, meetingId), eq(meetingMaterials.topicId, topicId)))
  for (const { fileId } of rows) await dropFile(ctx, "meeting", meetingId, fileId)
}

export const differs = (
  there: Topic,
  content: Omit<TopicContent, "id">,
  position: number,
): boolean =>
  there.position !== position ||
  there.title !== content.title ||
  there.goal !== content.goal ||
  there.minutes !== content.minutes ||
  there.presenterId !== content.presenterId

const carriedMost = 5

/** Topic 0 takes what time the others leave it, and is counted against none. */
export function carriedMinutes({
  startAt,
  endAt,
  topics,
}: Pick<MeetingContent, "startAt" | "endAt" | "topics">): number {
  const lasts = Math.floor((+endAt - +startAt) / 60_000)
  const room = lasts - topics.reduce((sum, { minutes }) => sum + minutes, 0)
  return Math.max(1, Math.min(carriedMost, room))
}

/** Topic 0 stands before what a form says, which knows nothing of it. */
export function withCarried(
  { topics: before }: Meeting,
  content: Pick<MeetingContent, "startAt" | "endAt" | "topics">,
): (TopicContent & { carried?: true })[] {
  const carried = before.filter((topic) => topic.carried)
  const ids = new Set<number | undefined>(carried.map(({ id }) => id))
  const others = content.topics.filter(({ id }) => !ids.has(id))
  const minutes = carriedMinutes({ ...content, topics: others })
  return [
    ...carried.map(({ id, title, goal, presenterId }) => ({
      ...{ id, title, goal, presenterId, minutes, carried: true as const },
    })),
    ...others,
  ]
}
