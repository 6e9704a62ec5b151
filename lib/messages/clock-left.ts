import { periodsOf, type WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { Urgency } from "./clock-times"

/** A stretch in which a clock runs, in milliseconds since 1970. */
export type Span = readonly [from: number, until: number]

/** What a page needs to say how much time is left, without asking again. */
export interface Running {
  urgency: Urgency
  dueAt: number
  /** When it runs from now until it is due: for ordinary ones the working hours. */
  spans: readonly Span[]
}

/** No promise reaches further than 80 working hours; a calendar without hours ends here. */
const mostDays = 60

/** How a clock runs from `now` on. */
export function running(
  calendar: WorkCalendar,
  { urgency, dueAt }: { urgency: Urgency; dueAt: Date },
  now: Date,
): Running {
  const due = dueAt.getTime()
  if (urgency === "urgent") return { urgency, dueAt: due, spans: [[now.getTime(), due]] }
  const spans: Span[] = []
  let day = dayIn(calendar.timeZone, now)
  for (let walked = 0; walked < mostDays; walked += 1) {
    const at = (clock: string) => instantOf(calendar.timeZone, day, clock).getTime()
    if (at("00:00") >= due) break
    for (const [from, until] of periodsOf(calendar, day)) {
      const span: Span = [Math.max(at(from), now.getTime()), Math.min(at(until), due)]
      if (span[1] > span[0]) spans.push(span)
    }
    day = addDays(day, 1)
  }
  return { urgency, dueAt: due, spans }
}

/** Milliseconds left at a moment, working time for ordinary ones; after the end, how long ago it was (negative). */
export function leftAt({ dueAt, spans }: Running, at: number): number {
  if (at >= dueAt) return dueAt - at
  return spans.reduce((sum, [from, until]) => sum + Math.max(0, until - Math.max(from, at)), 0)
}

export type Left =
  | { unit: "clock"; minutes: number; seconds: number }
  | { unit: "minutes"; minutes: number }
  | { unit: "hours"; hours: number; minutes: number }
  | { unit: "days"; days: number }

const minute = 60_000
const day = 24 * 60

/**
 * Time as a chip says it: urgent ones count seconds in their last half hour, everything else
 * minutes. What is left is rounded up, so that nothing reads 0 before its end.
 */
export function asLeft(milliseconds: number, urgency: Urgency): Left {
  const seconds = Math.ceil(milliseconds / 1000)
  if (milliseconds >= 0 && urgency === "urgent" && seconds <= 30 * 60)
    return { unit: "clock", minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
  const minutes =
    milliseconds >= 0
      ? Math.ceil(milliseconds / minute)
      : Math.max(1, Math.floor(-milliseconds / minute))
  if (minutes < 60) return { unit: "minutes", minutes }
  if (minutes < day)
    return { unit: "hours", hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  return { unit: "days", days: Math.floor(minutes / day) }
}
