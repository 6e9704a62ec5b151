import { db } from "@/db/engine"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import { findGroup } from "@/lib/groups/group"
import { canSee as canSeeGroup } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"
import { cardsOf } from "./cards"
import { versionsOf } from "./changing"
import { draftIn } from "./drafting"
import {
  around,
  earlierThan,
  laterThan,
  repliesAfter,
  type Stretch,
  seqSince,
  threadOf,
} from "./history"
import { myGroups } from "./list"
import { membersFor } from "./members"
import { findMessage, type Message } from "./message"
import { answeredBy } from "./opening"
import { originalOf } from "./originals"
import { canSee, canSeeReceipts, canSeeVersions, canUse } from "./policy"
import { readersOf, withReceipts } from "./receipts"
import { searchIn } from "./searching"
import { readInThread } from "./thread-reading"
import { unreadMessages } from "./unread"
import { waitingIn } from "./waiting"

type Look = (actor: PersonActor, asked: URLSearchParams) => Promise<unknown>

const numberIn = (asked: URLSearchParams, name: string): number | null => {
  const value = asked.get(name)
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null
}

async function groupIn(actor: PersonActor, asked: URLSearchParams): Promise<number | null> {
  const group = await findGroup(db(), numberIn(asked, "group") ?? 0)
  return group && canSeeGroup(actor, group) ? group.id : null
}

async function messageIn(
  actor: PersonActor,
  asked: URLSearchParams,
  may: (actor: PersonActor, message: Message) => boolean = canSee,
): Promise<Message | null> {
  const message = await findMessage(db(), numberIn(asked, "message") ?? 0)
  return message && may(actor, message) ? message : null
}

/** A part of the stream: before, after or around a message's number, or from a day on. */
async function stretchIn(groupId: number, asked: URLSearchParams): Promise<Stretch | null> {
  const before = numberIn(asked, "before")
  if (before !== null) return earlierThan(groupId, before)
  const after = numberIn(asked, "after")
  if (after !== null) return laterThan(groupId, after)
  const at = numberIn(asked, "around") ?? (await dayStart(groupId, asked.get("day")))
  return at === null ? earlierThan(groupId) : around(groupId, at)
}

async function dayStart(groupId: number, day: string | null): Promise<number | null> {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return null
  const { timeZone } = (await settings()).company
  return seqSince(groupId, instantOf(timeZone, day, "00:00"))
}

const history: Look = async (actor, asked) => {
  const group = await findGroup(db(), numberIn(asked, "group") ?? 0)
  if (!group || !canSeeGroup(actor, group)) return null
  const stretch = await stretchIn(group.id, asked)
  // How far the group had come, answers in threads included.
  return stretch && { ...(await withReceipts(actor, group.id, stretch)), lastSeq: group.lastSeq }
}

const thread: Look = async (actor, asked) => {
  const message = await messageIn(actor, asked)
  if (!message) return null
  const { groupId } = message
  const threadId = message.threadId ?? message.id
  const after = numberIn(asked, "after")
  const found =
    after === null
      ? await threadOf(groupId, threadId, numberIn(asked, "before") ?? undefined)
      : { rows: await repliesAfter(threadId, after) }
  return (
    found && {
      ...(await withReceipts(actor, groupId, found, threadId)),
      read: await readInThread(db(), threadId, actor.personId),
      draft: await draftIn(db(), actor.personId, { groupId, threadId }),
    }
  )
}

const readers: Look = async (actor, asked) => {
  const message = await messageIn(actor, asked, canSeeReceipts)
  if (!message) return null
  const { timeZone } = (await settings()).company
  return readersOf(message, dayIn(timeZone, new Date()))
}

const versions: Look = async (actor, asked) => {
  const message = await messageIn(actor, asked, canSeeVersions)
  return message && versionsOf(db(), message)
}

/** A message's words as they were written, for whoever edits or copies them. */
const source: Look = async (actor, asked) => {
  const message = await messageIn(actor, asked)
  if (!message) return null
  const written = await originalOf(message.id)
  return { body: written?.body ?? message.body, version: message.version }
}

/** What a masked message said as it was written: for the members of its group. */
const original: Look = async (actor, asked) => {
  const message = await messageIn(actor, asked, canUse)
  return message && originalOf(message.id)
}

const search: Look = async (actor, asked) => {
  const groupId = await groupIn(actor, asked)
  return groupId && searchIn(groupId, asked.get("q") ?? "", numberIn(asked, "before"))
}

const people: Look = async (actor, asked) => {
  const groupId = await groupIn(actor, asked)
  return groupId && membersFor(groupId, asked.get("q") ?? "")
}

const promise: Look = async (actor, asked) => {
  const groupId = await groupIn(actor, asked)
  return groupId && { by: (await answeredBy(groupId)).toISOString() }
}

const waiting: Look = async (actor, asked) => {
  const groupId = await groupIn(actor, asked)
  return groupId && { count: await waitingIn(actor, groupId) }
}

/** What an open page may read, by the last part of the address. */
export const lookups: ReadonlyMap<string, Look> = new Map([
  ["history", history],
  ["thread", thread],
  ["readers", readers],
  ["versions", versions],
  ["source", source],
  ["original", original],
  ["search", search],
  ["people", people],
  ["promise", promise],
  ["waiting", waiting],
  ["list", (actor) => myGroups(actor)],
  ["unread", (actor) => unreadMessages(actor)],
  ["cards", (actor, asked) => cardsOf(actor, (asked.get("refs") ?? "").split(","))],
])
