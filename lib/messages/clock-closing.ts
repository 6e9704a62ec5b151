import { and, eq, type SQL } from "drizzle-orm"
import { clocks } from "@/db/schema/messages"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { doneWith } from "@/lib/platform/notify"

export type ClockRow = typeof clocks.$inferSelect
type Closing = { answeredAt: Date; answeredBy: ClockRow["answeredBy"] } | { cancelledAt: Date }

/**
 * Stops open clocks. What waited for the answer in inboxes is done, also for those it was
 * escalated to: they hear that it came.
 * @param which which of the open ones
 */
export async function closeClocks(ctx: Ctx, which: SQL, how: Closing): Promise<ClockRow[]> {
  const closed = await ctx.tx
    .update(clocks)
    .set({ ...how, open: false, remindAt: null })
    .where(and(eq(clocks.open, true), which))
    .returning()
  for (const [messageId, of] of Map.groupBy(closed, (clock) => clock.messageId)) {
    const people = of.flatMap(({ holderId, personId }) => [holderId, personId])
    await doneWith(ctx, [...new Set(people)], "message", messageId)
  }
  for (const clock of closed) if (clock.escalatedAt) await settleEscalation(ctx, clock)
  return closed
}

async function settleEscalation(ctx: Ctx, clock: ClockRow): Promise<void> {
  await doneWith(ctx, clock.escalatedTo ?? [], "clock", clock.id)
  emit(ctx, {
    type: clock.answeredAt ? "clock.answered" : "clock.cancelled",
    recordId: clock.id,
    data: { how: clock.answeredBy },
  })
}
