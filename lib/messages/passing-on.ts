import { and, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { findGroup, type Group } from "@/lib/groups/group"
import type { WayOut } from "@/lib/outward/inputs"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { filesOf } from "@/lib/platform/files/attaching"
import { copyFiles, takeFiles } from "@/lib/platform/files/carrying"
import { refuse } from "@/lib/platform/refusal"
import { screenFiles } from "@/lib/platform/screening/file-finds"
import { screenAhead } from "@/lib/platform/screening/screening"
import { forgetWords } from "./changing"
import { longestPassedOn } from "./inputs"
import { filesReadOutside, sendOrAsk } from "./leaving"
import { findMessage, type Message } from "./message"
import { canUse } from "./policy"
import { plainly, sendMessage } from "./sending"

type PersonCtx = Ctx & { actor: PersonActor }

/**
 * Passes a message on to another group, in its author's words, with its files and its source.
 * Whoever passes it on answers for showing it there.
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
  const fileIds = await copyFiles(ctx, "message", message.id)
  return sendOrAsk(ctx, to, {
    ...{ ...plainly(passedOn(message, words)), fileIds },
    ...{ outward, outwardReason, sourceId: message.id },
  })
}

/** What the one who passes it on says, and below it what was said. */
function passedOn({ body }: Pick<Message, "body">, words = ""): string {
  const text = [words.trim(), quotation(body)].filter(Boolean).join("\n\n")
  // Each time adds its marks and words.
  if (text.length > longestPassedOn) refuse("invalid", { sentence: "messages.error.grown" })
  return text
}

const quotation = (body: string) =>
  body === ""
    ? ""
    : body
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n")

/** What takes its time to know of it, before the transaction, where outsiders will read it. */
export async function screenForward(
  { id, groupId, body }: { id: number; groupId: number; body: string },
  actor: PersonActor,
): Promise<void> {
  const message = await findMessage(db(), id)
  if (!message || !canUse(actor, message)) return
  await screenAhead(passedOn(message, body))
  const to = message.files > 0 ? await findGroup(db(), groupId) : null
  if (!to || !(await filesReadOutside({ tx: db() }, to))) return
  await screenFiles((await filesOf("message", id)).map((file) => file.id))
}

/**
 * Puts a message that doesn't belong into a work group where it does (闲聊群): its words and files
 * stand there from now on, here stands where they went, and its author is told.
 */
export async function moveMessage(ctx: PersonCtx, message: Message, to: Group): Promise<void> {
  if (to.kind !== "casual" || to.id === message.groupId)
    refuse("invalid", { sentence: "messages.error.casualOnly" })
  const [moved] = await ctx.tx
    .update(messages)
    .set({ body: "", files: 0, note: "moved", version: message.version + 1 })
    .where(and(eq(messages.id, message.id), isNull(messages.note), isNull(messages.withdrawnAt)))
    .returning({ id: messages.id })
  if (!moved) refuse("conflict")
  await forgetWords(ctx, message)
  const there = await sendMessage(ctx, to, {
    ...plainly(passedOn(message)),
    fileIds: await takeFiles(ctx, "message", message.id),
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
