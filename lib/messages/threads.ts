import type { Group } from "@/lib/groups/group"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { findMessage, type Message } from "./message"

/** The message that begins the thread; answering inside a thread stays in it. */
export async function rootOf(
  ctx: Ctx,
  group: Group,
  threadId: number | null | undefined,
): Promise<Message | null> {
  if (!threadId) return null
  const message = await inGroup(ctx, group, threadId)
  return message.threadId === null ? message : inGroup(ctx, group, message.threadId)
}

export const quoted = async (ctx: Ctx, group: Group, quoteId: number | null | undefined) =>
  quoteId ? inGroup(ctx, group, quoteId) : null

/** @throws Refusal not_found for a message of another group, whether it exists or not */
async function inGroup(ctx: Ctx, group: Group, id: number): Promise<Message> {
  const message = await findMessage(ctx.tx, id)
  return message?.groupId === group.id ? message : refuse("not_found")
}
