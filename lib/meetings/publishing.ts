import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { keepsNotice } from "./notice-rule"
import { requireReady } from "./ready"
import { requireNext } from "./states"
import { storeMeeting } from "./storing"

/**
 * 发布: everybody is invited. With less than a day's notice it says why (G3.1).
 * @throws Refusal at what is missing, or when it was published before
 */
export async function publishMeeting(ctx: Ctx, meeting: Meeting, reason = ""): Promise<void> {
  requireNext(meeting, "published")
  requireReady(meeting, ctx.now)
  const noticeKept = await keepsNotice(meeting.startAt, ctx.now)
  if (!noticeKept && reason === "")
    refuse("invalid", { fields: { reason: "meetings.error.notice" } })
  await storeMeeting(ctx, meeting, {
    ...{ state: "published", publishedAt: ctx.now, noticeKept },
    lateReason: noticeKept ? "" : reason,
  })
  emit(ctx, { type: "meeting.published", recordId: meeting.id, data: { noticeKept } })
}

/** 取消: whoever was invited hears of it, and why. */
export async function cancelMeeting(ctx: Ctx, meeting: Meeting, reason: string): Promise<void> {
  requireNext(meeting, "cancelled")
  await storeMeeting(ctx, meeting, {
    ...{ state: "cancelled", cancelledAt: ctx.now, cancelReason: reason },
  })
  emit(ctx, { type: "meeting.cancelled", recordId: meeting.id, data: { before: meeting.state } })
}
