import { and, eq, gt, gte } from "drizzle-orm"
import { appointmentChanges } from "@/db/schema/appointments"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { readRecurrence } from "@/lib/calendar/recurrence"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { addDays } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Appointment } from "./appointment"
import { emitAppointment } from "./events"
import { lastEnd, plainOccurrence } from "./occurrences"
import { type Content, createAppointment, setReminder, writeAppointment } from "./writing"

const endless = (rule: string | null) => rule?.replace(/;(UNTIL|COUNT)=\w+/g, "") ?? ""

/** Its rule with another last day, or with none, and what follows from that. */
export function withEnd(found: Appointment, until: string | undefined, calendar: WorkCalendar) {
  const rule = found.rule === null ? undefined : readRecurrence(found.rule)
  if (!rule) return refuse("conflict")
  const written = endless(found.rule) + (until ? `;UNTIL=${until.replaceAll("-", "")}` : "")
  const end = lastEnd({ ...found, rule: written }, calendar)
  const moved = found.changes
    .filter(({ day }) => until === undefined || day <= until)
    .flatMap(({ endAt }) => (endAt ? [endAt] : []))
  return { rule: written, lastAt: end && new Date(Math.max(+end, ...moved.map(Number))) }
}

/** The day before is its last one. */
export const endBefore = (found: Appointment, day: string, calendar: WorkCalendar) =>
  withEnd(found, addDays(day, -1), calendar)

/** Whether a rule has the same days, but for their end. */
const sameDays = (a: string | null, b: string | null): boolean => endless(a) === endless(b)

/**
 * Changes one occurrence and all after it: the series ends before it, and another begins. Days that
 * were changed go along as long as the rule's days are the same.
 * @returns the new one
 */
export async function splitAppointment(
  ctx: Ctx & { actor: PersonActor },
  before: Appointment,
  version: number,
  { day, content }: { day: string; content: Content },
): Promise<number> {
  const calendar = await companyCalendar()
  const usual = plainOccurrence(before, day, calendar.timeZone, calendar)
  if (!usual || before.rule === null) return refuse("not_found")
  await writeAppointment(ctx, before, version, endBefore(before, day, calendar))
  emitAppointment(ctx, "edited", before, { day })
  const id = await createAppointment(ctx, content)
  const { appointmentId, day: on } = appointmentChanges
  const later = and(eq(appointmentId, before.id), gte(on, day))
  if (sameDays(before.rule, content.rule) && +content.startAt === +usual.start)
    await ctx.tx
      .update(appointmentChanges)
      .set({ appointmentId: id })
      .where(and(later, gt(on, day)))
  await ctx.tx.delete(appointmentChanges).where(later)
  await setReminder(ctx, id)
  return id
}
