import { eq } from "drizzle-orm"
import { clocks, messages } from "@/db/schema/messages"
import { seenGroup } from "@/lib/groups/group"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
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
export async function answerByHand(ctx: Own, { messageId }: Asked): Promise<boolean> {
  await answerClocks(ctx, {
    personId: ctx.actor.personId,
    messageIds: [messageId],
    how: "done",
  })
  return true
}
