import type { Recurrence } from "@/lib/calendar/recurrence"
import { weekdays } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, dayNumberOf, instantOf, weekdayOf } from "@/lib/calendar/zones"
import type { MeetingContent } from "./content"
import type { Meeting } from "./meeting"
import type { Rule } from "./rules"

/** A weekly meeting that is put on another weekday comes on that one from then on. */
export function shifted(
  wanted: Recurrence,
  before: Recurrence,
  { startAt }: Pick<MeetingContent, "startAt">,
  timeZone: string,
): Recurrence {
  const untouched =
    wanted.every === "week" &&
    before.every === "week" &&
    wanted.on.length === 1 &&
    wanted.on[0] === before.on[0]
  const day = weekdays[weekdayOf(dayIn(timeZone, startAt)) - 1]
  return untouched && day ? { ...wanted, on: [day] } : wanted
}

/** A number of times that nobody changed counts those that have been. */
export const withoutEarlier = (
  wanted: Recurrence,
  before: Recurrence,
  earlier: number,
): Recurrence =>
  wanted.count !== undefined && wanted.count === before.count
    ? { ...wanted, count: Math.max(1, wanted.count - earlier) }
    : wanted

/**
 * What is wanted of one meeting as the first of those that change has it: as many days from the
 * day of its rule, at the same time of the clock. One that lies apart and stays there moves nobody.
 */
export function startingWith(
  first: Meeting,
  meeting: Meeting,
  content: MeetingContent,
  rule: Rule,
  timeZone: string,
): MeetingContent {
  const own = meeting.occurrence ?? dayIn(timeZone, meeting.startAt)
  const stays = meeting.apart && +content.startAt === +meeting.startAt
  const asked = stays ? instantOf(timeZone, own, clockIn(timeZone, rule.startAt)) : content.startAt
  const by = dayNumberOf(dayIn(timeZone, asked)) - dayNumberOf(own)
  const day = addDays(first.occurrence ?? own, by)
  const startAt = instantOf(timeZone, day, clockIn(timeZone, asked))
  return { ...content, startAt, endAt: new Date(+startAt + (+content.endAt - +content.startAt)) }
}
