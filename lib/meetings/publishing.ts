import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { noteDayOff } from "./days-off"
import { makeAhead } from "./making"
import type { Meeting } from "./meeting"
import { keepsNotice } from "./notice-rule"
import { requireReady } from "./ready"
import { findRule, isDraftRule } from "./rules"
import { settleAll } from "./settling"
import { requireNext } from "./states"
import { storeMeeting } from "./storing"

/**
 * 发布: everybody is invited. With less than a day's notice it says why (G3.1). The first of a
 * series brings those of the next weeks along; whoever takes part is told once.
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
  await noteDayOff(ctx, meeting.id, meeting.startAt)
  const rule = await findRule(ctx.tx, meeting.ruleId)
  const begins = rule !== null && isDraftRule(rule)
  const type = begins ? "meeting.series_published" : "meeting.published"
  emit(ctx, { type, recordId: meeting.id, data: { noticeKept } })
  if (begins) await makeAhead(ctx, rule)
}

/**
 * 取消: whoever was invited hears of it, and why.
 * @param among one of many that are called off together, of which another one tells
 */
export async function cancelMeeting(
  ctx: Ctx,
  meeting: Meeting,
  reason: string,
  among: { together?: true; following?: true } = {},
): Promise<void> {
  requireNext(meeting, "cancelled")
  await storeMeeting(ctx, meeting, {
    ...{ state: "cancelled", cancelledAt: ctx.now, cancelReason: reason },
  })
  await settleAll(ctx, meeting)
  const data = { before: meeting.state, ...among }
  emit(ctx, { type: "meeting.cancelled", recordId: meeting.id, data })
}
