import { and, eq, inArray } from "drizzle-orm"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import type { Ctx } from "@/lib/platform/context"

export type Outsider = typeof meetingOutsiders.$inferSelect
export interface NamedOutsider {
  name: string
  email: string
}

/** A meeting with more of them is no meeting of the company any more. */
export const mostOutsiders = 20

/**
 * Those invited, as they are wanted now; one's address says who they are. Who is taken off stays
 * known, and hears of it if they had heard of the meeting.
 * @returns whether anything is different
 */
export async function setOutsiders(
  ctx: Ctx,
  meetingId: number,
  wanted: readonly NamedOutsider[],
): Promise<boolean> {
  const own = eq(meetingOutsiders.meetingId, meetingId)
  const all = await ctx.tx.select().from(meetingOutsiders).where(own)
  const known = new Map(all.map((row) => [row.email, row]))
  const kept = new Set(wanted.map(({ email }) => email))
  const gone = all.filter(({ email, removedAt }) => !kept.has(email) && removedAt === null)
  const differs = wanted.filter(({ name, email }) => {
    const before = known.get(email)
    return before?.name !== name || before.removedAt !== null
  })
  if (gone.length > 0)
    await ctx.tx
      .update(meetingOutsiders)
      .set({ removedAt: ctx.now, answer: null, standing: false })
      .where(
        and(
          own,
          inArray(
            meetingOutsiders.id,
            gone.map(({ id }) => id),
          ),
        ),
      )
  for (const { name, email } of differs)
    await ctx.tx
      .insert(meetingOutsiders)
      .values({ meetingId, name, email })
      .onConflictDoUpdate({
        target: [meetingOutsiders.meetingId, meetingOutsiders.email],
        set: { name, removedAt: null },
      })
  return gone.length + differs.length > 0
}
