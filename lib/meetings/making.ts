import { and, desc, eq, gte, inArray, lt, ne } from "drizzle-orm"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { occurrenceOn } from "@/lib/calendar/recurring"
import { recurringDayFrom, recurringDays } from "@/lib/calendar/recurring-days"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { contentOn } from "./content-by-rule"
import { noteDayOff } from "./days-off"
import { insertMeeting } from "./inserting"
import { keepsNotice } from "./notice-rule"
import { carriedTopic } from "./reading-input"
import type { Rule } from "./rules"
import { nextAtFor } from "./steps"

/** So far ahead the meetings of a rule stand in calendars. */
const daysAhead = 56
/** Up to which day meetings are made: of a series that begins later than that, as far from there. */
export function horizon(today: string, first: string): string {
  const ahead = addDays(today, daysAhead)
  return first > ahead ? addDays(first, daysAhead) : ahead
}

/** Meetings of one transaction. */
const most = 20

/**
 * Makes the meetings of a rule that come within the next weeks, some at a time, and says when more
 * are to be made. Each of its days has one meeting at most, whoever makes them how often.
 */
export async function makeAhead(ctx: Ctx, rule: Rule): Promise<void> {
  // Whoever else is at this rule waits here, rather than find a day taken.
  await ctx.tx.update(meetingRules).set({ updatedAt: ctx.now }).where(eq(meetingRules.id, rule.id))
  const calendar = await companyCalendar()
  const { timeZone } = calendar
  const first = dayIn(timeZone, rule.startAt)
  const today = dayIn(timeZone, ctx.now)
  const until = horizon(today, first)
  const from = rule.madeUntil === null ? first : later(addDays(rule.madeUntil, 1), today)
  const days = recurringDays(rule.rule, first, [from, until], calendar)
  const known = await madeFrom(ctx, rule.id, from)
  const making = days.slice(0, most)
  for (const day of making) {
    const startAt = occurrenceOn({ rule: rule.rule, start: rule.startAt }, day, calendar)
    // What lay in a downtime isn't made any more.
    if (!known.has(day) && startAt > ctx.now) await makeMeeting(ctx, rule, day, startAt)
  }
  const done = making.length === days.length
  const further = recurringDayFrom(rule.rule, first, addDays(until, 1), calendar)
  const nextAt =
    further === undefined ? null : instantOf(timeZone, addDays(further, -daysAhead), "00:00")
  await ctx.tx
    .update(meetingRules)
    .set({
      madeUntil: done ? later(until, addDays(from, -1)) : making.at(-1),
      nextAt: done ? nextAt : ctx.now,
      updatedAt: ctx.now,
    })
    .where(eq(meetingRules.id, rule.id))
}

const later = (one: string, other: string) => (one > other ? one : other)

async function madeFrom(ctx: Ctx, ruleId: number, day: string): Promise<Set<string | null>> {
  const rows = await ctx.tx
    .select({ day: meetings.occurrence })
    .from(meetings)
    .where(and(eq(meetings.ruleId, ruleId), gte(meetings.occurrence, day)))
  return new Set(rows.map((row) => row.day))
}

async function makeMeeting(ctx: Ctx, rule: Rule, day: string, startAt: Date): Promise<void> {
  const before = await lastBefore(ctx, rule.id, startAt)
  const content = await contentOn(ctx, rule, startAt)
  const carried = before && (await carriedTopic())
  const state = "published" as const
  const own = {
    ...{ state, ruleId: rule.id, occurrence: day, creatorId: rule.creatorId },
    ...{ publishedAt: ctx.now, noticeKept: await keepsNotice(startAt, ctx.now) },
    nextAt: nextAtFor(
      {
        ...{ state, kind: "scheduled", ruleId: rule.id, startAt, endAt: content.endAt },
        ...{ minutesDueAt: null, minutesVersion: 0 },
      },
      ctx.now,
    ),
  } as const
  const id = await insertMeeting(ctx, content, own, before, carried)
  await noteDayOff(ctx, id, startAt)
  if (before) await takeStanding(ctx, before.id, id)
  emit(ctx, { type: "meeting.planned", recordId: id, data: { ruleId: rule.id, day } })
}

/** The one before it of the same rule: what was called off is nobody's predecessor. */
async function lastBefore(ctx: Ctx, ruleId: number, startAt: Date) {
  const [row] = await ctx.tx
    .select({ id: meetings.id, seriesId: meetings.seriesId })
    .from(meetings)
    .where(
      and(
        eq(meetings.ruleId, ruleId),
        lt(meetings.startAt, startAt),
        ne(meetings.state, "cancelled"),
      ),
    )
    .orderBy(desc(meetings.startAt))
    .limit(1)
  return row ?? null
}

/** Who has said it for all that follow has said it for this one. */
async function takeStanding(ctx: Ctx, beforeId: number, id: number): Promise<void> {
  const { meetingId, personId, standing, answer, answerReason, answeredAt } = meetingPeople
  const said = await ctx.tx
    .select({ personId, answer, answerReason, answeredAt })
    .from(meetingPeople)
    .where(and(eq(meetingId, beforeId), eq(standing, true)))
  for (const { personId: who, ...answered } of said)
    await ctx.tx
      .update(meetingPeople)
      .set({ ...answered, standing: true })
      .where(and(eq(meetingId, id), inArray(personId, [who])))
}
