import { and, eq } from "drizzle-orm"
import { appointmentChanges } from "@/db/schema/appointments"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
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

/** Takes an appointment out of the calendar, or one occurrence of it. */
export async function cancelAppointment(ctx: Ctx, found: Appointment, day?: string) {
  if (found.cancelledAt) return
  if (day && found.rule !== null) {
    const calendar = await companyCalendar()
    if (!plainOccurrence(found, day, calendar.timeZone, calendar)) refuse("not_found")
    await putChange(ctx, found.id, day, { startAt: null, endAt: null })
    await writeAppointment(ctx, found, found.version, {})
  } else await writeAppointment(ctx, found, found.version, { cancelledAt: ctx.now })
  emit(ctx, { type: "appointment.cancelled", recordId: found.id, data: day ? { day } : {} })
}

/** Takes back that it was taken out. */
export async function restoreAppointment(ctx: Ctx, found: Appointment, day?: string) {
  if (day && found.rule !== null) {
    await putChange(ctx, found.id, day, null)
    await writeAppointment(ctx, found, found.version, {})
  } else await writeAppointment(ctx, found, found.version, { cancelledAt: null })
  emit(ctx, { type: "appointment.restored", recordId: found.id, data: day ? { day } : {} })
}

async function putChange(
  ctx: Ctx,
  appointmentId: number,
  day: string,
  set: { startAt: Date | null; endAt: Date | null } | null,
): Promise<void> {
  const { appointmentId: of, day: on } = appointmentChanges
  await ctx.tx.delete(appointmentChanges).where(and(eq(of, appointmentId), eq(on, day)))
  if (set) await ctx.tx.insert(appointmentChanges).values({ appointmentId, day, ...set })
}
