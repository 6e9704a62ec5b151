import { and, asc, eq, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Notice } from "@/lib/platform/module"
import { writeAsSystem } from "@/lib/platform/write"
import { type Appointment, type AppointmentRow, findAppointment, withChanges } from "./appointment"
import { nextReminder } from "./reminder-times"

/** Appointments of one transaction. */
const batch = 25

export const remindAtFor = async (appointment: Appointment, now: Date): Promise<Date | null> =>
  nextReminder(appointment, now, await companyCalendar())?.at ?? null

const due = (now: Date) => lte(appointments.remindAt, now)

/**
 * Reminds of what begins soon. All it goes by is in the rows and is asked again inside each
 * transaction: running it twice, at once or in several processes, reminds nobody twice.
 */
export async function remindOfAppointments(now = new Date()): Promise<void> {
  for (let done = batch; done === batch; ) {
    const [waiting] = await db()
      .select({ id: appointments.id })
      .from(appointments)
      .where(due(now))
      .limit(1)
    if (!waiting) return
    done = await writeAsSystem("appointments.reminders", remindSome, {
      now,
      lock: "appointments.reminders",
    })
  }
}

async function remindSome(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx
    .select()
    .from(appointments)
    .where(due(ctx.now))
    .orderBy(asc(appointments.remindAt), asc(appointments.id))
    .limit(batch)
  for (const appointment of await withChanges(ctx.tx, rows)) await remind(ctx, appointment)
  return rows.length
}

async function remind(ctx: Ctx, appointment: Appointment): Promise<void> {
  const { id, remindAt } = appointment
  if (!remindAt) return
  await ctx.tx
    .update(appointments)
    .set({ remindAt: await remindAtFor(appointment, ctx.now) })
    .where(and(eq(appointments.id, id), lte(appointments.remindAt, ctx.now)))
  const of = await reminded(appointment, remindAt)
  // After a night in which the portal was down, what is over needs no reminder; the log says so.
  const over = !of || of.end <= ctx.now
  emit(ctx, {
    type: over ? "appointment.passed" : "appointment.reminded",
    recordId: id,
    data: of ? { day: of.day, start: of.start.toISOString() } : {},
  })
}

const reminded = async (appointment: Appointment, at: Date) =>
  nextReminder(appointment, new Date(at.getTime() - 1), await companyCalendar())?.of

/** The owner, and nobody else. */
export async function whoIsReminded(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const found: AppointmentRow | null = await findAppointment(ctx.tx, event.recordId)
  if (!found) return []
  return [{ category: "appointments.reminders", needsYou: false, personIds: [found.personId] }]
}
