import { and, eq } from "drizzle-orm"
import { appointmentChanges } from "@/db/schema/appointments"
import type { Ctx } from "@/lib/platform/context"
import type { Appointment, Change } from "./appointment"
import type { Occurrence } from "./occurrences"

type Said = Pick<Change, "title" | "place" | "note">
export type ChangedDay = Omit<Change, "appointmentId" | "day">

export const saysNothing: Said = { title: null, place: null, note: null }

/** What was changed about a day of the rule so far. */
export const changeOf = ({ changes }: Appointment, day: string): Change | undefined =>
  changes.find((change) => change.day === day)

/** Only what differs: what is the same goes on following the others. */
export const different = (
  { title, place, note }: Appointment,
  said: { title: string; place: string; note: string },
): Said => ({
  title: said.title === title ? null : said.title,
  place: said.place === place ? null : said.place,
  note: said.note === note ? null : said.note,
})

/** Whether such a day is as the rule has it. */
export const asUsual = (
  usual: Occurrence,
  { startAt, endAt, leftOut, title, place, note }: ChangedDay,
): boolean =>
  !leftOut &&
  [title, place, note].every((each) => each === null) &&
  startAt?.getTime() === usual.start.getTime() &&
  endAt?.getTime() === usual.end.getTime()

/** Says what is different about one day of a rule, or that nothing is any more. */
export async function putChange(
  ctx: Ctx,
  appointmentId: number,
  day: string,
  set: ChangedDay | null,
): Promise<void> {
  const { appointmentId: of, day: on } = appointmentChanges
  await ctx.tx.delete(appointmentChanges).where(and(eq(of, appointmentId), eq(on, day)))
  if (set) await ctx.tx.insert(appointmentChanges).values({ appointmentId, day, ...set })
}
