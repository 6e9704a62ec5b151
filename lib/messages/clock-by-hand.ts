import { eq } from "drizzle-orm"
import { clocks, messages } from "@/db/schema/messages"
import { seenGroup } from "@/lib/groups/group"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { answerClocks } from "./clock-answering"
import type { ClockRow } from "./clock-closing"

type Own = Ctx & { actor: PersonActor }

/** Everything that was asked in a message, if the actor may read it. */
interface Asked {
  messageId: number
  clocks: readonly ClockRow[]
}

export async function openForMessage(
  ctx: Own,
  { messageId }: { messageId: number },
): Promise<Asked | null> {
  const [message] = await ctx.tx
    .select({ groupId: messages.groupId })
    .from(messages)
    .where(eq(messages.id, messageId))
  if (!message || !(await seenGroup(ctx, message))) return null
  const rows = await ctx.tx.select().from(clocks).where(eq(clocks.messageId, messageId))
  return { messageId, clocks: rows }
}

const concerns = ({ holderId, personId }: ClockRow, { personId: own }: PersonActor): boolean =>
  holderId === own || personId === own

/** Those who were asked, and who answers for them. */
export const mayAnswer = (actor: PersonActor, { clocks }: Asked): boolean =>
  clocks.some((clock) => concerns(clock, actor))

/** 已处理: dealt with, without a word. Pressing again changes nothing. */
export async function answerByHand(ctx: Own, { messageId, clocks }: Asked): Promise<boolean> {
  const { personId } = ctx.actor
  const stopped = await answerClocks(ctx, { personId, messageIds: [messageId], how: "done" })
  if (stopped.length > 0)
    emit(ctx, {
      type: "message.answered",
      recordId: messageId,
      data: {
        how: "done",
        askedByIds: clocks
          .filter((clock) => clock.open && concerns(clock, ctx.actor))
          .map(({ askedById }) => askedById),
      },
    })
  return true
}
