import { and, eq, sql } from "drizzle-orm"
import { appointmentChanges, appointments } from "@/db/schema/appointments"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { type Appointment, type AppointmentRow, findAppointment } from "./appointment"
import { changesBusy, emitAppointment } from "./events"
import { lastEnd } from "./occurrences"
import { remindAtFor } from "./reminding"

/** What its owner says about an appointment. */
export type Content = Pick<
  AppointmentRow,
  "title" | "place" | "note" | "startAt" | "endAt" | "allDay" | "shows" | "rule" | "reminders"
>

const most = 5_000

/**
 * A new appointment in the actor's own calendar.
 * @throws Refusal when they have thousands already
 */
export async function createAppointment(
  ctx: Ctx & { actor: PersonActor },
  content: Content,
): Promise<number> {
  const { personId } = ctx.actor
  const mine = and(eq(appointments.personId, personId), sql`${appointments.cancelledAt} is null`)
  if ((await ctx.tx.$count(appointments, mine)) >= most)
    refuse("invalid", { sentence: "appointments.error.tooMany" })
  const [row] = await ctx.tx
    .insert(appointments)
    .values({
      ...content,
      ...{ personId, createdAt: ctx.now, updatedAt: ctx.now },
      lastAt: lastEnd(content, await companyCalendar()),
    })
    .returning({ id: appointments.id })
  const id = row?.id ?? refuse("conflict")
  await setReminder(ctx, id)
  emitAppointment(ctx, "created", { id, personId, shows: content.shows })
  return id
}

/** When it is next reminded of, as it stands now. */
export async function setReminder(ctx: Ctx, id: number): Promise<void> {
  const found = await findAppointment(ctx.tx, id)
  const remindAt = found && (await remindAtFor(found, ctx.now))
  if (found && found.remindAt?.getTime() !== remindAt?.getTime())
    await ctx.tx.update(appointments).set({ remindAt }).where(eq(appointments.id, id))
}

/**
 * Writes columns of an appointment that was read at `version`, and what follows from them.
 * @throws Refusal "conflict" when it was changed meanwhile
 */
export async function writeAppointment(
  ctx: Ctx,
  { id }: Appointment,
  version: number,
  set: Partial<typeof appointments.$inferInsert>,
): Promise<number> {
  const [row] = await ctx.tx
    .update(appointments)
    .set({ ...set, updatedAt: ctx.now, version: version + 1 })
    .where(and(eq(appointments.id, id), eq(appointments.version, version)))
    .returning({ version: appointments.version })
  if (!row) return refuse("conflict")
  await setReminder(ctx, id)
  return row.version
}

/** Changes all of an appointment. Days that were changed stay so as long as the rule's days do. */
export async function editAppointment(
  ctx: Ctx,
  before: Appointment,
  version: number,
  content: Content,
): Promise<number> {
  const calendar = await companyCalendar()
  const sameDays = before.rule === content.rule && +before.startAt === +content.startAt
  if (!sameDays)
    await ctx.tx.delete(appointmentChanges).where(eq(appointmentChanges.appointmentId, before.id))
  const next = await writeAppointment(ctx, before, version, {
    ...content,
    lastAt: lastEnd(content, calendar),
  })
  emitAppointment(ctx, "edited", before, { busy: changesBusy(before, content) })
  return next
}
