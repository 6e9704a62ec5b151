import { and, eq, ne } from "drizzle-orm"
import { groupMembers } from "@/db/schema/groups"
import type { Group } from "@/lib/groups/group"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { answerClocks } from "./clock-answering"
import { openClocks } from "./clock-opening"
import type { NewMention } from "./mentioning"
import type { MessageRow } from "./message"

type Asking = Pick<MessageRow, "id" | "groupId" | "authorId" | "at" | "urgency">

/**
 * Clocks that a message opens (decision 9): for who is mentioned by name and asked for an answer;
 * in a private chat for the others, when it is urgent.
 */
export async function openedBy(
  ctx: Ctx,
  group: Group,
  message: Asking,
  mentions: readonly NewMention[],
): Promise<void> {
  const named = mentions.flatMap(({ personId, needsAnswer }) =>
    personId !== null && needsAnswer ? [personId] : [],
  )
  const alone = group.kind === "direct" && message.urgency === "urgent"
  const asked = alone ? await others(ctx, message) : named
  if (asked.length > 0) await openClocks(ctx, { group, message, asked })
}

async function others(ctx: Ctx, { groupId, authorId }: Asking): Promise<number[]> {
  const rows = await ctx.tx
    .select({ personId: groupMembers.personId })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), ne(groupMembers.personId, authorId)))
  return rows.map(({ personId }) => personId)
}

/** A message in a thread, or one that quotes, answers what its author owed there. */
export async function answered(
  ctx: Ctx & { actor: PersonActor },
  to: readonly (MessageRow | null)[],
): Promise<void> {
  const messageIds = to.flatMap((message) => message?.id ?? [])
  if (messageIds.length === 0) return
  await answerClocks(ctx, { personId: ctx.actor.personId, messageIds, how: "reply" })
}
