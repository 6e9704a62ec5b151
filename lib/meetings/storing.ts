import { and, eq } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting, MeetingRow } from "./meeting"
import { nextAtFor } from "./steps"

type Change = Partial<typeof meetings.$inferInsert>

/**
 * Writes columns of a meeting as it was loaded, and when something next happens to it by itself.
 * @param done up to when that was done already
 * @throws Refusal "conflict" when somebody was faster
 */
export async function storeMeeting(
  ctx: Ctx,
  meeting: Meeting,
  change: Change,
  done = ctx.now,
): Promise<number> {
  const next: MeetingRow = { ...meeting, ...change, updatedAt: ctx.now }
  const [row] = await ctx.tx
    .update(meetings)
    .set({
      ...change,
      updatedAt: ctx.now,
      nextAt: nextAtFor(next, done),
      version: meeting.version + 1,
    })
    .where(and(eq(meetings.id, meeting.id), eq(meetings.version, meeting.version)))
    .returning({ version: meetings.version })
  return row?.version ?? refuse("conflict")
}
