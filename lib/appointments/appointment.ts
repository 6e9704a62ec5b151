import { eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { appointmentChanges, appointments } from "@/db/schema/appointments"
import { readRecurrence } from "@/lib/calendar/recurrence"
import type { Actor, Grant, PersonActor } from "@/lib/platform/actor"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

export type AppointmentRow = typeof appointments.$inferSelect
export type Change = typeof appointmentChanges.$inferSelect

/** An appointment with what is different about some of its days. */
export interface Appointment extends AppointmentRow {
  changes: readonly Change[]
  grants: readonly Grant[]
  sensitivityId: null
}

/** Days that a rule no longer reaches are kept, for when its end is taken back. */
const reached = ({ rule }: AppointmentRow, changes: readonly Change[]): readonly Change[] => {
  const until = rule === null ? undefined : readRecurrence(rule)?.until
  return until === undefined ? changes : changes.filter(({ day }) => day <= until)
}

const whole = (row: AppointmentRow, changes: readonly Change[]): Appointment => ({
  ...row,
  changes: reached(row, changes),
  grants: [{ principal: `person:${row.personId}`, level: "admin" }],
  sensitivityId: null,
})

/** The rows with their changed days. */
export async function withChanges(db: Db, rows: readonly AppointmentRow[]): Promise<Appointment[]> {
  const recurring = rows.filter(({ rule }) => rule !== null).map(({ id }) => id)
  const changes =
    recurring.length === 0
      ? []
      : await db
          .select()
          .from(appointmentChanges)
          .where(inArray(appointmentChanges.appointmentId, recurring))
          .orderBy(appointmentChanges.day)
  const byId = Map.groupBy(changes, ({ appointmentId }) => appointmentId)
  return rows.map((row) => whole(row, byId.get(row.id) ?? []))
}

/** The appointment, whoever asks: `canSee` comes next. One that was taken out stays to be found. */
export async function findAppointment(db: Db, id: number): Promise<Appointment | null> {
  if (!Number.isSafeInteger(id)) return null
  const [found] = await withChanges(
    db,
    await db.select().from(appointments).where(eq(appointments.id, id)),
  )
  return found ?? null
}

export const isOwn = (actor: Actor, { personId }: AppointmentRow): boolean =>
  isPerson(actor) && actor.personId === personId

/** For actions: the appointment that an input names, if it is the actor's. */
export async function ownAppointment(
  ctx: Ctx & { actor: PersonActor },
  { id }: { id: number },
): Promise<Appointment | null> {
  const found = await findAppointment(ctx.tx, id)
  return found && isOwn(ctx.actor, found) ? found : null
}

export async function titledAppointments(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: appointments.id, title: appointments.title })
    .from(appointments)
    .where(inArray(appointments.id, [...ids]))
  return new Map(rows.map(({ id, title }) => [id, { title, href: `/calendar/${id}` }]))
}
