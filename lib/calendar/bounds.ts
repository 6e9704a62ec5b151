import { cache } from "react"
import { settings } from "@/lib/platform/settings"
import { addDays, dayIn, instantOf, weekdayOf } from "./zones"

/** Where today and this week end, in company time. */
export const bounds = cache(async () => {
  const { timeZone } = (await settings()).company
  const now = new Date()
  const today = dayIn(timeZone, now)
  const endOf = (day: string) => instantOf(timeZone, addDays(day, 1), "00:00")
  return {
    timeZone,
    now,
    startOfToday: instantOf(timeZone, today, "00:00"),
    endOfToday: endOf(today),
    endOfWeek: endOf(addDays(today, 7 - weekdayOf(today))),
  }
})
