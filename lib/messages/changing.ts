import { and, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { mentions, messages, messageVersions, reactions } from "@/db/schema/messages"
import type { WayOut } from "@/lib/outward/inputs"
import { passOutward } from "@/lib/outward/passing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { dropFiles } from "@/lib/platform/files/attaching"
import type { OutwardSender } from "@/lib/platform/outward-sender"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"
import { writeTags } from "@/lib/platform/tagging"
import { cancelClocks } from "./clock-cancelling"
import { editedMessage } from "./inputs"
import { keepOriginal, readOutside } from "./leaving"
import { findMessage, type Message } from "./message"
import { canChange, inTime } from "./policy"

type PersonCtx = Ctx & { actor: PersonActor }

/** Minutes within which a message can still be changed. */
export const changeMinutes = async (): Promise<number> => (await settings()).messages.changeMinutes

/** @throws Refusal once it has stood for too long */
async function requireTime(ctx: PersonCtx, message: Message): Promise<void> {
  const minutes = await changeMinutes()
  if (!inTime(message, ctx.now, minutes))
    refuse("forbidden", { sentence: "messages.error.tooLate", values: { minutes } })
}

const about = (message: Message) => ({ groupId: message.groupId, seq: message.seq })

/**
 * Changes what a message says; what it said before is kept.
 * @throws Refusal "conflict" with what stands there now when it was changed meanwhile
 */
export async function editMessage(
  ctx: PersonCtx,
  message: Message,
  version: number,
  body: string,
  way: WayOut = {},
): Promise<{ asked: number } | undefined> {
  await requireTime(ctx, message)
  if (message.version !== version)
    refuse("conflict", { current: { body: message.body, version: message.version } })
  if (body === message.body) return undefined
  const passed = await changedWords(ctx, message, body, way)
  if (passed.asked !== null) return { asked: passed.asked }
  await putWords(ctx, message, passed)
  return undefined
}

/** What it may say from now on. @throws Refusal as `passOutward`, where outsiders read it */
async function changedWords(ctx: PersonCtx, message: Message, text: string, way: WayOut) {
  const { id, groupId, version, group } = message
  if (!(await readOutside(ctx, { id: groupId, kind: group.kind })))
    return { asked: null, text, original: null }
  return passOutward(
    ctx,
    {
      sender: "messages.edit",
      input: { id, version, body: text },
      place: { kind: "group", recordId: groupId },
      text,
      fileIds: [],
    },
    way,
  )
}

async function putWords(
  ctx: PersonCtx,
  message: Message,
  { text: body, original }: { text: string; original: string | null },
): Promise<void> {
  const { version } = message
  const [changed] = await ctx.tx
    .update(messages)
    .set({ body, editedAt: ctx.now, version: version + 1 })
    .where(and(eq(messages.id, message.id), eq(messages.version, version)))
    .returning({ id: messages.id })
  if (!changed) refuse("conflict")
  await ctx.tx
    .insert(messageVersions)
    .values({ messageId: message.id, body: message.body, at: message.editedAt ?? message.at })
  await keepOriginal(ctx, message.id, original)
  await writeTags(ctx, "message", message.id, [body])
  emit(ctx, { type: "message.edited", recordId: message.id, data: about(message) })
}

/** A change that was released, if nobody changed the message meanwhile. */
export const sendReleasedChange: OutwardSender = {
  send: async (ctx, input) => {
    const { id, version, body } = editedMessage.parse(input)
    const message = (await findMessage(ctx.tx, id)) ?? refuse("not_found")
    if (!canChange(ctx.actor, message)) refuse("forbidden")
    if (message.version !== version) refuse("conflict")
    await putWords(ctx, message, { text: body, original: null })
  },
}

/** Takes a message back: its words, what they said before and its files are gone everywhere. */
export async function withdrawMessage(ctx: PersonCtx, message: Message): Promise<void> {
  await requireTime(ctx, message)
  await ctx.tx
    .update(messages)
    .set({ body: "", withdrawnAt: ctx.now, version: message.version + 1 })
    .where(and(eq(messages.id, message.id), isNull(messages.withdrawnAt)))
  await forgetWords(ctx, message)
  await dropFiles(ctx, "message", message.id)
  emit(ctx, { type: "message.withdrawn", recordId: message.id, data: about(message) })
}

/** Words that aren't in their place any more: all that was kept of them there, and nobody owes them an answer. */
export async function forgetWords(ctx: Ctx, { id }: Pick<Message, "id">): Promise<void> {
  await ctx.tx.delete(messageVersions).where(eq(messageVersions.messageId, id))
  await keepOriginal(ctx, id, null)
  await ctx.tx.delete(reactions).where(eq(reactions.messageId, id))
  await ctx.tx.delete(mentions).where(eq(mentions.messageId, id))
  await writeTags(ctx, "message", id, [])
  await cancelClocks(ctx, { messageIds: [id] })
}

/**
 * What a message has said, oldest first, each with the time since which it did; the last is what it
 * says now. The caller has checked who asks.
 */
export async function versionsOf(on: Db, message: Message) {
  const before = await on
    .select({ body: messageVersions.body, at: messageVersions.at })
    .from(messageVersions)
    .where(eq(messageVersions.messageId, message.id))
    .orderBy(messageVersions.id)
    .limit(100)
  return [...before, { body: message.body, at: message.editedAt ?? message.at }]
}
