import { and, eq, inArray } from "drizzle-orm"
import { clocks } from "@/db/schema/messages"
import { companyToday } from "@/lib/people/leave"
import { leavesOn } from "@/lib/people/leave-now"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { type ClockRow, closeClocks } from "./clock-closing"
import { holdersFor } from "./clock-holders"
import type { Urgency } from "./clock-times"

interface HeldFor {
  messageId: number
  groupId: number
  personId: number
  holderId: number
  urgency: Urgency
}

/** Tells those who answer in somebody's place, message by message. */
export function sayStandIns(ctx: Ctx, held: readonly HeldFor[]): void {
  const passed = held.filter(({ personId, holderId }) => personId !== holderId)
  for (const [messageId, of] of Map.groupBy(passed, (clock) => clock.messageId))
    emit(ctx, {
      type: "message.passed_on",
      recordId: messageId,
      data: {
        groupId: of[0]?.groupId,
        urgency: of[0]?.urgency,
        standIns: Object.fromEntries(of.map(({ holderId, personId }) => [holderId, personId])),
      },
    })
}

/**
 * Looks again at who answers open clocks, now that somebody left or is away. Where nobody is left
 * to answer (a private chat), the clock is cancelled. What stays as it was is not touched.
 * @returns the clocks as they are held now
 */
export async function passOn(ctx: Ctx, open: readonly ClockRow[]): Promise<ClockRow[]> {
  const held: ClockRow[] = []
  const lost: number[] = []
  for (const [, same] of Map.groupBy(open, (clock) => `${clock.groupId} ${clock.askedById}`)) {
    const [{ groupId, askedById } = { groupId: 0, askedById: 0 }] = same
    const asked = [...new Set(same.map(({ personId }) => personId))]
    const holders = await holdersFor(ctx, groupId, askedById, asked)
    for (const clock of same) {
      const holderId = holders.get(clock.personId)
      if (holderId === undefined) lost.push(clock.id)
      else held.push({ ...clock, holderId })
    }
  }
  const before = new Map(open.map(({ id, holderId }) => [id, holderId]))
  const moved = held.filter(({ id, holderId }) => before.get(id) !== holderId)
  for (const [holderId, clocksOf] of Map.groupBy(moved, (clock) => clock.holderId))
    await ctx.tx
      .update(clocks)
      .set({ holderId })
      .where(
        and(
          inArray(
            clocks.id,
            clocksOf.map(({ id }) => id),
          ),
          eq(clocks.open, true),
        ),
      )
  sayStandIns(ctx, moved)
  await release(ctx, lost)
  return held
}

/** Nobody is left who could answer. */
async function release(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const closed = await closeClocks(ctx, inArray(clocks.id, [...ids]), { cancelledAt: ctx.now })
  for (const [messageId, of] of Map.groupBy(closed, (clock) => clock.messageId))
    emit(ctx, {
      type: "message.released",
      recordId: messageId,
      data: { groupId: of[0]?.groupId, askedIds: of.map(({ personId }) => personId) },
    })
}

/**
 * Of some open clocks, passes on those whose holder is away today or works here no more.
 * @returns the clocks as they are held now, without those that nobody can answer
 */
export async function passOnFromAway(ctx: Ctx, open: readonly ClockRow[]): Promise<ClockRow[]> {
  const holders = [...new Set(open.map(({ holderId }) => holderId))]
  const away = await leavesOn(ctx.tx, holders, await companyToday(ctx.now))
  const working = new Set((await actorsOf(ctx.tx, holders)).map(({ personId }) => personId))
  const stays = ({ holderId }: ClockRow) => working.has(holderId) && !away.has(holderId)
  const others = open.filter((clock) => !stays(clock))
  return [...open.filter(stays), ...(others.length > 0 ? await passOn(ctx, others) : [])]
}
