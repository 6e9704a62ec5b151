import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { BusySpan, Whose } from "@/lib/platform/calendar-source"
import { busyIn } from "./busy"
import type { CalendarFilter, View } from "./calendar-inputs"
import { colleaguesOf } from "./colleagues"
import { entriesIn, type ShownEntry } from "./entries"
import { hiddenOf } from "./shown"
import { phoneDays, shownDays } from "./shown-days"
import { whoseOf } from "./whose"

export interface CalendarPage {
  view: View
  /** The address names no view: a phone shows the list. */
  usual: boolean
  date: string
  today: string
  now: Date
  days: string[]
  calendar: WorkCalendar
  entries: ShownEntry[]
  busy: BusySpan[]
  colleagues: { id: number; name: string; face: number | null }[]
  hidden: ReadonlySet<string>
  whose: Whose
}

/** Everything that the calendar shows to somebody at an address. */
export async function calendarPage(
  actor: PersonActor,
  filter: CalendarFilter,
  now = new Date(),
): Promise<CalendarPage> {
  const calendar = await companyCalendar()
  const { timeZone } = calendar
  const today = dayIn(timeZone, now)
  const view = filter.view ?? "week"
  const date = filter.date ?? today
  const days = shownDays(view, date)
  const listed = filter.view === undefined ? phoneDays(date) : []
  const last = [...days, ...listed].toSorted().at(-1) ?? date
  const span = {
    from: instantOf(timeZone, days[0] ?? date, "00:00"),
    until: instantOf(timeZone, addDays(last, 1), "00:00"),
  }
  const whose = whoseOf(actor, filter)
  const [hidden, colleagues] = await Promise.all([
    hiddenOf(actor.personId),
    colleaguesOf(actor.personId),
  ])
  const looked = colleagues.filter(({ id }) => !hidden.has(`person:${id}`)).map(({ id }) => id)
  const [entries, busy] = await Promise.all([
    entriesIn(actor, whose, span, hidden),
    whose.of === "mine" ? busyIn(looked, span) : [],
  ])
  const usual = filter.view === undefined
  return {
    ...{ view, usual, date, today, now, days, calendar, entries, busy },
    ...{ colleagues, hidden, whose },
  }
}
