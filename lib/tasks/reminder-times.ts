import {
  addWorkingTime,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  startOfWorkingDay,
} from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, dayNumberIn, instantOf } from "@/lib/calendar/zones"
import type { Settings } from "@/lib/platform/settings"

const day = 24 * 3_600_000

type Figures = Settings["tasks"]
interface Due {
  dueAt: Date | null
  state: string
}

/**
 * When a task is next reminded of, seen from a moment (G2.7): some working days before it is due,
 * some working hours before, when it is due, and then on the morning of each working day. What is
 * done, or never due, is never reminded of.
 * @param after reminders up to this moment have been given, or were missed: one is enough
 */
export function nextReminder(
  calendar: WorkCalendar,
  figures: Figures,
  { dueAt, state }: Due,
  after: Date,
): Date | null {
  if (state === "done" || !dueAt) return null
  const before = [
    figures.daysBefore > 0 ? daysBefore(calendar, dueAt, figures.daysBefore) : dueAt,
    figures.hoursBefore > 0 ? hoursBefore(calendar, dueAt, figures.hoursBefore) : dueAt,
    dueAt,
  ]
  const planned = before.filter((at) => at > after).map(Number)
  return planned.length > 0 ? new Date(Math.min(...planned)) : nextMorning(calendar, after)
}

/** The same time of day, as many working days earlier, within the hours of that day. */
function daysBefore(calendar: WorkCalendar, dueAt: Date, days: number): Date {
  let at = dayIn(calendar.timeZone, dueAt)
  for (let left = days, walked = 0; left > 0 && walked < 60; walked++) {
    at = addDays(at, -1)
    if (isWorkingDay(calendar, at)) left--
  }
  const then = instantOf(calendar.timeZone, at, clockIn(calendar.timeZone, dueAt))
  const from = startOfWorkingDay(calendar, at) ?? then
  const until = endOfWorkingDay(calendar, at) ?? then
  return new Date(Math.min(Math.max(Number(then), Number(from)), Number(until)))
}

function hoursBefore(calendar: WorkCalendar, dueAt: Date, hours: number): Date {
  return working(
    () => addWorkingTime(calendar, dueAt, -hours * 60),
    dueAt.getTime() - hours * 3_600_000,
  )
}

function nextMorning(calendar: WorkCalendar, after: Date): Date {
  const today = dayIn(calendar.timeZone, after)
  const start = startOfWorkingDay(calendar, today)
  if (start && start > after) return start
  return working(
    () => startOfWorkingDay(calendar, nextWorkingDay(calendar, today)),
    after.getTime() + day,
  )
}

/** A company whose calendar has no hours at all is reminded all the same: real time counts there. */
function working(find: () => Date | undefined, otherwise: number): Date {
  try {
    return find() ?? new Date(otherwise)
  } catch (error) {
    if (error instanceof RangeError) return new Date(otherwise)
    throw error
  }
}

export type Stage = "soon" | "due" | "overdue"

/** Whole calendar days that a task is late, in company time. */
export const daysLate = (timeZone: string, dueAt: Date, now: Date): number =>
  Math.max(0, dayNumberIn(timeZone, now) - dayNumberIn(timeZone, dueAt))

/** What a reminder says at a moment: the time is near, has come today, or is past. */
export function stageOf(timeZone: string, dueAt: Date, now: Date): Stage {
  if (now < dueAt) return "soon"
  return daysLate(timeZone, dueAt, now) === 0 ? "due" : "overdue"
}
