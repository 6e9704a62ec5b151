import type { MeetingRow } from "./meeting"

const minute = 60_000

/** Real time from the end of a meeting to when its minutes are due (G3.2, decision 10). */
export const minutesWithin = 120 * minute
/** A meeting that nobody ends, ends so long after its planned end. */
export const endsAfter = 30 * minute
const headAfter = 60 * minute
/** A series is told of once; each of its meetings asks for answers so long ahead. */
export const askedAhead = 7 * 24 * 60 * minute

/** What happens to a meeting by itself. */
export type Step =
  | "asked"
  | "soon"
  | "ends"
  | "minutes_hour"
  | "minutes_quarter"
  | "minutes_late"
  | "minutes_head"

type Timed = Pick<
  MeetingRow,
  "state" | "kind" | "startAt" | "endAt" | "minutesDueAt" | "minutesVersion"
> &
  Partial<Pick<MeetingRow, "ruleId">>

/** All that lies before a meeting as it stands, in order of time; some of it may be past. */
export function stepsOf(meeting: Timed): { step: Step; at: Date }[] {
  const { ruleId = null, state, startAt, endAt, minutesDueAt, minutesVersion } = meeting
  const at = (from: Date, by: number) => new Date(from.getTime() + by)
  const ends = { step: "ends", at: at(endAt, endsAfter) } as const
  const asked = ruleId === null ? [] : [{ step: "asked", at: at(startAt, -askedAhead) } as const]
  if (state === "published")
    return [...asked, { step: "soon", at: at(startAt, -15 * minute) }, ends]
  if (state === "live") return [ends]
  if (state !== "ended" || minutesVersion > 0 || minutesDueAt === null) return []
  return [
    { step: "minutes_hour", at: at(minutesDueAt, -60 * minute) },
    { step: "minutes_quarter", at: at(minutesDueAt, -15 * minute) },
    { step: "minutes_late", at: minutesDueAt },
    { step: "minutes_head", at: at(minutesDueAt, headAfter) },
  ]
}

/** When something next happens by itself, seen from now; null when nothing does. */
export const nextAtFor = (meeting: Timed, now: Date): Date | null =>
  stepsOf(meeting).find(({ at }) => at > now)?.at ?? null

/**
 * What is due by now of what wasn't done before. After a night in which the portal was down only
 * the last of several reminders is worth saying.
 */
export const dueStep = (meeting: Timed & { nextAt: Date | null }, now: Date): Step | null => {
  const { nextAt } = meeting
  if (nextAt === null) return null
  return stepsOf(meeting).findLast(({ at }) => at >= nextAt && at <= now)?.step ?? null
}
