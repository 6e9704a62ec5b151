import { and, eq, isNull } from "drizzle-orm"
import { messages } from "@/db/schema/messages"
import type { Group } from "@/lib/groups/group"
import type { WayOut } from "@/lib/outward/inputs"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { cancelClocks } from "./clock-cancelling"
import { keepOriginal, sendOrAsk } from "./leaving"
import type { Message } from "./message"
import { plainly, sendMessage } from "./sending"

type PersonCtx = Ctx & { actor: PersonActor }

/**
 * Passes a message on to another group, in its author's words and with its source. Whoever passes
 * it on answers for showing it there.
 * A masked one goes on as it is masked.
 * @param words what the one who passes it on says to it; nothing is fine
 */
export async function forwardMessage(
  ctx: PersonCtx,
  message: Message,
  to: Group,
  words: string,
  { outward, outwardReason }: WayOut = {},
) {
  if (message.body === "") refuse("invalid", { sentence: "messages.error.onlyFiles" })
  const body = [words.trim(), quotation(message.body)].filter(Boolean).join("\n\n")
  return sendOrAsk(ctx, to, { ...plainly(body), outward, outwardReason, sourceId: message.id })
}

const quotation = (body: string) =>
  body
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n")

/**
 * Puts a message that doesn't belong into a work group where it does (闲聊群): its words stand
 * there from now on, here stands where they went, and its author is told.
 */
export async function moveMessage(ctx: PersonCtx, message: Message, to: Group): Promise<void> {
  if (to.kind !== "casual" || to.id === message.groupId)
    refuse("invalid", { sentence: "messages.error.casualOnly" })
  const [moved] = await ctx.tx
    .update(messages)
    .set({ body: "", note: "moved", version: message.version + 1 })
    .where(and(eq(messages.id, message.id), isNull(messages.note), isNull(messages.withdrawnAt)))
    .returning({ id: messages.id })
  if (!moved) refuse("conflict")
  await writeTags(ctx, "message", message.id, [])
  await keepOriginal(ctx, message.id, null)
  // Nobody owes an answer to words that aren't here any more.
  await cancelClocks(ctx, { messageIds: [message.id] })
  const there = await sendMessage(ctx, to, {
    ...plainly(quotation(message.body)),
    sourceId: message.id,
  })
  emit(ctx, {
    type: "message.moved",
    recordId: message.id,
    data: {
      groupId: message.groupId,
      toGroupId: to.id,
      messageId: there.id,
      authorId: message.authorId,
    },
  })
}
