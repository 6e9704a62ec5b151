import { addDays, instantOf } from "@/lib/calendar/zones"
import type { TaskFilter } from "./inputs"
import type { Bounds } from "./queries"

/** Whether a filter of due times names one day. */
export const isDay = (due: TaskFilter["due"]): due is string => /^\d/.test(due ?? "")

/** The instants that a filter of due times lies between: of one day both, else the last alone. */
export function dueSpan(due: TaskFilter["due"], bounds: Bounds): { from: Date; until: Date } {
  if (!isDay(due))
    return { from: bounds.now, until: due === "today" ? bounds.endOfToday : bounds.endOfWeek }
  const startOf = (day: string) => instantOf(bounds.timeZone, day, "00:00")
  return { from: startOf(due), until: startOf(addDays(due, 1)) }
}
