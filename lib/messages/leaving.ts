import { eq } from "drizzle-orm"
import { messageOriginals } from "@/db/schema/messages"
import { findGroup, type Group, openedAs } from "@/lib/groups/group"
import { canPost } from "@/lib/groups/policy"
import { asItIs, type Leaving, type Passed, passOutward } from "@/lib/outward/passing"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { outsideReaders } from "@/lib/platform/outside-readers"
import type { OutwardSender } from "@/lib/platform/outward-sender"
import { refuse } from "@/lib/platform/refusal"
import { releasedMessage } from "./inputs"
import { checkReach, mentionsIn } from "./mentioning"
import { type Said, sendMessage } from "./sending"

type PersonCtx = Ctx & { actor: PersonActor }

/** Whether outsiders read what is said in a group from now on. Most groups are never opened to talk. */
export const readOutside = async (ctx: Pick<Ctx, "tx">, { id, kind }: Pick<Group, "id" | "kind">) =>
  openedAs[kind].includes("talk") && (await outsideReaders(ctx.tx, "group", id, "talk")).length > 0

/** Whether outsiders see the files of a group, also where they read none of its words. */
export const filesReadOutside = async (
  ctx: Pick<Ctx, "tx">,
  { id, kind }: Pick<Group, "id" | "kind">,
) => openedAs[kind].length > 0 && (await outsideReaders(ctx.tx, "group", id, "view")).length > 0

/** What may be said in a group, or that somebody is asked first. @throws Refusal as `passOutward` */
export async function wordsFor(ctx: PersonCtx, group: Group, said: Said): Promise<Passed> {
  const text = said.body.trim()
  if (await readOutside(ctx, group)) return passOutward(ctx, leaving(group, said, text), said)
  if (said.fileIds.length === 0 || !(await filesReadOutside(ctx, group))) return asItIs(text)
  // Its words stay inside: only its files are looked at.
  const passed = await passOutward(ctx, { ...leaving(group, said, text), text: "" }, said)
  return passed.asked === null ? { ...passed, text } : passed
}

const leaving = (group: Group, said: Said, text: string): Leaving => {
  const { outward: _, outwardReason: __, passed: ___, ...input } = said
  return {
    sender: "messages.send",
    input: { ...input, groupId: group.id, body: text },
    place: { kind: "group", recordId: group.id },
    text,
    fileIds: said.fileIds,
  }
}

/**
 * Says something in a group, or asks somebody cleared first where that was chosen.
 * @returns the message, or the number of the request
 */
export async function sendOrAsk(ctx: PersonCtx, group: Group, said: Said) {
  if (said.outward !== "ask" && said.outward !== "release") return sendMessage(ctx, group, said)
  await mentionsIn(ctx, group, said)
  await checkReach(ctx, group, said)
  const passed = await wordsFor(ctx, group, said)
  return passed.asked === null
    ? sendMessage(ctx, group, { ...said, passed })
    : { asked: passed.asked }
}

/** Keeps what a masked message said: for members of its group alone. */
export async function keepOriginal(ctx: Ctx, messageId: number, body: string | null) {
  await ctx.tx.delete(messageOriginals).where(eq(messageOriginals.messageId, messageId))
  if (body !== null) await ctx.tx.insert(messageOriginals).values({ messageId, body })
}

/** A message that was released. */
export const sendReleasedMessage: OutwardSender = {
  send: async (ctx, input) => {
    const { groupId, sourceId, note: _, ...said } = releasedMessage.parse(input)
    const group = (await findGroup(ctx.tx, groupId)) ?? refuse("not_found")
    if (!canPost(ctx.actor, group)) refuse("forbidden")
    const passed = asItIs(said.body)
    await sendMessage(ctx, group, { ...said, passed, ...(sourceId && { sourceId }) })
  },
}
