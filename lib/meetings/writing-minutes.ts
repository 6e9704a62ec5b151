import { eq } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { requireState } from "./states"

/** @throws Refusal before the meeting has begun, when it is off, or for a topic that it hasn't */
export function requireWritable(meeting: Meeting, topicId?: number): void {
  requireState(meeting, "live", "ended")
  if (topicId !== undefined && !meeting.topics.some(({ id }) => id === topicId)) refuse("not_found")
}

/**
 * One row of the minutes was written, which others see at once. Rows don't change the version of
 * the meeting: several people write side by side.
 */
export async function noteWritten(
  ctx: Ctx,
  meeting: Meeting,
  data: {
    what: "point" | "resolution"
    row: number
    does: "added" | "written" | "removed" | "restored"
  },
): Promise<void> {
  await noteChanged(ctx, meeting)
  emit(ctx, { type: "meeting.noted", recordId: meeting.id, data })
}

/** Published minutes say something else now: until the correction is published it waits. */
export async function noteChanged(
  ctx: Ctx,
  { id, minutesVersion, minutesChanged }: Meeting,
): Promise<void> {
  if (minutesVersion > 0 && !minutesChanged)
    await ctx.tx.update(meetings).set({ minutesChanged: true }).where(eq(meetings.id, id))
}
