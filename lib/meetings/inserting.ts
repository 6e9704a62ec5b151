import { eq } from "drizzle-orm"
import { meetings, meetingTopics } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { everybodyIn, type MeetingContent } from "./content"
import type { MeetingRow } from "./meeting"
import { setOutsiders } from "./outsiders"
import { setPeople } from "./people"
import { setTopics } from "./topics"

/** How topic 0 is called, and how long it takes. */
export interface Carried {
  title: string
  goal: string
}
export const carriedMinutes = 5

type Own = Omit<
  typeof meetings.$inferInsert,
  keyof Omit<MeetingContent, "topics" | "personIds" | "outsiders"> | "createdAt" | "updatedAt"
>

/**
 * Writes a meeting with its people and its agenda.
 * @param before the one it follows in its chain
 * @param carried topic 0, where it has one
 */
export async function insertMeeting(
  ctx: Ctx,
  content: MeetingContent,
  own: Own,
  before: Pick<MeetingRow, "id" | "seriesId"> | null,
  carried: (Carried & { minutes?: number }) | null,
): Promise<number> {
  const { topics, personIds: _, outsiders = [], ...fields } = content
  const [row] = await ctx.tx
    .insert(meetings)
    .values({
      ...{ ...fields, ...own, createdAt: ctx.now, updatedAt: ctx.now },
      ...(before && { followsId: before.id, seriesId: before.seriesId ?? before.id }),
    })
    .returning({ id: meetings.id })
  const id = row?.id ?? refuse("conflict")
  if (before && before.seriesId === null)
    await ctx.tx.update(meetings).set({ seriesId: before.id }).where(eq(meetings.id, before.id))
  await setPeople(ctx, id, [], everybodyIn(content))
  await setTopics(ctx, id, [], topics)
  await setOutsiders(ctx, id, outsiders)
  // Stands before all others: positions begin with 0.
  if (carried)
    await ctx.tx
      .insert(meetingTopics)
      .values({ minutes: carriedMinutes, ...carried, meetingId: id, position: -1, carried: true })
  await writeTags(ctx, "meeting", id, [content.title], true)
  return id
}
