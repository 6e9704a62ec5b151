import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { groupMembers } from "@/db/schema/groups"
import { threadReads } from "@/db/schema/messages/thread-reads"
import { findGroup, type Group } from "@/lib/groups/group"
import { leaveGroup } from "@/lib/groups/leaving"
import { actor, aPerson } from "@/tests/people"
import { acting, aGroup, say } from "@/tests/talk"
import { keepDraft } from "./drafting"
import { myGroups } from "./list"
import { lookups } from "./lookups"
import { findMessage, type Message } from "./message"
import { remindUnread } from "./nudging"
import { readTo } from "./reading"
import { readersOf, unreadCounts } from "./receipts"
import { readThreadTo } from "./thread-reading"

const who = { lin: 0, an: 0, ke: 0 }
let talk = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke"] as const) who[name] = await aPerson(name)
  talk = await aGroup([who.lin, who.an, who.ke])
})

const known = async <T>(found: Promise<T | null>): Promise<T> => {
  const it = await found
  if (it === null) throw new Error("there is no such thing")
  return it
}
const group = (): Promise<Group> => known(findGroup(db(), talk))
const message = (id: number): Promise<Message> => known(findMessage(db(), id))
const toTheEnd = async (personId: number) => {
  const it = await group()
  await acting(personId, (ctx) => readTo(ctx, it, it.lastSeq))
}
const open = async (personId: number, threadId: number, seq = 9e15, now?: Date) => {
  const it = await group()
  return acting(personId, (ctx) => readThreadTo(ctx, it, threadId, seq), now)
}
const unread = async (threadId: number, seq: number, author = who.lin) =>
  (await unreadCounts(talk, author, [seq], threadId)).get(seq)

/** 林 begins a thread and answers in it. */
const thread = async () => {
  const root = await say(who.lin, talk, "谁去现场")
  return { root, answer: await say(who.lin, talk, "下午两点出发", { threadId: root.id }) }
}

describe("an answer in a thread", () => {
  test("is unread for who stood at the end of the stream, until they have that thread before them", async () => {
    const [one, other] = [await thread(), await thread()]
    for (const personId of [who.an, who.ke]) await toTheEnd(personId)
    expect(await unread(one.root.id, one.answer.seq)).toBe(2)
    expect((await unreadCounts(talk, who.lin, [one.root.seq])).get(one.root.seq)).toBe(0)
    await open(who.an, one.root.id)
    expect(await unread(one.root.id, one.answer.seq)).toBe(1)
    expect(await unread(other.root.id, other.answer.seq)).toBe(2)
  })

  test("is read up to where the thread was seen, and reading it twice is kept once", async () => {
    const { root, answer } = await thread()
    const later = await say(who.lin, talk, "带上备件", { threadId: root.id })
    expect(await open(who.an, root.id, answer.seq)).toMatchObject({ from: 0, to: answer.seq })
    expect(await open(who.an, root.id, answer.seq)).toBeNull()
    expect([await unread(root.id, answer.seq), await unread(root.id, later.seq)]).toEqual([1, 2])
    expect(await open(who.an, root.id, later.seq)).toMatchObject({ from: answer.seq })
    const rows = await db().select().from(threadReads).where(eq(threadReads.threadId, root.id))
    expect(rows.map(({ personId, upToSeq }) => [personId, upToSeq])).toEqual([
      [who.an, answer.seq],
      [who.an, later.seq],
    ])
  })

  test("to come isn't read by who asks for more than there is", async () => {
    const { root } = await thread()
    await open(who.an, root.id, 9e15)
    const later = await say(who.lin, talk, "改到三点", { threadId: root.id })
    expect(await unread(root.id, later.seq)).toBe(2)
  })

  test("of one's own has read what stands before it, and its author isn't among its readers", async () => {
    const { root, answer } = await thread()
    const own = await say(who.an, talk, "我开车", { threadId: root.id })
    await say(who.an, talk, "还有一个座位", { threadId: root.id })
    expect(await unread(root.id, answer.seq)).toBe(1)
    expect(await unread(root.id, own.seq, who.an)).toBe(2)
    const lists = await readersOf(await message(own.id), "2026-11-24")
    expect(lists.read).toEqual([])
    expect(lists.unread.map(({ name }) => name)).toEqual(["lin", "ke"])
    // Nothing is kept of reading oneself.
    const rows = await db().select().from(threadReads).where(eq(threadReads.threadId, root.id))
    expect(rows.map(({ personId, upToSeq }) => [personId, upToSeq])).toEqual([[who.an, own.seq]])
  })

  test("names under it who had the thread before them and when, and reminds exactly the others", async () => {
    const { root, answer } = await thread()
    for (const personId of [who.an, who.ke]) await toTheEnd(personId)
    const at = new Date(Date.now() + 5_000)
    await open(who.ke, root.id, answer.seq, at)
    const it = await message(answer.id)
    const lists = await readersOf(it, "2026-11-24")
    expect(lists.read.map(({ name, readAt }) => [name, readAt])).toEqual([["ke", at.toISOString()]])
    expect(lists.unread.map(({ name }) => name)).toEqual(["an"])
    expect(await acting(who.lin, (ctx) => remindUnread(ctx, it))).toBe(1)
    const [told] = await db()
      .select()
      .from(events)
      .where(and(eq(events.type, "message.unread_reminded"), eq(events.recordId, answer.id)))
    expect(told?.data).toMatchObject({ reminded: [who.an] })
  })

  test("counts nobody who came after it was said", async () => {
    const { root, answer } = await thread()
    const late = await aPerson("late")
    const { lastSeq: joinedSeq } = await group()
    await engine().write(({ db: tx }) =>
      tx
        .insert(groupMembers)
        .values({ groupId: talk, personId: late, joinedAt: new Date(), joinedSeq }),
    )
    expect(await unread(root.id, answer.seq)).toBe(2)
    await acting(late, async (ctx) => leaveGroup(ctx, await group()))
  })

  test("is unread in the list of groups until the stream is read, whoever opens its thread", async () => {
    await toTheEnd(who.an)
    const { root } = await thread()
    const unreadOf = async () =>
      (await myGroups(await actor(who.an))).find(({ id }) => id === talk)?.unread
    expect(await unreadOf()).toBe(2)
    await open(who.an, root.id)
    expect(await unreadOf()).toBe(2)
    await toTheEnd(who.an)
    expect(await unreadOf()).toBe(0)
  })
})

describe("what is typed in a thread and not sent", () => {
  const there = async (personId: number, threadId: number) => {
    const asked = new URLSearchParams({ message: String(threadId) })
    return Object(await lookups.get("thread")?.(await actor(personId), asked)).draft
  }
  const type = (personId: number, threadId: number | null, text: string) =>
    acting(personId, (ctx) => keepDraft(ctx, { groupId: talk, threadId }, { text, mentions: [] }))

  test("is there on its writer's other device, in that thread alone, and nobody else's", async () => {
    const [one, other] = [await thread(), await thread()]
    const mentions = [{ personId: who.ke, name: "ke", reason: "请确认", needsAnswer: true }]
    const typed = { text: "@ke 写到一半", mentions }
    await acting(who.an, (ctx) => keepDraft(ctx, { groupId: talk, threadId: one.root.id }, typed))
    expect(await there(who.an, one.root.id)).toEqual(typed)
    expect(await there(who.an, one.answer.id)).toEqual(typed)
    const empty = { text: "", mentions: [] }
    expect(await there(who.an, other.root.id)).toEqual(empty)
    expect(await there(who.ke, one.root.id)).toEqual(empty)
  })

  test("isn't the stream's, which keeps its own; sent, each is gone by itself", async () => {
    const { root } = await thread()
    const inList = async () =>
      (await myGroups(await actor(who.an))).find(({ id }) => id === talk)?.draft
    await type(who.an, root.id, "在回复里")
    expect(await inList()).toBe("")
    await type(who.an, null, "在消息流里")
    expect([await inList(), (await there(who.an, root.id)).text]).toEqual([
      "在消息流里",
      "在回复里",
    ])
    await type(who.an, root.id, "")
    expect([await inList(), (await there(who.an, root.id)).text]).toEqual(["在消息流里", ""])
    await type(who.an, null, "")
    expect(await inList()).toBe("")
  })

  test("isn't there any more for who left the group and came back", async () => {
    const { root } = await thread()
    await type(who.ke, root.id, "写到一半")
    await acting(who.ke, async (ctx) => leaveGroup(ctx, await group()))
    expect(await there(who.ke, root.id)).toBeUndefined()
    const { lastSeq: joinedSeq } = await group()
    await engine().write(({ db: tx }) =>
      tx
        .insert(groupMembers)
        .values({ groupId: talk, personId: who.ke, joinedAt: new Date(), joinedSeq }),
    )
    expect((await there(who.ke, root.id)).text).toBe("")
  })
})
