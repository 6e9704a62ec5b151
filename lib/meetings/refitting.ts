import { and, eq, gte, inArray, isNotNull } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { occurrenceOn } from "@/lib/calendar/recurring"
import { recurringDays } from "@/lib/calendar/recurring-days"
import { addDays, dayIn, dayNumberOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"
import type { MeetingContent } from "./content"
import { editMeeting } from "./editing"
import { horizon } from "./making"
import type { Meeting } from "./meeting"
import { cancelMeeting } from "./publishing"
import type { Rule } from "./rules"
import { words } from "./words-minutes"

type Own = Ctx & { actor: PersonActor }

interface Refit {
  rule: Rule
  next: Rule
  /** Those that change, in order; the first of them; and the one in which it was said. */
  later: readonly Meeting[]
  first: Meeting
  meeting: Meeting
  /** What the first is by now. */
  content: MeetingContent
}

/**
 * Puts the meetings of a rule under another one: each as many days on as the first. What finds no
 * day there is called off; what was called off before stays so on its day.
 */
export async function refit(ctx: Own, change: Refit): Promise<void> {
  const { rule, next, first, later, meeting, content } = change
  const calendar = await companyCalendar()
  const begin = dayIn(calendar.timeZone, next.startAt)
  const by = dayNumberOf(begin) - dayNumberOf(first.occurrence ?? begin)
  const last = addDays(later.at(-1)?.occurrence ?? begin, Math.max(by, 0))
  const today = dayIn(calendar.timeZone, ctx.now)
  const ahead = horizon(today, begin)
  const days = recurringDays(
    next.rule,
    begin,
    [begin, [last, ahead, begin].toSorted().at(-1) ?? ahead],
    calendar,
  )
  const off = await calledOff(ctx, rule.id, first.occurrence ?? begin)
  await clearDays(ctx, [...later, ...off])
  const free = new Set(days)
  for (const day of await takenIn(ctx, next.id)) free.delete(day)
  const dayFor = ({ occurrence }: Pick<Meeting, "occurrence">) => {
    const day = occurrence === null ? "" : addDays(occurrence, by)
    return free.delete(day) ? day : null
  }
  for (const each of off) await place(ctx, each.id, next.id, dayFor(each))
  for (const each of later) {
    const day = dayFor(each)
    if (each.id === meeting.id || (each.apart && day !== null))
      await place(ctx, each.id, next.id, day)
    else if (day === null) await callOff(ctx, [each], meeting)
    else {
      const startAt = occurrenceOn({ rule: next.rule, start: next.startAt }, day, calendar)
      await editMeeting(ctx, each, each.version, asIn(each, content, startAt, next), "", {
        ...{ together: true, ruleId: next.id, occurrence: day },
      })
    }
  }
}

/** The agenda that all have, in the rows that this one has already. */
function asIn(each: Meeting, content: MeetingContent, startAt: Date, next: Rule): MeetingContent {
  const carried = each.topics.filter((topic) => topic.carried)
  const rows = each.topics.filter((topic) => !topic.carried)
  return {
    ...{ ...content, startAt, endAt: new Date(+startAt + next.lasts * 60_000) },
    topics: [
      ...carried.map(({ id, title, goal, minutes, presenterId }) => ({
        ...{ id, title, goal, minutes, presenterId },
      })),
      ...next.content.topics.map((topic, at) => ({ ...topic, id: rows[at]?.id })),
    ],
  }
}

/** All but one, quietly: the change that they belong to tells of it. */
export async function callOff(ctx: Ctx, all: readonly Meeting[], but?: Meeting): Promise<void> {
  const { locale } = (await settings()).company
  for (const each of all)
    if (each.id !== but?.id)
      await cancelMeeting(ctx, each, words[locale].seriesChanged, { together: true })
}

const calledOff = (ctx: Ctx, ruleId: number, day: string) =>
  ctx.tx
    .select({ id: meetings.id, occurrence: meetings.occurrence })
    .from(meetings)
    .where(
      and(
        eq(meetings.ruleId, ruleId),
        gte(meetings.occurrence, day),
        eq(meetings.state, "cancelled"),
      ),
    )

/** Each day has one meeting: they give theirs up before they take others. */
const clearDays = (ctx: Ctx, all: readonly { id: number }[]) =>
  ctx.tx
    .update(meetings)
    .set({ occurrence: null })
    .where(
      inArray(
        meetings.id,
        all.map(({ id }) => id),
      ),
    )

async function takenIn(ctx: Ctx, ruleId: number): Promise<string[]> {
  const rows = await ctx.tx
    .select({ day: meetings.occurrence })
    .from(meetings)
    .where(and(eq(meetings.ruleId, ruleId), isNotNull(meetings.occurrence)))
  return rows.flatMap(({ day }) => day ?? [])
}

const place = (ctx: Ctx, id: number, ruleId: number, occurrence: string | null) =>
  ctx.tx.update(meetings).set({ ruleId, occurrence }).where(eq(meetings.id, id))
