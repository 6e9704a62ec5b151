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

/** The same inside a transaction, for pasts that are written down afterwards. */
export async function sweepIn(ctx: Ctx): Promise<void> {
  while ((await remindSome(ctx)) === batch);
  while ((await escalateSome(ctx)) === batch);
}

async function inBatches(step: () => Promise<number>): Promise<void> {
  while ((await step()) === batch);
}

/** One batch, in a transaction only when there is something to do. @returns how many were due */
async function dueNow(
  due: SQL | undefined,
  now: Date,
  take: (ctx: Ctx) => Promise<number>,
): Promise<number> {
  const waiting = await db().select({ id: clocks.id }).from(clocks).where(due).limit(1)
  if (waiting.length === 0) return 0
  // Processes take turns instead of redoing what another has just done.
  return writeAsSystem("messages.clocks", take, { now, lock: "messages.clocks" })
}

const remind = (now: Date) => dueNow(toRemind(now), now, remindSome)
const escalate = (now: Date) => dueNow(toEscalate(now), now, escalateSome)

/** What is due by the same order as its index. */
const dueIn = (
  ctx: Ctx,
  due: SQL | undefined,
  order: typeof clocks.remindAt | typeof clocks.dueAt,
): Promise<ClockRow[]> =>
  ctx.tx.select().from(clocks).where(due).orderBy(asc(order), asc(clocks.id)).limit(batch)

async function remindSome(ctx: Ctx): Promise<number> {
  const found = await dueIn(ctx, toRemind(ctx.now), clocks.remindAt)
  if (found.length === 0) return 0
  const next = found.map((clock) => [clock.id, stored(nextReminder(clock, ctx.now))])
  const also = sql`remind_at = given.column2, reminded_at = ${stored(ctx.now)}`
  await setEach(ctx, next, also, timeType)
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
  return found.length
}

async function escalateSome(ctx: Ctx): Promise<number> {
  const found = await dueIn(ctx, toEscalate(ctx.now), clocks.dueAt)
  if (found.length === 0) return 0
  const told = await escalatedTo(ctx, found)
  const to = found.map(({ id }) => [id, clocks.escalatedTo.mapToDriverValue(told.get(id) ?? [])])
  const also = sql`escalated_to = given.column2, escalated_at = ${stored(ctx.now)}`
  await setEach(ctx, to, also, clocks.escalatedTo.getSQLType())
  for (const { id, messageId, groupId, holderId, personId, urgency } of found)
    emit(ctx, {
      type: "clock.escalated",
      recordId: id,
      data: { messageId, groupId, holderId, personId, urgency, to: told.get(id) ?? [] },
    })
  return found.length
}

const timeType = clocks.remindAt.getSQLType()
const stored = (at: Date | null): unknown => at && clocks.remindAt.mapToDriverValue(at)

/** A value of its own (`given.column2`) for each of some clocks. */
const setEach = (ctx: Ctx, values: readonly (readonly unknown[])[], set: SQL, type: string) =>
  engine().run(
    ctx.tx,
    sql`update ${clocks} set ${set} from ${valuesTable(values, ["bigint", type])} as given
      where ${clocks.id} = given.column1`,
  )
