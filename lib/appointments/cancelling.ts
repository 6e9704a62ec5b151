import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
import { putChange } from "./changed-day"
import { plainOccurrence } from "./occurrences"
import { writeAppointment } from "./writing"

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
