import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { clocks, mentions, messageVersions } from "@/db/schema/messages"
import { bundles } from "@/db/schema/notifications"
import { files } from "@/db/schema/platform"
import { knownName } from "@/lib/groups/browsing"
import { Refusal } from "@/lib/platform/refusal"
import { suggestTags } from "@/lib/platform/tag-suggestions"
import { searchFor } from "@/lib/search/queries"
import { sends } from "@/tests/inviting"
import { actor, aPerson } from "@/tests/people"
import { acting, aFile, aGroup, say } from "@/tests/talk"
import { editMessage, versionsOf, withdrawMessage } from "./changing"
import { forward, move } from "./endpoints"
import { earlierThan } from "./history"
import { findMessage, type Message } from "./message"
import { unreadMentions } from "./owing"
import { forwardMessage, moveMessage } from "./passing-on"
import { canChange, canSeeVersions } from "./policy"
import { react } from "./reacting"
import { viewOf } from "./view"

const who = { lin: 0, an: 0, ke: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke"] as const) who[name] = await aPerson(name)
  group = await aGroup([who.lin, who.an, who.ke])
})

const found = async (id: number): Promise<Message> => {
  const message = await findMessage(db(), id)
  if (!message) throw new Error("there is no such message")
  return message
}
const codeOf = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Refusal ? error.code : "not refused"
}
const minutes = (count: number) => count * 60_000

describe("editing", () => {
  test("keeps what was said before, for the author and the group's managers", async () => {
    const { id } = await say(who.an, group, "六点发")
    const message = await found(id)
    await acting(who.an, (ctx) => editMessage(ctx, message, 1, "七点发"))
    expect(await viewOf(db(), id)).toMatchObject({ html: "<p>七点发</p>", edited: true })
    const said = await versionsOf(db(), await found(id))
    expect(said.map(({ body }) => body)).toEqual(["六点发", "七点发"])
    const may = await Promise.all(
      [who.an, who.lin, who.ke].map(async (person) => canSeeVersions(await actor(person), message)),
    )
    expect(may).toEqual([true, true, false])
  })

  test("a tag is offered to who can read it, as long as a message carries it", async () => {
    const eve = await aPerson("eve")
    const offered = async (personId: number) =>
      (await suggestTags(db(), await actor(personId), "灰度")).map(({ name }) => name)
    const { id } = await say(who.an, group, "先看 #灰度名单")
    expect(await offered(who.lin)).toEqual(["灰度名单"])
    expect(await offered(eve)).toEqual([])
    const first = await found(id)
    await acting(who.an, (ctx) => editMessage(ctx, first, first.version, "先看 #灰度发布"))
    expect(await offered(who.lin)).toEqual(["灰度发布"])
    const second = await found(id)
    await acting(who.an, (ctx) => withdrawMessage(ctx, second))
    expect(await offered(who.lin)).toEqual([])
  })

  test("is the author's alone, and of two at once the second hears what stands there", async () => {
    const { id } = await say(who.an, group, "一")
    const message = await found(id)
    expect(canChange(await actor(who.lin), message)).toBe(false)
    await acting(who.an, (ctx) => editMessage(ctx, message, 1, "二"))
    const again = acting(who.an, async (ctx) => editMessage(ctx, await found(id), 1, "三"))
    await expect(again).rejects.toMatchObject({ code: "conflict", current: { body: "二" } })
  })

  test("ends with the time that the company sets", async () => {
    const { id } = await say(who.an, group, "旧话")
    const later = new Date(Date.now() + minutes(61))
    const message = await found(id)
    expect(await codeOf(acting(who.an, (ctx) => editMessage(ctx, message, 1, "新话"), later))).toBe(
      "forbidden",
    )
    expect(await codeOf(acting(who.an, (ctx) => withdrawMessage(ctx, message), later))).toBe(
      "forbidden",
    )
  })
})

test("a message taken back leaves a trace and nothing of its words", async () => {
  const asked = [{ personId: who.ke, reason: "请确认", needsAnswer: true }]
  const { id } = await say(who.an, group, "@ke 库房密钥在抽屉里", { mentions: asked })
  await acting(who.an, async (ctx) => editMessage(ctx, await found(id), 1, "@ke 密钥在抽屉"))
  await acting(who.an, async (ctx) => withdrawMessage(ctx, await found(id)))
  expect(await viewOf(db(), id)).toMatchObject({ withdrawn: true, html: "", mentions: [] })
  expect((await searchFor(await actor(who.ke), "密钥")).found).toEqual([])
  const left = await db().select().from(mentions).where(eq(mentions.messageId, id))
  const owed = await db().select().from(clocks).where(eq(clocks.messageId, id))
  expect(left).toEqual([])
  expect(owed.map(({ open, cancelledAt }) => [open, cancelledAt !== null])).toEqual([[false, true]])
  const kept = await db().select().from(messageVersions).where(eq(messageVersions.messageId, id))
  expect(kept).toEqual([])
})

test("收到 answers what is owed, and leaves the inbox of who owed it", async () => {
  const asked = [{ personId: who.ke, reason: "请确认", needsAnswer: true }]
  const { id } = await say(who.lin, group, "@ke 看一下", { mentions: asked })
  const mine = and(eq(bundles.personId, who.ke), eq(bundles.recordId, id))
  const [before] = await db().select().from(bundles).where(mine)
  expect(before).toMatchObject({ kind: "message", state: "open", needsYou: true })
  await acting(who.ke, async (ctx) => react(ctx, await found(id), "got_it", true))
  const [clock] = await db().select().from(clocks).where(eq(clocks.messageId, id))
  expect(clock).toMatchObject({ open: false, answeredBy: "reaction" })
  const [after] = await db().select().from(bundles).where(mine)
  expect(after).toMatchObject({ state: "done" })
  await acting(who.ke, async (ctx) => react(ctx, await found(id), "got_it", false))
  expect((await viewOf(db(), id))?.reactions).toEqual([])
})

test("an answer in the thread, or one that quotes, stops the clock; a remark elsewhere doesn't", async () => {
  const asked = [{ personId: who.ke, reason: "请回复", needsAnswer: true }]
  const ask = () => say(who.lin, group, "@ke 几点？", { mentions: asked })
  const open = async (id: number) =>
    (await db().select().from(clocks).where(eq(clocks.messageId, id)))[0]?.open
  const [one, two, three] = [await ask(), await ask(), await ask()]
  await say(who.ke, group, "六点", { threadId: one.id })
  await say(who.ke, group, "也是六点", { quoteId: two.id })
  await say(who.ke, group, "吃饭去")
  expect([await open(one.id), await open(two.id), await open(three.id)]).toEqual([
    false,
    false,
    true,
  ])
})

test("what is forwarded names its author and its time, wherever it goes", async () => {
  const other = await aGroup([who.an, who.ke], { name: "售后" })
  const { id } = await say(who.lin, group, "第一行\n第二行")
  const to = await groupOf(other)
  const there = await acting(who.an, async (ctx) => forwardMessage(ctx, await found(id), to, "看"))
  const view = await viewOf(db(), "id" in there ? there.id : 0)
  expect(view?.source).toMatchObject({ id, groupId: group, name: "lin" })
  expect(view?.html).toContain("<blockquote>")
})

test("whatever was typed can be passed on; passed on again and again it doesn't grow without end", async () => {
  const to = await groupOf(await aGroup([who.an], { name: "自己" }))
  const longest = `a${"\n".repeat(9_998)}b`
  const passOn = (id: number) =>
    acting(who.an, async (ctx) => forwardMessage(ctx, await found(id), to, "看".repeat(10_000)))
  const first = await passOn((await say(who.lin, group, longest)).id)
  let [id, times] = ["id" in first ? first.id : 0, 1]
  while (times < 20) {
    const again = passOn(id)
    if ((await codeOf(again)) === "invalid") break
    const sent = await again
    id = "id" in sent ? sent.id : 0
    times++
  }
  expect(times).toBeLessThan(20)
  expect((await found(id)).body.length).toBeLessThan(60_000)
}, 30_000)

test("off-topic words go to a casual group, and their author is told", async () => {
  const casual = await aGroup([who.lin, who.an], { kind: "casual", name: "闲聊" })
  const asked = [{ personId: who.ke, reason: "请回复", needsAnswer: true }]
  const before = (await unreadMentions(await actor(who.ke))).get(group) ?? 0
  const { id } = await say(who.an, group, "@ke 中午吃啥", { mentions: asked })
  await acting(who.an, async (ctx) => editMessage(ctx, await found(id), 1, "@ke 中午吃什么"))
  await acting(who.ke, async (ctx) => react(ctx, await found(id), "laugh", true))
  const work = await aGroup([who.lin], { name: "另一个" })
  const move = async (to: number) => {
    const target = await groupOf(to)
    return acting(who.lin, async (ctx) => moveMessage(ctx, await found(id), target))
  }
  expect(await codeOf(move(work))).toBe("invalid")
  await move(casual)
  expect(await viewOf(db(), id)).toMatchObject({ note: "moved", html: "" })
  const [owed] = await db().select().from(clocks).where(eq(clocks.messageId, id))
  expect(owed).toMatchObject({ open: false })
  expect((await earlierThan(casual)).rows.map(({ html }) => html).join()).toContain("中午吃什么")
  // Nothing of them stays behind: no reason of a mention, no earlier wording, nothing unread.
  expect(await viewOf(db(), id)).toMatchObject({ mentions: [], reactions: [] })
  expect(await versionsOf(db(), await found(id))).toHaveLength(1)
  expect((await unreadMentions(await actor(who.ke))).get(group) ?? 0).toBe(before)
  const told = await db()
    .select()
    .from(bundles)
    .where(and(eq(bundles.personId, who.an), eq(bundles.recordId, id)))
  expect(told).toHaveLength(1)
})

test("a group that one isn't in answers like one that isn't there, whatever is sent on to it", async () => {
  const hidden = await aGroup([who.ke], { kind: "casual", name: "小圈子" })
  const { id } = await say(who.lin, group, "中午吃什么")
  for (const verb of [move, forward])
    for (const groupId of [hidden, 987_654])
      expect(await codeOf(sends(who.lin, verb, { id, groupId }))).toBe("not_found")
})

test("whose words were moved isn't told what a group is called that they may not know of", async () => {
  const closed = await aGroup([who.lin], { kind: "casual", name: "经理们" })
  const open = await aGroup([who.lin], { kind: "casual", name: "午饭", joinRule: "open" })
  const named = async (personId: number, id: number) => knownName(await actor(personId), id)
  expect(await named(who.an, closed)).toBeNull()
  expect(await named(who.an, open)).toBe("午饭")
  expect(await named(who.lin, closed)).toBe("经理们")
})

test("files go along with what is forwarded or moved, and stay where they are forwarded from", async () => {
  const casual = await aGroup([who.lin, who.an], { kind: "casual", name: "闲聊" })
  const own = await aFile(who.an, "年会.jpg")
  const { id } = await say(who.an, group, "", { fileIds: [own] })
  const target = await groupOf(casual)
  await acting(who.lin, async (ctx) => forwardMessage(ctx, await found(id), target, "转一下"))
  expect((await viewOf(db(), id))?.files.map((file) => file.id)).toEqual([own])
  await acting(who.lin, async (ctx) => moveMessage(ctx, await found(id), target))
  const names = async (groupId: number) =>
    (await earlierThan(groupId)).rows.map(({ files }) => files.map(({ name }) => name))
  expect(await names(casual)).toEqual([["年会.jpg"], ["年会.jpg"]])
  expect((await viewOf(db(), id))?.files).toEqual([])
  // One of them is taken back and its row is gone: the other still has its bytes.
  const [forwarded, moved] = (await earlierThan(casual)).rows
  await acting(who.lin, async (ctx) => withdrawMessage(ctx, await found(forwarded?.id ?? 0)))
  const left = await db()
    .select()
    .from(files)
    .where(eq(files.recordId, moved?.id ?? 0))
  expect(left).toHaveLength(1)
})

async function groupOf(id: number) {
  const { findGroup } = await import("@/lib/groups/group")
  const group = await findGroup(db(), id)
  if (!group) throw new Error("there is no such group")
  return group
}
