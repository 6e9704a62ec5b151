import { db } from "@/db/engine"
import { endpoint, signal } from "@/lib/endpoint"
import { findGroup, seenGroup } from "@/lib/groups/group"
import { canPost, canSee as canSeeGroup } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import { refuse } from "@/lib/platform/refusal"
import { editMessage, withdrawMessage } from "./changing"
import { answerByHand, mayAnswer, openForMessage } from "./clock-by-hand"
import { keepDraft } from "./drafting"
import {
  asked,
  draft,
  editedMessage,
  forwarded,
  kept,
  moved,
  newMessage,
  oneMessage,
  oneScheduled,
  presence,
  reaction,
  readUpTo,
  scheduledMessage,
  typing,
} from "./inputs"
import { keep } from "./keeping"
import { sendOrAsk } from "./leaving"
import { screenMessage } from "./leaving-ahead"
import { seenMessage } from "./message"
import { remindUnread } from "./nudging"
import { forwardMessage, moveMessage, screenForward } from "./passing-on"
import { canChange, canMove, canSeeReceipts, canUse } from "./policy"
import { react } from "./reacting"
import { markUnread, readTo } from "./reading"
import { ownScheduled, schedule, unschedule } from "./scheduling"
import { tellOfReading, tellOwn, tellPresence, tellTyping } from "./telling"
import { readThreadTo } from "./thread-reading"
import { rootOf } from "./threads"

/** Writers of one group take turns: its messages are numbered. */
const inGroup = ({ groupId }: { groupId: number }) => `group:${groupId}`
const quick = { times: 300, per: 60 }
/** Quick unless it is the first that outsiders see of a file: a commit for each message were worse. */
const screened = { prepare: screenMessage, prepareIsQuick: true } as const

export const send = endpoint({
  name: "messages.send",
  input: newMessage,
  ...screened,
  load: seenGroup,
  can: canPost,
  run: (ctx, group, { groupId: _, ...said }) => sendOrAsk(ctx, group, said),
  lock: inGroup,
})

export const later = endpoint({
  name: "messages.schedule",
  input: scheduledMessage,
  ...screened,
  load: seenGroup,
  can: canPost,
  run: (ctx, group, { groupId: _, at, ...said }) => schedule(ctx, group, said, new Date(at)),
})

export const cancelLater = endpoint({
  name: "messages.unschedule",
  input: oneScheduled,
  load: ownScheduled,
  can: () => true,
  run: unschedule,
  after: (_, personId) => tellOwn(personId),
})

export const edit = endpoint({
  name: "messages.edit",
  input: editedMessage,
  ...screened,
  load: seenMessage,
  can: canChange,
  run: (ctx, message, { version, body, ...way }) => editMessage(ctx, message, version, body, way),
})

export const withdraw = endpoint({
  name: "messages.withdraw",
  input: oneMessage,
  load: seenMessage,
  can: canChange,
  run: withdrawMessage,
})

export const reactTo = endpoint({
  name: "messages.react",
  input: reaction,
  load: seenMessage,
  can: canUse,
  run: (ctx, message, { code, on }) => react(ctx, message, code, on),
})

export const forward = endpoint({
  name: "messages.forward",
  input: forwarded,
  prepare: screenForward,
  prepareIsQuick: true,
  load: seenMessage,
  can: canUse,
  run: async (ctx, message, { groupId, body, ...way }) => {
    const to = (await seenGroup(ctx, { groupId })) ?? refuse("not_found")
    if (!canPost(ctx.actor, to)) refuse("forbidden")
    return forwardMessage(ctx, message, to, body, way)
  },
  lock: inGroup,
})

export const move = endpoint({
  name: "messages.move",
  input: moved,
  load: seenMessage,
  can: canMove,
  run: async (ctx, message, { groupId }) => {
    const to = (await seenGroup(ctx, { groupId })) ?? refuse("not_found")
    if (!canPost(ctx.actor, to)) refuse("forbidden")
    await moveMessage(ctx, message, to)
  },
  lock: inGroup,
})

export const remind = endpoint({
  name: "messages.remind",
  input: oneMessage,
  load: seenMessage,
  can: canSeeReceipts,
  run: remindUnread,
})

export const answered = endpoint({
  name: "messages.answered",
  input: asked,
  load: openForMessage,
  can: mayAnswer,
  run: answerByHand,
})

export const keepOne = endpoint({
  name: "messages.keep",
  input: kept,
  load: seenMessage,
  can: canUse,
  run: async (ctx, message, { on }) => {
    await keep(ctx, message.id, on)
  },
})

export const read = endpoint({
  name: "messages.read",
  input: readUpTo,
  load: seenGroup,
  can: canSeeGroup,
  run: async (ctx, group, { threadId, seq }) => {
    const root = await rootOf(ctx, group, threadId)
    return root ? readThreadTo(ctx, group, root.id, seq) : readTo(ctx, group, seq)
  },
  after: async (_, progress) => {
    if (progress) await tellOfReading(progress)
  },
  limit: quick,
})

export const unread = endpoint({
  name: "messages.unread",
  input: oneMessage,
  load: seenMessage,
  can: canUse,
  run: async (ctx, message) => {
    await markUnread(ctx, message)
    return ctx.actor.personId
  },
  after: (_, personId) => tellOwn(personId),
})

export const saveDraft = endpoint({
  name: "messages.draft",
  input: draft,
  load: seenGroup,
  can: canSeeGroup,
  run: async (ctx, group, { threadId, ...written }) => {
    const root = await rootOf(ctx, group, threadId)
    const place = { groupId: group.id, threadId: root?.id ?? null }
    const turned = await keepDraft(ctx, place, written)
    // Lists of groups show those of streams.
    return turned && root === null ? ctx.actor.personId : null
  },
  after: async (_, turned) => {
    if (turned) await tellOwn(turned)
  },
  limit: quick,
})

const memberOf = async (actor: PersonActor, { groupId }: { groupId: number }) => {
  const group = await findGroup(db(), groupId)
  return group && canSeeGroup(actor, group) ? group : null
}

export const typingNow = signal({
  name: "messages.typing",
  input: typing,
  load: memberOf,
  can: canPost,
  tell: ({ personId: id, name }, group) => tellTyping(group.id, { id, name }),
  limit: quick,
})

export const presentNow = signal({
  name: "messages.here",
  input: presence,
  load: memberOf,
  can: canSeeGroup,
  tell: ({ personId: id, name }, group, { left }) => tellPresence(group.id, { id, name }, left),
  limit: quick,
})
