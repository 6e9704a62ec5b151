import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { takeOut } from "@/lib/groups/leaving"
import { write } from "@/lib/platform/write"
import { clockOf } from "@/tests/clocks"
import { actor, aPerson } from "@/tests/people"
import { aGroup, say } from "@/tests/talk"
import { withdrawMessage } from "./changing"
import { copiedTo } from "./clock-copied"
import { awaitingCount, awaitingInGroup, awaitingMe, groupsAwaiting } from "./clock-lists"
import { findMessage } from "./message"
import { react } from "./reacting"

const who = { max: 0, ann: 0, bob: 0, eve: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["max", "ann", "bob", "eve"] as const) who[name] = await aPerson(name)
  group = await aGroup([who.max, who.ann, who.bob, who.eve])
})

const asking = (...ids: number[]) =>
  ids.map((personId) => ({ personId, reason: "请确认", needsAnswer: true }))
const now = () => new Date()
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const ask = async (
  asked: number[],
  more: { urgency?: "urgent"; at?: Date; groupId?: number; body?: string } = {},
) => {
  const { urgency = "ordinary", at = now(), groupId = group, body = "请看 **第 3 页**" } = more
  return (await say(who.ann, groupId, body, { urgency, mentions: asking(...asked) }, at)).id
}

/** Acts as somebody on a message. */
const acting = async (
  personId: number,
  messageId: number,
  run: (ctx: Parameters<typeof react>[0], message: Parameters<typeof react>[1]) => Promise<unknown>,
) => {
  const person = await actor(personId)
  return write(person, async (ctx) => {
    const message = await findMessage(ctx.tx, messageId)
    if (!message) throw new Error("there is no such message")
    await run(Object.assign(ctx, { actor: person }), message)
  })
}

describe("a clock runs", () => {
  test("from a mention that asks for an answer until an answer in its thread", async () => {
    const id = await ask([who.bob])
    expect(await clockOf(id, who.bob)).toMatchObject({ open: true, urgency: "ordinary" })
    await say(who.eve, group, "我也想知道", { threadId: id })
    expect(await clockOf(id, who.bob)).toMatchObject({ open: true })
    await say(who.bob, group, "可以", { threadId: id })
    expect(await clockOf(id, who.bob)).toMatchObject({ open: false, answeredBy: "reply" })
  })

  test("until a message that quotes it, and until 收到", async () => {
    const quoted = await ask([who.bob])
    await say(who.bob, group, "行", { quoteId: quoted })
    expect(await clockOf(quoted, who.bob)).toMatchObject({ answeredBy: "reply" })
    const liked = await ask([who.bob])
    await acting(who.bob, liked, (ctx, message) => react(ctx, message, "agree", true))
    expect(await clockOf(liked, who.bob)).toMatchObject({ open: true })
    await acting(who.bob, liked, (ctx, message) => react(ctx, message, "got_it", true))
    expect(await clockOf(liked, who.bob)).toMatchObject({ open: false, answeredBy: "reaction" })
  })

  test("never from a mention for information, nor from everybody", async () => {
    const mentions = [{ personId: who.bob, reason: "供参考", needsAnswer: false }]
    await say(who.ann, group, "@bob 看看", { mentions })
    await say(who.max, group, "@所有人 收到请回", { everyone: "请回复" })
    expect(await awaitingMe(await actor(who.bob), 100)).toEqual([])
  })

  test("in a private chat only when it is urgent", async () => {
    const chat = await aGroup([who.ann, who.bob], { kind: "direct", name: "" })
    await say(who.ann, chat, "在吗")
    expect(await awaitingMe(await actor(who.bob), 100)).toEqual([])
    const { id } = await say(who.ann, chat, "现场停了", { urgency: "urgent" })
    expect(await clockOf(id, who.bob)).toMatchObject({ open: true, urgency: "urgent" })
    await say(who.bob, chat, "在看", { threadId: id })
  })

  test("no longer once the message is withdrawn or the person is out", async () => {
    const withdrawn = await ask([who.bob])
    await acting(who.ann, withdrawn, withdrawMessage)
    expect(await clockOf(withdrawn, who.bob)).toMatchObject({ open: false, answeredAt: null })
    const guest = await aPerson("guest")
    const other = await aGroup([who.max, who.ann, guest])
    const id = await ask([guest], { groupId: other })
    await write(await actor(who.max), (ctx) => takeOut(ctx, other, [guest], "removed"))
    expect(await clockOf(id, guest)).toMatchObject({ open: false, answeredAt: null })
    expect((await clockOf(id, guest)).cancelledAt).not.toBeNull()
  })
})

describe("等我回复", () => {
  test("has urgent ones first, then those with least time left, in the words of the message", async () => {
    const ben = await aPerson("ben")
    const talk = await aGroup([who.max, who.ann, ben], { name: "新品讲解稿" })
    const late = await ask([ben], { at: minutesAgo(60 * 24 * 9), groupId: talk })
    const fresh = await ask([ben], { groupId: talk })
    const urgent = await ask([ben], { urgency: "urgent", groupId: talk })
    const me = await actor(ben)
    const list = await awaitingMe(me, 10)
    expect(list.map(({ messageId }) => messageId)).toEqual([urgent, late, fresh])
    expect(list[0]).toMatchObject({
      groupName: "新品讲解稿",
      author: { id: who.ann, name: "ann" },
      text: "请看 第 3 页",
      reason: "请确认",
    })
    expect(await awaitingMe(me, 1)).toHaveLength(1)
    expect(await awaitingCount(me)).toEqual({ count: 3, urgent: true })
    expect(await awaitingCount(await actor(who.eve))).toEqual({ count: 0, urgent: false })
  })

  test("of a group is for its managers; nobody else learns how many there are", async () => {
    const talk = await aGroup([who.max, who.ann, who.bob, who.eve])
    await ask([who.bob, who.eve], { groupId: talk })
    const seen = await awaitingInGroup(await actor(who.max), talk)
    expect(seen?.rows.map(({ holder }) => holder.id)).toEqual([who.bob, who.eve])
    for (const id of [who.ann, who.bob]) {
      expect(await awaitingInGroup(await actor(id), talk)).toBeNull()
      expect(await groupsAwaiting(await actor(id))).toEqual([])
    }
    expect(await groupsAwaiting(await actor(who.max))).toContainEqual(
      expect.objectContaining({ id: talk, count: 2 }),
    )
    expect(await awaitingInGroup(await actor(who.max), 987_654)).toBeNull()
  })

  test("shows no words to who can't read the group any more", async () => {
    const ben = await aPerson("ben2")
    const talk = await aGroup([who.max, who.ann, ben])
    await ask([ben], { groupId: talk, body: "机密的数字" })
    const me = await actor(ben)
    const outside = {
      ...me,
      principals: new Map([...me.principals].filter(([p]) => !p.startsWith("group:"))),
    }
    const [row] = await awaitingMe(outside, 10)
    expect(row).toMatchObject({ text: null, reason: null })
    expect(JSON.stringify(row)).not.toMatch(/机密|请确认/)
  })
})

test("an urgent message is copied to the managers and who is on call, not to its author", async () => {
  const duty = await aPerson("duty")
  const talk = await aGroup([who.max, who.ann, who.bob, duty])
  await engine().write((tx) =>
    engine().run(
      tx.db,
      sql`update "group_members" set on_call = ${onPostgres ? true : 1} where group_id = ${talk} and person_id = ${duty}`,
    ),
  )
  const copied = async (authorId: number) =>
    write(await actor(authorId), (ctx) => copiedTo(ctx, talk, authorId))
  expect(await copied(who.ann)).toEqual([who.max, duty])
  expect(await copied(who.max)).toEqual([duty])
})

/** How the database would look something up. */
async function planOf(query: string): Promise<string> {
  const rows = await engine().rows<Record<string, unknown>>(
    db(),
    sql.raw(`explain ${onPostgres ? "" : "query plan"} ${query}`),
  )
  return rows.map((row) => JSON.stringify(row)).join("\n")
}

// On a table as small as this one PostgreSQL would rather read all of it.
if (!onPostgres)
  test.each([
    ["clocks_remind", "open = 1 and remind_at <= 5 order by remind_at, id"],
    ["clocks_due", "open = 1 and escalated_at is null and due_at <= 5 order by due_at, id"],
    ["clocks_holder", "holder_id = 1 and open = 1 order by urgency desc, due_at"],
    ["clocks_group", "group_id = 1 and open = 1 order by urgency desc, due_at"],
    ["clocks_message", "message_id in (1, 2)"],
  ])("%s finds what is asked for without reading the others", async (index, which) => {
    const plan = await planOf(`select * from clocks where ${which} limit 25`)
    expect(plan).toContain(`USING INDEX ${index}`)
    expect(plan).not.toContain("SCAN clocks")
  })
