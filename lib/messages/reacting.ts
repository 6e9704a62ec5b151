import { and, eq } from "drizzle-orm"
import { reactions } from "@/db/schema/messages"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { answerClocks } from "./clock-answering"
import type { Message } from "./message"

/** Puts a reaction under a message, or takes it away. 收到 answers what is owed (decision 9). */
export async function react(
  ctx: Ctx & { actor: PersonActor },
  message: Message,
  code: string,
  on: boolean,
): Promise<void> {
  const own = { messageId: message.id, code, personId: ctx.actor.personId }
  const changed = on
    ? await ctx.tx
        .insert(reactions)
        .values({ ...own, at: ctx.now })
        .onConflictDoNothing()
        .returning({ code: reactions.code })
    : await ctx.tx
        .delete(reactions)
        .where(
          and(
            eq(reactions.messageId, own.messageId),
            eq(reactions.code, code),
            eq(reactions.personId, own.personId),
          ),
        )
        .returning({ code: reactions.code })
  if (changed.length === 0) return
  emit(ctx, {
    type: "message.reacted",
    recordId: message.id,
    data: { groupId: message.groupId, code, on },
  })
  if (on && code === "got_it")
    await answerClocks(ctx, {
      personId: ctx.actor.personId,
      messageIds: [message.id],
      how: "reaction",
    })
}
