import { and, eq, inArray } from "drizzle-orm"
import { meetingTopics } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import type { TopicContent } from "./content"
import type { Topic } from "./meeting"

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

const differs = (there: Topic, content: Omit<TopicContent, "id">, position: number): boolean =>
  there.position !== position ||
  there.title !== content.title ||
  there.goal !== content.goal ||
  there.minutes !== content.minutes ||
  there.presenterId !== content.presenterId
