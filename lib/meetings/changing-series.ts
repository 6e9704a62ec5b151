import { eq } from "drizzle-orm"
import { meetingRules } from "@/db/schema/meetings/rules"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Recurrence } from "@/lib/calendar/recurrence"
import { addDays } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { aligned, beginSeries, ruleFields } from "./beginning-series"
import type { MeetingContent } from "./content"
import { editMeeting } from "./editing"
import { makeAhead } from "./making"
import type { Meeting } from "./meeting"
import { callOff, refit } from "./refitting"
import { countBefore, endRule, findRule, isDraftRule, openFrom, type Rule } from "./rules"
import { shifted, startingWith, withoutEarlier } from "./shifting"

type Own = Ctx & { actor: PersonActor }

interface Change {
  version: number
  content: MeetingContent
  /** Null: it doesn't come again. */
  rule: Recurrence | null
  reason: string
}

/**
 * Changes a meeting and all that follow by its rule, or all that haven't begun. What was stays as
 * it was: when some lie before, the rule ends there and another one begins. Whoever takes part is
 * told once.
 * @throws Refusal "conflict" when somebody was faster, or at the field
 */
export async function changeSeries(
  ctx: Own,
  meeting: Meeting,
  which: "following" | "all",
  { version, content, rule: asked, reason }: Change,
): Promise<void> {
  const rule = (await findRule(ctx.tx, meeting.ruleId)) ?? refuse("conflict")
  const { timeZone } = await companyCalendar()
  const open = await openFrom(ctx, rule.id, which === "all" ? "" : (meeting.occurrence ?? ""))
  const later = open.some(({ id }) => id === meeting.id) ? open : [meeting, ...open]
  const first = later[0] ?? meeting
  const wanted = asked && shifted(asked, rule.rule, content, timeZone)
  const own = wanted && !meeting.apart ? await aligned(content, wanted) : content
  await editMeeting(ctx, meeting, version, own, reason, { together: true })
  if (wanted) {
    const begins = await aligned(startingWith(first, meeting, own, rule, timeZone), wanted)
    const next = await ruleFrom(ctx, rule, first, begins, wanted)
    await refit(ctx, { rule, next, first, later, meeting, content: begins })
    if (!isDraftRule(rule)) await makeAhead(ctx, next)
  } else {
    await callOff(ctx, later, meeting)
    await endRule(ctx, rule, addDays(meeting.occurrence ?? "", 1), true)
  }
  if (isDraftRule(rule)) return
  const moved = +own.startAt !== +meeting.startAt
  emit(ctx, { type: "meeting.series_changed", recordId: meeting.id, data: { which, moved } })
}

/** The rule with what is wanted now; a new one when some of its meetings lie before. */
async function ruleFrom(
  ctx: Own,
  rule: Rule,
  first: Meeting,
  content: MeetingContent,
  wanted: Recurrence,
): Promise<Rule> {
  const day = first.occurrence ?? ""
  const before = await countBefore(ctx, rule.id, day)
  if (before > 0) {
    await endRule(ctx, rule, day, true)
    return beginSeries(ctx, first, content, withoutEarlier(wanted, rule.rule, before))
  }
  const madeUntil = isDraftRule(rule)
    ? null
    : addDays(content.startAt.toISOString().slice(0, 10), -2)
  await ctx.tx
    .update(meetingRules)
    .set({ ...ruleFields(content, wanted, first.topics), madeUntil, updatedAt: ctx.now })
    .where(eq(meetingRules.id, rule.id))
  return (await findRule(ctx.tx, rule.id)) ?? refuse("conflict")
}
