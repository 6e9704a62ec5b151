import { entriesIn, type ShownEntry } from "@/lib/appointments/entries"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { addDays, dayIn, instantOf, weekdayOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"

/** This week of somebody, and the day after it: what takes their time, and what they owe still. */
export async function myWeek(actor: PersonActor, now = new Date()) {
  const calendar = await companyCalendar()
  const { timeZone } = calendar
  const today = dayIn(timeZone, now)
  const monday = addDays(today, 1 - weekdayOf(today))
  const span = {
    from: instantOf(timeZone, monday, "00:00"),
    until: instantOf(timeZone, addDays(monday, 8), "00:00"),
  }
  const all = await entriesIn(actor, { of: "mine" }, span)
  const entries = all.filter(({ mark }) => mark !== "done")
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  return { calendar, today, days, entries, left: leftToday(entries, timeZone, now) }
}

/** How much of today's that takes time isn't over. */
const leftToday = (entries: readonly ShownEntry[], timeZone: string, now: Date): number =>
  entries.filter(
    ({ start, end, allDay }) =>
      end && !allDay && end > now && dayIn(timeZone, start) === dayIn(timeZone, now),
  ).length
