import { and, eq } from "drizzle-orm"
import { appointmentChanges } from "@/db/schema/appointments"
import type { Ctx } from "@/lib/platform/context"

/** Says of one day of a rule where it lies instead, that it is left out, or nothing any more. */
export async function putChange(
  ctx: Ctx,
  appointmentId: number,
  day: string,
  set: { startAt: Date | null; endAt: Date | null } | null,
): Promise<void> {
  const { appointmentId: of, day: on } = appointmentChanges
  await ctx.tx.delete(appointmentChanges).where(and(eq(of, appointmentId), eq(on, day)))
  if (set) await ctx.tx.insert(appointmentChanges).values({ appointmentId, day, ...set })
}
