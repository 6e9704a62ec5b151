import { and, asc, eq, isNull, lte, type SQL, sql } from "drizzle-orm"
import { valuesTable } from "@/db/bulk"
import { db, engine } from "@/db/engine"
import { clocks } from "@/db/schema/messages"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import type { ClockRow } from "./clock-closing"
import { escalatedTo } from "./clock-escalating"
import { passOnFromAway } from "./clock-passing"
import { nextReminder } from "./clock-times"

/** Clocks of one transaction. */
const batch = 25

const toRemind = (now: Date) => and(eq(clocks.open, true), lte(clocks.remindAt, now))
const toEscalate = (now: Date) =>
  and(eq(clocks.open, true), isNull(clocks.escalatedAt), lte(clocks.dueAt, now))

/**
 * Reminds of answers that are owed and escalates those that are overdue. Everything it goes by is
 * in the rows, and is asked again inside each transaction: running it twice, at once or in several
 * processes, tells nobody twice.
 */
export async function sweepClocks(now = new Date()): Promise<void> {
  await inBatches(() => remind(now))
  await inBatches(() => escalate(now))
}

async function inBatches(step: () => Promise<number>): Promise<void> {
  while ((await step()) === batch);
}

/** One batch of what is due by the same order as its index. @returns how many were due */
async function dueNow(
  due: SQL | undefined,
  order: typeof clocks.remindAt | typeof clocks.dueAt,
  now: Date,
  take: (ctx: Ctx, found: ClockRow[]) => Promise<void>,
): Promise<number> {
  const waiting = await db().select({ id: clocks.id }).from(clocks).where(due).limit(1)
  if (waiting.length === 0) return 0
  return writeAsSystem(
    "messages.clocks",
    async (ctx) => {
      const found = await ctx.tx
        .select()
        .from(clocks)
        .where(due)
        .orderBy(asc(order), asc(clocks.id))
        .limit(batch)
      if (found.length > 0) await take(ctx, found)
      return found.length
    },
    // Processes take turns instead of redoing what another has just done.
    { now, lock: "messages.clocks" },
  )
}

const remind = (now: Date) =>
  dueNow(toRemind(now), clocks.remindAt, now, async (ctx, found) => {
    const next = found.map((clock) => [clock.id, stored(nextReminder(clock, now))])
    await setEach(ctx, next, sql`remind_at = given.column2, reminded_at = ${stored(now)}`, timeType)
    const held = await passOnFromAway(ctx, found)
    for (const [messageId, of] of Map.groupBy(held, (clock) => clock.messageId))
      emit(ctx, {
        type: "message.reminded",
        recordId: messageId,
        data: {
          groupId: of[0]?.groupId,
          urgency: of[0]?.urgency,
          holderIds: of.map(({ holderId }) => holderId),
        },
      })
  })

const escalate = (now: Date) =>
  dueNow(toEscalate(now), clocks.dueAt, now, async (ctx, found) => {
    const told = await escalatedTo(ctx, found)
    const to = found.map(({ id }) => [id, clocks.escalatedTo.mapToDriverValue(told.get(id) ?? [])])
    const also = sql`escalated_to = given.column2, escalated_at = ${stored(now)}`
    await setEach(ctx, to, also, clocks.escalatedTo.getSQLType())
    for (const { id, messageId, groupId, holderId, personId, urgency } of found)
      emit(ctx, {
        type: "clock.escalated",
        recordId: id,
        data: { messageId, groupId, holderId, personId, urgency, to: told.get(id) ?? [] },
      })
  })

const timeType = clocks.remindAt.getSQLType()
const stored = (at: Date | null): unknown => at && clocks.remindAt.mapToDriverValue(at)

/** A value of its own (`given.column2`) for each of some clocks. */
const setEach = (ctx: Ctx, values: readonly (readonly unknown[])[], set: SQL, type: string) =>
  engine().run(
    ctx.tx,
    sql`update ${clocks} set ${set} from ${valuesTable(values, ["bigint", type])} as given
      where ${clocks.id} = given.column1`,
  )
