import { findGroup, seenGroup } from "@/lib/groups/group"
import { canPost } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { editMessage, withdrawMessage } from "./changing"
import { answerByHand, mayAnswer, openForMessage } from "./clock-by-hand"
import { keep } from "./keeping"
import { type Message, seenMessage } from "./message"
import { forwardMessage, moveMessage } from "./passing-on"
import { canChange, canMove, canUse } from "./policy"
import { react } from "./reacting"
import type { Deed } from "./sample/reading"
import type { wordsOf } from "./sample/wording"
import { plainly, sendMessage } from "./sending"

type Own = Ctx & { actor: PersonActor }

/** Where it is done, to which messages, in which words. */
export interface About {
  groupId: number
  root: number | null
  last: number | null
  words: ReturnType<typeof wordsOf>
}

/** What somebody does, under the permissions that they have at a desk. */
export async function take(ctx: Own, deed: Deed, about: About): Promise<unknown> {
  if ("says" in deed) return say(ctx, deed, about)
  if ("does" in deed && deed.does === "handled") return handle(ctx, about)
  // 收到 answers what the thread began with; other signs are for what was said last.
  const answers = "reacts" in deed && deed.reacts !== "got_it"
  const id = (answers || "does" in deed ? about.last : about.root) ?? 0
  const message = (await seenMessage(ctx, { id })) ?? refuse("not_found")
  if ("reacts" in deed) return using(ctx, message, () => react(ctx, message, deed.reacts, true))
  if ("edits" in deed || "does" in deed) return change(ctx, message, deed, about)
  const to = (await findGroup(ctx.tx, about.groupId)) ?? refuse("not_found")
  if (!canPost(ctx.actor, to)) refuse("forbidden")
  if ("forwards" in deed)
    return using(ctx, message, () => forwardMessage(ctx, message, to, deed.words))
  if (!canMove(ctx.actor, message)) refuse("forbidden")
  return moveMessage(ctx, message, to)
}

async function say(ctx: Own, deed: Extract<Deed, { says: string }>, about: About) {
  const group = (await seenGroup(ctx, about)) ?? refuse("not_found")
  if (!canPost(ctx.actor, group)) refuse("forbidden")
  await sendMessage(ctx, group, {
    ...plainly(about.words.body),
    ...about.words,
    urgency: deed.urgent ? "urgent" : "ordinary",
    ...(deed.how === "reply" && { threadId: about.root }),
    ...(deed.how === "quote" && { quoteId: about.root }),
  })
}

const using = <T>(ctx: Own, message: Message, run: () => Promise<T>): Promise<T> =>
  canUse(ctx.actor, message) ? run() : refuse("forbidden")

function change(
  ctx: Own,
  message: Message,
  deed: Extract<Deed, { edits: string } | { does: string }>,
  { words }: About,
): Promise<unknown> {
  if ("does" in deed && deed.does === "keep")
    return using(ctx, message, () => keep(ctx, message.id, true))
  if (!canChange(ctx.actor, message)) refuse("forbidden")
  return "edits" in deed
    ? editMessage(ctx, message, message.version, words.body)
    : withdrawMessage(ctx, message)
}

async function handle(ctx: Own, { root }: About): Promise<unknown> {
  const asked = (await openForMessage(ctx, { messageId: root ?? 0 })) ?? refuse("not_found")
  return mayAnswer(ctx.actor, asked) ? answerByHand(ctx, asked) : refuse("forbidden")
}
