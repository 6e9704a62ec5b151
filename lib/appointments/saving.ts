import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type WorkCalendar, weekdays } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, dayNumberOf, weekdayOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
import type { AppointmentFields, Which } from "./inputs"
import { moveAppointment } from "./moving"
import { isFirst, occurrenceOf } from "./occurrences"
import { contentFrom, timesIn } from "./reading-input"
import { splitAppointment } from "./splitting"
import { editAppointment } from "./writing"

type Form = AppointmentFields & { version: number; which: Which; day?: string | undefined }

/** Saves the form of an appointment, or of one that comes again: for as many as it says. */
export async function saveAppointment(
  ctx: Ctx & { actor: PersonActor },
  found: Appointment,
  { version, which, day, ...fields }: Form,
): Promise<number> {
  const calendar = await companyCalendar()
  if (!day || found.rule === null)
    return editAppointment(ctx, found, version, contentFrom(fields, calendar))
  if (which === "one") {
    const { startAt: start, endAt: end } = timesIn(fields, calendar.timeZone)
    return moveAppointment(ctx, found, version, { day, start, end, said: fields })
  }
  if (which === "following" && !isFirst(found, day, calendar)) {
    const content = contentFrom(follow(fields, day), calendar)
    return splitAppointment(ctx, found, version, { day, content })
  }
  const content = contentFrom(fromTheFirst(found, day, fields, calendar), calendar)
  return editAppointment(ctx, found, version, content)
}

/** The form shows the occurrence it was opened for; what is said of all begins with the first. */
function fromTheFirst(
  found: Appointment,
  day: string,
  fields: AppointmentFields,
  calendar: WorkCalendar,
): AppointmentFields {
  const of = occurrenceOf(found, day, calendar) ?? refuse("not_found")
  const { timeZone } = calendar
  const { startAt, endAt, allDay } = timesIn(fields, timeZone)
  // Times that were left as they are stay so, also where this occurrence lies elsewhere.
  if (+startAt === +of.start && +endAt === +of.end && allDay === found.allDay)
    return { ...fields, ...localTimes(found, timeZone) }
  const [from, put] = [dayIn(timeZone, of.start), fields.start.slice(0, 10)]
  const first = addDays(dayIn(timeZone, found.startAt), dayNumberOf(put) - dayNumberOf(from))
  const lasts = dayNumberOf(fields.end.slice(0, 10)) - dayNumberOf(put)
  return {
    ...follow(fields, from),
    start: first + fields.start.slice(10),
    end: addDays(first, lasts) + fields.end.slice(10),
  }
}

function localTimes({ startAt, endAt, allDay }: Appointment, timeZone: string) {
  const local = (at: Date) => `${dayIn(timeZone, at)}T${clockIn(timeZone, at)}`
  const end = allDay ? `${addDays(dayIn(timeZone, endAt), -1)}T00:00` : local(endAt)
  return { start: local(startAt), end }
}

/** What comes every Monday and is put on a Tuesday comes every Tuesday. */
function follow(fields: AppointmentFields, from: string): AppointmentFields {
  const [weekday, put] = [from, fields.start.slice(0, 10)].map(
    (day) => weekdays[weekdayOf(day) - 1] ?? "mon",
  )
  const only = fields.on.length === 1 && fields.on[0] === weekday
  return only && put ? { ...fields, on: [put] } : fields
}
