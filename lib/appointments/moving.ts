import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
import { asUsual, changeOf, different, putChange, saysNothing } from "./changed-day"
import { emitAppointment } from "./events"
import { lastEnd, occurrenceOf, plainOccurrence } from "./occurrences"
import { requireOrder } from "./reading-input"
import { writeAppointment } from "./writing"

interface Place {
  /** Of something that comes again: which occurrence. */
  day?: string | undefined
  start: Date
  end: Date
  /** What this occurrence says; left out, what it says already. */
  said?: { title: string; place: string; note: string }
}

/**
 * Puts an appointment, or one occurrence of it, at another time; the occurrence may say something else too.
 * @throws Refusal when the rule has no such day, or it was changed meanwhile
 */
export async function moveAppointment(
  ctx: Ctx,
  appointment: Appointment,
  version: number,
  { day, start, end, said }: Place,
): Promise<number> {
  requireOrder(start, end)
  const { id, rule, allDay } = appointment
  const calendar = await companyCalendar()
  if (rule === null) {
    const times = { startAt: start, endAt: end }
    const lastAt = lastEnd({ ...times, allDay, rule }, calendar)
    const next = await writeAppointment(ctx, appointment, version, { ...times, lastAt })
    emitAppointment(ctx, "moved", appointment)
    return next
  }
  const usual = day ? plainOccurrence(appointment, day, calendar.timeZone, calendar) : undefined
  if (!usual || !day) return refuse("not_found")
  const before = said ? different(appointment, said) : (changeOf(appointment, day) ?? saysNothing)
  const { title, place, note } = before
  const change = { startAt: start, endAt: end, leftOut: false, title, place, note }
  // Back where the rule has it, it is like all others again.
  await putChange(ctx, id, day, asUsual(usual, change) ? null : change)
  const { lastAt } = appointment
  const later = lastAt && lastAt < end ? { lastAt: end } : {}
  const next = await writeAppointment(ctx, appointment, version, later)
  const was = occurrenceOf(appointment, day, calendar)
  const stays = +start === was?.start.getTime() && +end === was.end.getTime()
  const busy = appointment.shows === "busy" && !stays
  emitAppointment(ctx, said ? "edited" : "moved", appointment, { day, busy })
  return next
}
