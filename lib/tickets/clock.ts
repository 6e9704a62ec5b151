import { addWorkingTime, workingTimeBetween } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { workingDayFrom } from "@/lib/calendar/working-days"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { Settings } from "@/lib/platform/settings"
import type { TicketRow } from "./ticket"

export type Priority = TicketRow["priority"]
type Rules = Settings["tickets"]

const hour = 3_600_000

const answerHours = (rules: Rules, priority: Priority): number =>
  ({ high: rules.answerHigh, medium: rules.answerMedium, low: rules.answerLow })[priority]
const solveHours = (rules: Rules, priority: Priority): number =>
  ({ high: rules.solveHigh, medium: rules.solveMedium, low: rules.solveLow })[priority]

/** So many working hours later. A company whose calendar has no hours counts real ones. */
function later(calendar: WorkCalendar, from: Date, hours: number): Date {
  try {
    return addWorkingTime(calendar, from, hours * 60)
  } catch (error) {
    if (error instanceof RangeError) return new Date(from.getTime() + hours * hour)
    throw error
  }
}

/** First answer and solution, by priority on the work calendar; reminded at half and at three quarters. */
export function promisedFrom(calendar: WorkCalendar, rules: Rules, priority: Priority, from: Date) {
  const [answer, solve] = [answerHours(rules, priority), solveHours(rules, priority)]
  const answerDueAt = later(calendar, from, answer)
  return {
    answerDueAt,
    passAt: answerDueAt,
    answerRemindAt: later(calendar, from, answer / 2),
    solveDueAt: later(calendar, from, solve),
    solveRemindAt: later(calendar, from, (solve * 3) / 4),
  }
}

/** Whoever gets it in turn has the same time that the first one had. */
export const nextPass = (calendar: WorkCalendar, rules: Rules, priority: Priority, now: Date) =>
  later(calendar, now, answerHours(rules, priority))

/** The end of the nth working day after today: so long one waits for a client. */
export function endOfWait(calendar: WorkCalendar, now: Date, days: number): Date {
  const today = dayIn(calendar.timeZone, now)
  try {
    return instantOf(calendar.timeZone, workingDayFrom(calendar, today, days), "18:00")
  } catch (error) {
    if (error instanceof RangeError) return new Date(now.getTime() + days * 24 * hour)
    throw error
  }
}

/** A promise rests while the client is asked: it moves on by the working time that they took. */
export function afterWait(calendar: WorkCalendar, due: Date, since: Date, now: Date): Date {
  try {
    const moved = addWorkingTime(calendar, due, workingTimeBetween(calendar, since, now))
    return moved > due ? moved : due
  } catch (error) {
    if (error instanceof RangeError)
      return new Date(due.getTime() + now.getTime() - since.getTime())
    throw error
  }
}

type Due = Pick<
  TicketRow,
  | "state"
  | "answeredAt"
  | "answerRemindAt"
  | "passAt"
  | "solveRemindAt"
  | "solveLateAt"
  | "solveDueAt"
  | "endsAt"
>

/** When something about it is due by itself, next; null when nothing is. */
export function nextCheck(row: Due): Date | null {
  const { state } = row
  if (state === "closed") return null
  if (state === "waiting" || state === "done") return row.endsAt
  const answer = row.answeredAt ? [] : [row.answerRemindAt, row.passAt]
  const solve = [row.solveRemindAt, row.solveLateAt ? null : row.solveDueAt]
  const times = [...answer, ...solve].flatMap((at) => (at ? at.getTime() : []))
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
