import { and, asc, eq, isNull, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { communications } from "@/db/schema/clients"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayNumberIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import { nextReminder } from "./next-contact"

/** Follow-ups of one transaction. */
const batch = 25

const due = (now: Date) => and(lte(communications.remindAt, now), isNull(communications.settledAt))

/**
 * Reminds of next contacts that are due. All it goes by is in the rows and is asked again inside
 * each transaction: running it twice, at once or in several processes, reminds nobody twice.
 */
export async function remindOfFollowUps(now = new Date()): Promise<void> {
  for (let done = batch; done === batch; ) {
    const waiting = await db()
      .select({ id: communications.id })
      .from(communications)
      .where(due(now))
      .limit(1)
    if (waiting.length === 0) return
    done = await writeAsSystem("clients.reminders", remindSome, { now, lock: "clients.reminders" })
  }
}

async function remindSome(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx
    .select({
      ...{ id: communications.id, clientId: communications.clientId },
      ...{ ownerId: communications.ownerId, nextAt: communications.nextAt },
    })
    .from(communications)
    .where(due(ctx.now))
    .orderBy(asc(communications.remindAt), asc(communications.id))
    .limit(batch)
  const calendar = await companyCalendar()
  for (const { id, clientId, ownerId, nextAt } of rows) {
    await ctx.tx
      .update(communications)
      .set({ remindAt: nextReminder(calendar, nextAt, ctx.now) })
      .where(and(eq(communications.id, id), lte(communications.remindAt, ctx.now)))
    if (!nextAt) continue
    const days = dayNumberIn(calendar.timeZone, ctx.now) - dayNumberIn(calendar.timeZone, nextAt)
    emit(ctx, {
      type: "client.follow_up_due",
      recordId: clientId,
      data: { communicationId: id, ownerId, days },
    })
  }
  return rows.length
}
