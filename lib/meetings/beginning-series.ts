import { eq } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type Recurrence, writeRecurrence } from "@/lib/calendar/recurrence"
import { alignedStart } from "@/lib/calendar/recurring"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { MeetingContent } from "./content"
import type { Meeting } from "./meeting"
import { patternOf } from "./pattern"
import { findRule, type Rule } from "./rules"

const minute = 60_000

/**
 * A meeting that begins beside its rule begins on the rule's first day.
 * @throws Refusal when the rule has no day at all
 */
export async function aligned(content: MeetingContent, rule: Recurrence): Promise<MeetingContent> {
  const { startAt, endAt } = content
  const start = alignedStart({ rule, start: startAt }, await companyCalendar())
  if (!start) return refuse("invalid", { fields: { until: "meetings.error.never" } })
  return { ...content, startAt: start, endAt: new Date(+start + (+endAt - +startAt)) }
}

/** What a rule keeps of a meeting that it makes others like. */
export const ruleFields = (
  content: MeetingContent,
  rule: Recurrence,
  topics: Meeting["topics"] = [],
) => ({
  ...{ rule: writeRecurrence(rule), startAt: content.startAt },
  lasts: Math.round((+content.endAt - +content.startAt) / minute),
  ...{ hostId: content.hostId, noteTakerId: content.noteTakerId },
  content: patternOf(content, topics),
})

/**
 * From now on the meeting is the first of a series. The others are made once it is published.
 * In a change that says so itself.
 */
export async function beginSeries(
  ctx: Ctx,
  meeting: Meeting,
  content: MeetingContent,
  rule: Recurrence,
): Promise<Rule> {
  const [row] = await ctx.tx
    .insert(meetingRules)
    .values({
      ...ruleFields(content, rule, meeting.topics),
      ...{ creatorId: meeting.creatorId, createdAt: ctx.now, updatedAt: ctx.now },
    })
    .returning({ id: meetingRules.id })
  const ruleId = row?.id ?? refuse("conflict")
  const { timeZone } = await companyCalendar()
  const occurrence = dayIn(timeZone, content.startAt)
  await ctx.tx.update(meetings).set({ ruleId, occurrence }).where(eq(meetings.id, meeting.id))
  return (await findRule(ctx.tx, ruleId)) ?? refuse("conflict")
}
