import { and, asc, eq, exists, gt, gte, inArray, isNull, lt, or, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { appointmentChanges, appointments } from "@/db/schema/appointments"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import type { BusySpan, CalendarEntry, CalendarSource, Span } from "@/lib/platform/calendar-source"
import { type Appointment, withChanges } from "./appointment"
import { feedEntries } from "./feed-entries"
import { occurrencesIn } from "./occurrences"
import { words } from "./words"

/** Series that are read for one page; everyone has fewer. */
const most = 2_000

const within = prepared((on) => {
  const [from, until] = [sql.placeholder("from"), sql.placeholder("until")]
  const { appointmentId, startAt, endAt } = appointmentChanges
  const movedHere = on
    .select({ id: appointmentId })
    .from(appointmentChanges)
    .where(and(eq(appointmentId, appointments.id), lt(startAt, until), gt(endAt, from)))
  return on
    .select()
    .from(appointments)
    .where(
      and(
        inArray(appointments.personId, idsGiven("people")),
        isNull(appointments.cancelledAt),
        or(
          and(
            lt(appointments.startAt, until),
            or(isNull(appointments.lastAt), gte(appointments.lastAt, from)),
          ),
          exists(movedHere),
        ),
      ),
    )
    .orderBy(asc(appointments.startAt), asc(appointments.id))
    .limit(most)
    .prepare()
})

const stored = (at: Date) => appointments.startAt.mapToDriverValue(at)

/** What may take place within a span: by its own times, or one of its days that was moved there. */
export async function appointmentsIn(
  on: Db,
  personIds: readonly number[],
  { from, until }: Span,
): Promise<Appointment[]> {
  const rows = await within(on).execute({
    ...{ people: JSON.stringify(personIds), from: stored(from), until: stored(until) },
  })
  return withChanges(on, rows)
}

async function entries(
  { personId }: PersonActor,
  { of }: { of: string },
  span: Span,
): Promise<CalendarEntry[]> {
  if (of !== "mine") return []
  const calendar = await companyCalendar()
  const found = await appointmentsIn(db(), [personId], span)
  return found.flatMap((each) =>
    occurrencesIn(each, span, calendar).map(({ day, start, end, ...said }) => ({
      ...{ kind: "appointment", id: each.id },
      ...{ title: said.title ?? each.title, place: said.place ?? each.place },
      ...{ start, end, allDay: each.allDay, moves: each.version },
      ...(each.rule !== null && { day }),
      href: `/calendar/${each.id}${each.rule === null ? "" : `?day=${day}`}`,
    })),
  )
}

/** Times, and not a word of what for. */
async function busy(on: Db, personIds: readonly number[], span: Span): Promise<BusySpan[]> {
  const calendar = await companyCalendar()
  const found = await appointmentsIn(on, personIds, span)
  return found
    .filter(({ shows }) => shows === "busy")
    .flatMap((each) =>
      occurrencesIn(each, span, calendar).map(({ start, end }) => ({
        ...{ personId: each.personId, start, end, allDay: each.allDay },
      })),
    )
}

export const ownAppointments: CalendarSource = {
  name: "appointments",
  label: { zh: words.zh.appointments, en: words.en.appointments },
  look: "appointment",
  entries,
  busy,
  feed: feedEntries,
}
