import { eq } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Meeting } from "./meeting"
import { requireWritable } from "./writing-minutes"

/**
 * 备注 under the minutes; published, it is part of the next version. The meeting's version stays:
 * others write rows meanwhile.
 */
export async function saveRemark(ctx: Ctx, meeting: Meeting, remark: string): Promise<void> {
  requireWritable(meeting)
  if (meeting.remark === remark) return
  const changed = meeting.minutesVersion > 0 ? { minutesChanged: true } : {}
  await ctx.tx
    .update(meetings)
    .set({ remark, ...changed })
    .where(eq(meetings.id, meeting.id))
  emit(ctx, { type: "meeting.noted", recordId: meeting.id, data: { what: "remark" } })
}
