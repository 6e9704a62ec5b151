import { addWorkingTime } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import type { ResponseMinutes } from "@/lib/groups/response-times"

const minute = 60_000
/** Minutes between two reminders of an urgent message. */
export const urgentEvery = 5
/** Minutes after its end in which an urgent one still rings. */
export const urgentAfter = 30

export type Urgency = "ordinary" | "urgent"

export interface ClockTimes {
  dueAt: Date
  remindAt: Date
}

/**
 * When an answer is due and first reminded of (G2.4): ordinary ones count working time and remind
 * at half of it; urgent ones count real time and remind after five minutes, day and night.
 */
export function clockTimes(
  calendar: WorkCalendar,
  { urgency, at }: { urgency: Urgency; at: Date },
  minutes: ResponseMinutes,
): ClockTimes {
  if (urgency === "urgent")
    return {
      dueAt: later(at, minutes.urgent),
      remindAt: later(at, Math.min(urgentEvery, minutes.urgent / 2)),
    }
  return {
    dueAt: working(calendar, at, minutes.ordinary),
    remindAt: working(calendar, at, minutes.ordinary / 2),
  }
}

/**
 * When to remind again, seen from a reminder at `now`; null when that was the last one. Reminders
 * missed while the portal was down are not made up for: one is enough.
 */
export function nextReminder(
  { urgency, remindAt, dueAt }: { urgency: Urgency; remindAt: Date | null; dueAt: Date },
  now: Date,
): Date | null {
  if (urgency === "ordinary") return null
  const planned = later(remindAt ?? now, urgentEvery)
  const next = planned > now ? planned : later(now, urgentEvery)
  return next <= later(dueAt, urgentAfter) ? next : null
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute)

/** A company whose calendar has no hours at all still gets its messages: real time counts there. */
function working(calendar: WorkCalendar, at: Date, minutes: number): Date {
  try {
    return addWorkingTime(calendar, at, minutes)
  } catch (error) {
    if (error instanceof RangeError) return later(at, minutes)
    throw error
  }
}
