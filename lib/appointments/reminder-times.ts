import type { WorkCalendar } from "@/lib/calendar/work-week"
import { instantOf } from "@/lib/calendar/zones"
import type { Appointment } from "./appointment"
import { type Occurrence, occurrencesIn } from "./occurrences"

const MINUTE = 60_000
const DAY = 86_400_000
/** What takes the whole day counts from the morning: nobody is woken at midnight. */
const morning = "09:00"
/** Looked for nearby first: most things come again soon. */
const stretches = [8, 70, 1_500, 36_525]

/** The instant that the reminders of an occurrence count back from. */
export const remindedFrom = (allDay: boolean, { day, start }: Occurrence, zone: string): Date =>
  allDay ? instantOf(zone, day, morning) : start

/** The first reminder after an instant, and the occurrence that it is of. */
export function nextReminder(
  appointment: Appointment,
  after: Date,
  calendar: WorkCalendar,
): { at: Date; of: Occurrence } | null {
  const { reminders, allDay } = appointment
  if (reminders.length === 0 || appointment.cancelledAt) return null
  const most = Math.max(...reminders) * MINUTE
  for (const days of stretches) {
    const span = { from: after, until: new Date(after.getTime() + most + days * DAY) }
    const found = occurrencesIn(appointment, span, calendar).flatMap((of) => {
      const from = remindedFrom(allDay, of, calendar.timeZone).getTime()
      return reminders.map((before) => ({ at: new Date(from - before * MINUTE), of }))
    })
    const [next] = found.filter(({ at }) => at > after).toSorted((a, b) => +a.at - +b.at)
    if (next && +next.at <= +after + days * DAY) return next
  }
  return null
}
