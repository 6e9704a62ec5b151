import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
import { putChange } from "./changed-day"
import { lastEnd, plainOccurrence } from "./occurrences"
import { requireOrder } from "./reading-input"
import { writeAppointment } from "./writing"

interface Place {
  /** Of something that comes again: which occurrence. */
  day?: string | undefined
  start: Date
  end: Date
}

/**
 * Puts an appointment, or one occurrence of it, at another time.
 * @throws Refusal when the rule has no such day, or it was changed meanwhile
 */
export async function moveAppointment(
  ctx: Ctx,
  appointment: Appointment,
  version: number,
  { day, start, end }: Place,
): Promise<number> {
  requireOrder(start, end)
  const { id, rule, allDay } = appointment
  const calendar = await companyCalendar()
  if (rule === null) {
    const times = { startAt: start, endAt: end }
    const lastAt = lastEnd({ ...times, allDay, rule }, calendar)
    const next = await writeAppointment(ctx, appointment, version, { ...times, lastAt })
    emit(ctx, { type: "appointment.moved", recordId: id })
    return next
  }
  const usual = day ? plainOccurrence(appointment, day, calendar.timeZone, calendar) : undefined
  if (!usual || !day) return refuse("not_found")
  // Back where the rule has it, it is like all others again.
  const asUsual = +usual.start === +start && +usual.end === +end
  await putChange(ctx, id, day, asUsual ? null : { startAt: start, endAt: end })
  const { lastAt } = appointment
  const later = lastAt && lastAt < end ? { lastAt: end } : {}
  const next = await writeAppointment(ctx, appointment, version, later)
  emit(ctx, { type: "appointment.moved", recordId: id, data: { day } })
  return next
}
