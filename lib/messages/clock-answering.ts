import { and, eq, inArray, or } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { clocks } from "@/db/schema/messages"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { type ClockRow, closeClocks } from "./clock-closing"

export interface Answering {
  personId: number
  /** What was answered: the root of the thread, and messages quoted. */
  messageIds: readonly number[]
  how: NonNullable<ClockRow["answeredBy"]>
}

/**
 * Somebody answered: their clocks on these messages stop, also those they hold for others, and
 * those that others hold for them. Whoever shows the messages sees it; a reaction says so itself.
 * @returns the messages on which one stopped
 */
export async function answerClocks(
  ctx: Ctx,
  { personId, messageIds, how }: Answering,
): Promise<readonly number[]> {
  const theirs = or(eq(clocks.holderId, personId), eq(clocks.personId, personId))
  const which = and(inArray(clocks.messageId, idsIn(messageIds)), theirs)
  if (messageIds.length === 0 || !which) return []
  const closed = await closeClocks(ctx, which, { answeredAt: ctx.now, answeredBy: how })
  const byMessage = Map.groupBy(closed, (clock) => clock.messageId)
  if (how !== "reaction")
    for (const [messageId, [clock]] of byMessage)
      emit(ctx, {
        type: "message.answered",
        recordId: messageId,
        data: { groupId: clock?.groupId, how, askedById: clock?.askedById },
      })
  return [...byMessage.keys()]
}
