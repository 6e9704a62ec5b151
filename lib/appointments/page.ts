import { asc, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { BusySpan, Whose } from "@/lib/platform/calendar-source"
import { organisation } from "@/lib/platform/organisation"
import { busyIn, entriesIn, type ShownEntry } from "./entries"
import type { CalendarFilter, View } from "./inputs"
import { colleaguesOf, hiddenOf } from "./shown"
import { shownDays } from "./shown-days"

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

/** Departments and groups whose calendar somebody may look at: those they belong to. */
export function whoseOf(actor: PersonActor, { department, group }: CalendarFilter): Whose {
  if (department !== undefined && actor.principals.has(`department:${department}`))
    return { of: "department", id: department }
  if (group !== undefined && actor.principals.has(`group:${group}`))
    return { of: "group", id: group }
  return { of: "mine" }
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
  const span = {
    from: instantOf(timeZone, days[0] ?? date, "00:00"),
    until: instantOf(timeZone, addDays(days.at(-1) ?? date, 1), "00:00"),
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

const mostGroups = 12

/** Whose calendars somebody may choose between, besides their own. */
export async function homesOf(actor: PersonActor) {
  const org = await organisation(db())
  const department = org.departments.get(actor.departmentId)
  const own = await db()
    .select({ id: groups.id, name: groups.name, kind: groups.kind })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.personId, actor.personId))
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(60)
  return {
    department: department ? { id: actor.departmentId, name: department.name } : null,
    groups: own
      .filter(({ kind }) => kind !== "direct" && kind !== "casual")
      .slice(0, mostGroups)
      .map(({ id, name }) => ({ id, name })),
  }
}
