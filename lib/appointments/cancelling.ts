import { companyCalendar } from "@/lib/calendar/company-calendar"
import { readRecurrence } from "@/lib/calendar/recurrence"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
import { asUsual, changeOf, putChange, saysNothing } from "./changed-day"
import { emitAppointment } from "./events"
import type { Which } from "./inputs"
import { isFirst, plainOccurrence } from "./occurrences"
import { endBefore, withEnd } from "./splitting"
import { writeAppointment } from "./writing"

/** What is taken out: one occurrence, that and all after it, or, without a day, everything. */
export interface Part {
  day?: string | undefined
  which?: Which | undefined
}

/**
 * Takes an appointment out of the calendar, or a part of one that comes again.
 * @returns the day until which the rule went before, to take that back
 */
export async function cancelAppointment(
  ctx: Ctx,
  found: Appointment,
  { day, which = day ? "one" : "all" }: Part = {},
): Promise<string | null> {
  if (found.cancelledAt) return null
  const until = (found.rule && readRecurrence(found.rule)?.until) || null
  if (!day || found.rule === null || which === "all") return cancelAll(ctx, found)
  const calendar = await companyCalendar()
  const usual = plainOccurrence(found, day, calendar.timeZone, calendar)
  if (!usual) return refuse("not_found")
  if (which === "following") {
    if (isFirst(found, day, calendar)) return cancelAll(ctx, found)
    await writeAppointment(ctx, found, found.version, endBefore(found, day, calendar))
  } else {
    const times = { startAt: usual.start, endAt: usual.end, ...saysNothing }
    const {
      appointmentId: _,
      day: __,
      ...change
    } = changeOf(found, day) ?? {
      ...times,
      ...{ appointmentId: found.id, day },
    }
    await putChange(ctx, found.id, day, { ...change, leftOut: true })
    await writeAppointment(ctx, found, found.version, {})
  }
  emitAppointment(ctx, "cancelled", found, { day })
  return until
}

async function cancelAll(ctx: Ctx, found: Appointment): Promise<null> {
  await writeAppointment(ctx, found, found.version, { cancelledAt: ctx.now })
  emitAppointment(ctx, "cancelled", found)
  return null
}

/** Takes back that it was taken out, or that part of it. */
export async function restoreAppointment(
  ctx: Ctx,
  found: Appointment,
  { day, which = day ? "one" : "all", until }: Part & { until?: string | undefined } = {},
): Promise<void> {
  const whole = !day || found.rule === null || which === "all" || found.cancelledAt
  if (whole) await writeAppointment(ctx, found, found.version, { cancelledAt: null })
  else if (which === "following") {
    const calendar = await companyCalendar()
    await writeAppointment(ctx, found, found.version, withEnd(found, until, calendar))
  } else await restoreDay(ctx, found, day)
  emitAppointment(ctx, "restored", found, { day })
}

async function restoreDay(ctx: Ctx, found: Appointment, day: string): Promise<void> {
  const calendar = await companyCalendar()
  const usual = plainOccurrence(found, day, calendar.timeZone, calendar)
  const change = changeOf(found, day)
  if (!usual || !change) return
  const { appointmentId: _, day: __, ...was } = change
  const next = {
    ...{ ...was, leftOut: false },
    ...{ startAt: was.startAt ?? usual.start, endAt: was.endAt ?? usual.end },
  }
  await putChange(ctx, found.id, day, asUsual(usual, next) ? null : next)
  await writeAppointment(ctx, found, found.version, {})
}
