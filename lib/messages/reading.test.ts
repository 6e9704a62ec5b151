import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { reads, scheduledMessages } from "@/db/schema/messages"
import { findGroup } from "@/lib/groups/group"
import { muteGroup } from "@/lib/groups/placing"
import { Refusal } from "@/lib/platform/refusal"
import { actor, aPerson } from "@/tests/people"
import { acting, aGroup, say } from "@/tests/talk"
import { withdrawMessage } from "./changing"
import { earlierThan } from "./history"
import { myGroups } from "./list"
import { findMessage } from "./message"
import { remindUnread } from "./nudging"
import { markUnread, readTo } from "./reading"
import { readersOf, unreadCounts } from "./receipts"
import { schedule, sendDue } from "./scheduling"
import { plainly } from "./sending"
import { unreadMessages } from "./unread"

const who = { lin: 0, an: 0, ke: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke"] as const) who[name] = await aPerson(name)
})

const group = async (id: number) => {
  const found = await findGroup(db(), id)
  if (!found) throw new Error("there is no such group")
  return found
}
const message = async (id: number) => {
  const found = await findMessage(db(), id)
  if (!found) throw new Error("there is no such message")
  return found
}
const read = async (personId: number, id: number, seq: number, now?: Date) => {
  const it = await group(id)
  return acting(personId, (ctx) => readTo(ctx, it, seq), now)
}
const unreadIn = async (personId: number, id: number) =>
  (await myGroups(await actor(personId))).find((line) => line.id === id)?.unread

describe("unread", () => {
  test("counts what others said since one read, and one's own words never", async () => {
    const talk = await aGroup([who.lin, who.an])
    for (const body of ["一", "二", "三"]) await say(who.lin, talk, body)
    expect([await unreadIn(who.an, talk), await unreadIn(who.lin, talk)]).toEqual([3, 0])
    await read(who.an, talk, 2)
    expect(await unreadIn(who.an, talk)).toBe(1)
    await read(who.an, talk, 99)
    expect(await unreadIn(who.an, talk)).toBe(0)
  })

  test("names the groups where one is mentioned, until that is read or taken back", async () => {
    const talk = await aGroup([who.lin, who.an])
    const mentioned = async () =>
      (await myGroups(await actor(who.an))).find((line) => line.id === talk)?.mentioned
    const asking = { mentions: [{ personId: who.an, reason: "供参考", needsAnswer: false }] }
    const first = await say(who.lin, talk, "一", asking)
    await say(who.lin, talk, "二")
    const last = await say(who.lin, talk, "三", asking)
    expect(await mentioned()).toBe(2)
    await read(who.an, talk, first.seq)
    expect(await mentioned()).toBe(1)
    const it = await message(last.id)
    await acting(who.lin, (ctx) => withdrawMessage(ctx, it))
    expect(await mentioned()).toBe(0)
  })

  test("counts as read by who answers without having looked, and nothing is kept of reading oneself", async () => {
    const talk = await aGroup([who.lin, who.an])
    await say(who.lin, talk, "一")
    await say(who.an, talk, "二")
    await say(who.an, talk, "三")
    expect(await unreadIn(who.an, talk)).toBe(0)
    expect(await unreadCounts(talk, who.lin, [1])).toEqual(new Map([[1, 0]]))
    const rows = await db().select().from(reads).where(eq(reads.groupId, talk))
    expect(rows.map(({ personId, upToSeq }) => [personId, upToSeq])).toEqual([[who.an, 2]])
  })

  test("marked from a message on comes back, while receipts stay", async () => {
    const talk = await aGroup([who.lin, who.an])
    const said = [await say(who.lin, talk, "一"), await say(who.lin, talk, "二")]
    await read(who.an, talk, 2)
    const first = await message(said[0]?.id ?? 0)
    await acting(who.an, (ctx) => markUnread(ctx, first))
    expect(await unreadIn(who.an, talk)).toBe(2)
    expect(await unreadCounts(talk, who.lin, [1, 2])).toEqual(
      new Map([
        [1, 0],
        [2, 0],
      ]),
    )
    await read(who.an, talk, 2)
    const rows = await db().select().from(reads).where(eq(reads.groupId, talk))
    expect(rows.filter(({ personId }) => personId === who.an)).toHaveLength(1)
  })

  test("doesn't hold what was said before somebody came", async () => {
    const talk = await aGroup([who.lin])
    await say(who.lin, talk, "旧")
    const at = new Date()
    await engine().write(({ db: tx }) =>
      tx
        .insert(groupMembers)
        .values({ groupId: talk, personId: who.ke, joinedAt: at, joinedSeq: 1 }),
    )
    expect(await unreadIn(who.ke, talk)).toBe(0)
    await say(who.lin, talk, "新")
    expect(await unreadIn(who.ke, talk)).toBe(1)
    expect((await earlierThan(talk)).rows).toHaveLength(2)
  })

  test("in muted groups isn't in the number beside 消息", async () => {
    const fresh = await aPerson("fresh")
    const talk = await aGroup([who.lin, fresh])
    await say(who.lin, talk, "一")
    expect((await unreadMessages(await actor(fresh))).count).toBe(1)
    const it = await group(talk)
    await acting(fresh, (ctx) => muteGroup(ctx, it, true))
    expect((await unreadMessages(await actor(fresh))).count).toBe(0)
    expect(await unreadIn(fresh, talk)).toBe(1)
  })
})

test("under one's own message stands who read it and when, and who didn't", async () => {
  const talk = await aGroup([who.lin, who.an, who.ke])
  const said = await say(who.lin, talk, "看一下")
  const at = new Date(Date.now() + 5_000)
  await read(who.an, talk, said.seq, at)
  await say(who.lin, talk, "再看")
  await read(who.an, talk, said.seq + 1, new Date(at.getTime() + 60_000))
  const lists = await readersOf(await message(said.id), "2026-11-24")
  expect(lists.read.map(({ name, readAt }) => [name, readAt])).toEqual([["an", at.toISOString()]])
  expect(lists.unread.map(({ name }) => name)).toEqual(["ke"])
})

test("those who haven't read are reminded, not more often than every five minutes", async () => {
  const talk = await aGroup([who.lin, who.an, who.ke])
  const said = await say(who.lin, talk, "看一下")
  await read(who.an, talk, said.seq)
  const it = await message(said.id)
  const remind = (minutes: number) =>
    acting(who.lin, (ctx) => remindUnread(ctx, it), new Date(Date.now() + minutes * 60_000))
  expect(await remind(0)).toBe(1)
  await expect(remind(4)).rejects.toBeInstanceOf(Refusal)
  expect(await remind(6)).toBe(1)
})

describe("sent later", () => {
  const soon = () => new Date(Date.now() + 60_000)
  const plan = async (personId: number, talk: number, body: string) => {
    const it = await group(talk)
    return acting(personId, (ctx) => schedule(ctx, it, plainly(body), soon()))
  }

  test("at its time, once, also when two processes look", async () => {
    const talk = await aGroup([who.lin, who.an])
    const id = await plan(who.an, talk, "明早的事")
    await sendDue(new Date())
    expect((await earlierThan(talk)).rows).toEqual([])
    const later = new Date(Date.now() + 120_000)
    await Promise.all([sendDue(later), sendDue(later)])
    expect((await earlierThan(talk)).rows.map(({ html }) => html)).toEqual(["<p>明早的事</p>"])
    const [row] = await db().select().from(scheduledMessages).where(eq(scheduledMessages.id, id))
    expect(row?.input).toEqual({})
  })

  test("not by who has left the group meanwhile; why is kept", async () => {
    const talk = await aGroup([who.lin, who.ke])
    const id = await plan(who.ke, talk, "来不及了")
    await engine().write(({ db: tx }) =>
      tx
        .delete(groupMembers)
        .where(and(eq(groupMembers.groupId, talk), eq(groupMembers.personId, who.ke))),
    )
    await sendDue(new Date(Date.now() + 120_000))
    expect((await earlierThan(talk)).rows).toEqual([])
    const [row] = await db().select().from(scheduledMessages).where(eq(scheduledMessages.id, id))
    expect(row).toMatchObject({ sentAt: null, failed: "forbidden" })
  })
})
