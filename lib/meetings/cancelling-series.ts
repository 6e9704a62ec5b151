import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { cancelMeeting } from "./publishing"
import { countBefore, endRule, findRule, openFrom } from "./rules"

/**
 * 取消: this one, or it and all that follow by its rule, of which no more are made then. Whoever
 * takes part is told once.
 */
export async function cancelFrom(
  ctx: Ctx,
  meeting: Meeting,
  reason: string,
  which: "one" | "following",
): Promise<void> {
  const rule = await findRule(ctx.tx, meeting.ruleId)
  if (which === "one" || !rule) return cancelMeeting(ctx, meeting, reason)
  const day = meeting.occurrence ?? refuse("conflict")
  await cancelMeeting(ctx, meeting, reason, { following: true })
  for (const each of await openFrom(ctx, rule.id, day))
    if (each.id !== meeting.id) await cancelMeeting(ctx, each, reason, { together: true })
  await endRule(ctx, rule, day, (await countBefore(ctx, rule.id, day)) > 0)
}
