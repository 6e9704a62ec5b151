import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { BusySpan, Whose } from "@/lib/platform/calendar-source"
import { busyIn } from "./busy"
import type { CalendarFilter, View } from "./calendar-inputs"
import { colleaguesOf } from "./colleagues"
import { entriesIn, type ShownEntry } from "./entries"
import { type Member, membersOf } from "./members"
import { hiddenOf } from "./shown"
import { phoneDays, shownDays } from "./shown-days"
import { apart, type BusyTogether, together } from "./together"
import { homeName, whoseOf } from "./whose"

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
  /** One's colleagues each for themselves; of a home, all of its people together. */
  busy: BusyTogether[]
  /** The same, by person. */
  spans: BusySpan[]
  colleagues: Member[]
  /** Of the home whose calendar it is. */
  members: Member[]
  hidden: ReadonlySet<string>
  whose: Whose
  /** The name of a home. */
  home: string | null
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
  const [hidden, colleagues, members, home] = await Promise.all([
    hiddenOf(actor.personId),
    colleaguesOf(actor.personId),
    membersOf(whose),
    homeName(whose),
  ])
  const mine = whose.of === "mine"
  const looked = mine ? colleagues.filter(({ id }) => !hidden.has(`person:${id}`)) : members
  const [entries, spans] = await Promise.all([
    entriesIn(actor, whose, span, hidden),
    busyIn(
      looked.map(({ id }) => id),
      span,
    ),
  ])
  // A home's calendar has its people's leave among its entries.
  const busy = mine ? apart(spans) : together(spans.filter(({ away }) => !away))
  const usual = filter.view === undefined
  return {
    ...{ view, usual, date, today, now, days, calendar, entries, busy, spans },
    ...{ colleagues, members, hidden, whose, home },
  }
}
