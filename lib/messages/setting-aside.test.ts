import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { keptMessages, scheduledMessages } from "@/db/schema/messages"
import { files } from "@/db/schema/platform"
import { findGroup, type Group } from "@/lib/groups/group"
import { removeMember } from "@/lib/groups/leaving"
import { listInbox } from "@/lib/notifications/queries"
import { env } from "@/lib/platform/env"
import { newPlace } from "@/lib/platform/files/store"
import { removeUnattached } from "@/lib/platform/files/unattached"
import { inviting } from "@/tests/inviting"
import { actor, aPerson } from "@/tests/people"
import { acting, aFile, aGroup, say } from "@/tests/talk"
import { withdrawMessage } from "./changing"
import { draftIn, keepDraft } from "./drafting"
import { earlierThan } from "./history"
import { keep } from "./keeping"
import { keptPage } from "./kept"
import { findMessage, type Message } from "./message"
import { openGroup } from "./opening"
import { ownScheduled, schedule, sendDue, unschedule } from "./scheduling"
import { plainly } from "./sending"
import { viewOf } from "./view"
import { waitingIn, waitingOf } from "./waiting"

const who = { lin: 0, an: 0, ke: 0, eve: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke", "eve"] as const) who[name] = await aPerson(name)
  group = await aGroup([who.lin, who.an, who.ke])
})

const hour = 3_600_000
const theGroup = async (): Promise<Group> => {
  const found = await findGroup(db(), group)
  if (!found) throw new Error("there is no such group")
  return found
}
const later = (personId: number, body: string, at: Date) =>
  acting(personId, async (ctx) => schedule(ctx, await theGroup(), plainly(body), at))
const texts = async (personId: number) =>
  (await keptPage(await actor(personId), undefined)).rows.map(({ text }) => text)

describe("收藏", () => {
  test("is one's own, the newest kept first, and ends when one takes it away", async () => {
    const first = await say(who.an, group, "**库房**密钥在前台")
    const second = await say(who.an, group, "周四起改用新模板")
    const now = Date.now()
    await acting(who.ke, (ctx) => keep(ctx, first.id, true), new Date(now))
    await acting(who.ke, (ctx) => keep(ctx, second.id, true), new Date(now + 1))
    await acting(who.ke, (ctx) => keep(ctx, first.id, true), new Date(now + 2))
    expect(await texts(who.ke)).toEqual(["周四起改用新模板", "库房密钥在前台"])
    expect(await texts(who.lin)).toEqual([])
    await acting(who.ke, (ctx) => keep(ctx, second.id, false))
    expect(await texts(who.ke)).toEqual(["库房密钥在前台"])
  })

  test("shows neither what was taken back nor what is said where one no longer is", async () => {
    const own = await aGroup([who.lin, who.ke])
    const gone = await say(who.lin, own, "写错的金额")
    const stays = await say(who.lin, own, "合同编号 2026-118")
    for (const { id } of [gone, stays]) await acting(who.ke, (ctx) => keep(ctx, id, true))
    const message = (await findMessage(db(), gone.id)) as Message
    await acting(who.lin, (ctx) => withdrawMessage(ctx, message))
    expect(await texts(who.ke)).toEqual(["合同编号 2026-118", "库房密钥在前台"])
    await engine().write(({ db: tx }) =>
      tx
        .delete(groupMembers)
        .where(and(eq(groupMembers.groupId, own), eq(groupMembers.personId, who.ke))),
    )
    expect(await texts(who.ke)).toEqual(["库房密钥在前台"])
  })

  test("goes on page by page without losing or doubling one", async () => {
    const at = new Date()
    const ids: number[] = []
    for (let nth = 0; nth < 120; nth++) ids.push((await say(who.an, group, `第 ${nth} 条`)).id)
    await engine().write(({ db: tx }) =>
      tx
        .insert(keptMessages)
        .values(ids.map((messageId) => ({ personId: who.lin, messageId, at }))),
    )
    const seen: number[] = []
    for (let next: string | null | undefined; next !== null; ) {
      const page = await keptPage(await actor(who.lin), next ?? undefined)
      seen.push(...page.rows.map(({ id }) => id))
      next = page.next
    }
    expect(seen).toEqual(ids.toReversed())
  })
})

describe("定时发送", () => {
  test("lies with its author until its time, the next one first, and is sent once", async () => {
    const now = Date.now()
    await later(who.an, "明早检查", new Date(now + 2 * hour))
    await later(who.an, "提前十分钟", new Date(now + hour))
    const mine = await waitingOf(await actor(who.an))
    expect(mine.map(({ text, place }) => [text, place])).toEqual([
      ["提前十分钟", "秋季版本"],
      ["明早检查", "秋季版本"],
    ])
    expect(await waitingOf(await actor(who.lin))).toEqual([])
    expect(await waitingIn(await actor(who.an), group)).toBe(2)
    await sendDue(new Date(now + hour + 1))
    await sendDue(new Date(now + hour + 2))
    expect((await waitingOf(await actor(who.an))).map(({ text }) => text)).toEqual(["明早检查"])
  })

  test("taken back puts its words behind what is typed there, and nobody else can", async () => {
    const stream = { groupId: group, threadId: null }
    const id = await later(who.ke, "晚上再说", new Date(Date.now() + hour))
    await acting(who.ke, (ctx) => keepDraft(ctx, stream, { text: "先写到这", mentions: [] }))
    const row = await acting(who.ke, (ctx) => ownScheduled(ctx, { id }))
    expect(await acting(who.an, (ctx) => ownScheduled(ctx, { id }))).toBeNull()
    if (row) await acting(who.ke, (ctx) => unschedule(ctx, row))
    expect((await draftIn(db(), who.ke, stream)).text).toBe("先写到这\n晚上再说")
    expect(await waitingIn(await actor(who.ke), group)).toBe(0)
  })

  test("to so many is agreed to when it is written, and goes out however many they are by then", async () => {
    const own = await aGroup([who.lin, who.an, who.ke])
    const talk = (await findGroup(db(), own)) as Group
    const at = new Date(Date.now() + hour)
    const plan = (confirmed?: number) =>
      acting(who.an, (ctx) =>
        schedule(ctx, talk, { ...plainly("@所有人 明早停电"), everyone: "供参考", confirmed }, at),
      )
    await expect(plan()).rejects.toMatchObject({
      code: "conflict",
      current: { reach: 2 },
    })
    await plan(2)
    await engine().write(({ db: tx }) =>
      tx
        .insert(groupMembers)
        .values({ groupId: own, personId: who.eve, role: "member", joinedAt: at, joinedSeq: 0 }),
    )
    await sendDue(new Date(+at + 1))
    expect((await earlierThan(own)).rows.map(({ html }) => html).join()).toContain("明早停电")
  })

  test("keeps its files until they go with it, and drops them when it is taken back", async () => {
    const own = await aGroup([who.lin, who.an])
    const talk = (await findGroup(db(), own)) as Group
    const at = new Date(Date.now() + 3 * 24 * hour)
    const fileIds = [await aFile(who.an, "报价.xlsx"), await aFile(who.an, "合同.pdf")]
    const plan = ([...ids]: number[]) =>
      acting(who.an, (ctx) => schedule(ctx, talk, { ...plainly(""), fileIds: ids }, at))
    await plan(fileIds.slice(0, 1))
    const second = await plan(fileIds.slice(1))
    await removeUnattached(new Date(+at - hour))
    const row = await acting(who.an, (ctx) => ownScheduled(ctx, { id: second }))
    if (row) await acting(who.an, (ctx) => unschedule(ctx, row))
    await sendDue(new Date(+at + 1))
    const [sent, ...more] = (await earlierThan(own)).rows
    expect(more).toEqual([])
    expect(sent?.files.map(({ name }) => name)).toEqual(["报价.xlsx"])
    expect(
      await db()
        .select()
        .from(files)
        .where(eq(files.id, fileIds[1] ?? 0)),
    ).toEqual([])
  })

  test("that can't be sent any more comes back to its author's inbox, once, and nobody else's", async () => {
    const own = await aGroup([who.lin, who.ke])
    const talk = (await findGroup(db(), own)) as Group
    const at = new Date(Date.now() + hour)
    const id = await acting(who.ke, (ctx) => schedule(ctx, talk, plainly("名单明早发"), at))
    await engine().write(({ db: tx }) =>
      tx
        .delete(groupMembers)
        .where(and(eq(groupMembers.groupId, own), eq(groupMembers.personId, who.ke))),
    )
    for (const late of [1, 2]) await sendDue(new Date(+at + late))
    const told = async (personId: number) =>
      (await listInbox(await actor(personId), "open", true)).bundles.filter(
        ({ kind }) => kind === "scheduled_message",
      )
    expect(await told(who.ke)).toMatchObject([
      { recordId: id, title: "名单明早发", href: "/groups/scheduled", needsYou: true, unread: 1 },
    ])
    expect((await told(who.ke))[0]?.items.map(({ data }) => data.why)).toEqual(["shutOut"])
    expect(await told(who.lin)).toEqual([])
    const row = await acting(who.ke, (ctx) => ownScheduled(ctx, { id }))
    if (row) await acting(who.ke, (ctx) => unschedule(ctx, row))
    expect(await told(who.ke)).toEqual([])
  })

  test("to a group that its author is out of says nothing of how that is called now, and keeps no draft there", async () => {
    const own = await aGroup([who.lin, who.ke], { name: "春季版本" })
    const talk = (await findGroup(db(), own)) as Group
    const at = new Date(Date.now() + hour)
    const file = await aFile(who.ke, "名单.xlsx")
    const plan = (body: string, fileIds: number[] = []) =>
      acting(who.ke, (ctx) => schedule(ctx, talk, { ...plainly(body), fileIds }, at))
    const ids = [await plan("版本说明明早发"), await plan("", [file])]
    await acting(who.lin, (ctx) => removeMember(ctx, talk, who.ke))
    await engine().write(({ db: tx }) =>
      tx.update(groups).set({ name: "人员调整" }).where(eq(groups.id, own)),
    )
    const seen = async () => {
      const ke = await actor(who.ke)
      const rows = (await waitingOf(ke)).filter(({ groupId }) => groupId === own)
      return { rows, inbox: await listInbox(ke, "open", true) }
    }
    expect((await seen()).rows.map(({ failed }) => failed)).toEqual(["shutOut", "shutOut"])
    await sendDue(new Date(+at + 1))
    const after = await seen()
    expect(after.rows.map(({ text, place }) => [text, place])).toEqual([
      ["版本说明明早发", null],
      ["", null],
    ])
    expect(JSON.stringify(after)).not.toContain("人员调整")
    for (const id of ids) {
      const row = await acting(who.ke, (ctx) => ownScheduled(ctx, { id }))
      if (row) await acting(who.ke, (ctx) => unschedule(ctx, row))
    }
    expect((await draftIn(db(), who.ke, { groupId: own, threadId: null })).text).toBe("")
  })

  test("one that can't be read any more doesn't hold up the others", async () => {
    const at = new Date(Date.now() + hour)
    const broken = await later(who.ke, "旧版本留下的", at)
    const whole = await later(who.ke, "准时发出", new Date(+at + 1))
    await engine().write(({ db: tx }) =>
      tx
        .update(scheduledMessages)
        .set({ input: { groupId: group, body: "旧版本留下的", tone: "soft" } })
        .where(eq(scheduledMessages.id, broken)),
    )
    await sendDue(new Date(+at + 2))
    const left = (await waitingOf(await actor(who.ke))).map(({ id, failed }) => [id, failed])
    expect(left).toContainEqual([broken, "changed"])
    expect(left.map(([id]) => id)).not.toContain(whole)
  })

  test("whose files a broken disk doesn't give out waits for it, and the others go out", async () => {
    const own = await aGroup([who.lin, who.ke], { kind: "client" })
    const talk = (await findGroup(db(), own)) as Group
    const at = new Date(Date.now() + hour)
    const file = await aFile(who.ke, "报价.txt")
    const said = { ...plainly("报价"), fileIds: [file] }
    const waits = await acting(who.ke, (ctx) => schedule(ctx, talk, said, at))
    const goes = await later(who.an, "照常发出", new Date(+at + 1))
    // A folder where bytes should be can't be read, like a sector that is broken.
    const place = newPlace()
    await mkdir(join(env().data, "files", place), { recursive: true })
    await engine().write(async ({ db: tx }) => {
      await tx.update(files).set({ place }).where(eq(files.id, file))
    })
    await inviting(who.lin, [`group:${own}:view`])
    await expect(sendDue(new Date(+at + 2))).rejects.toMatchObject({ code: "EISDIR" })
    const left = async (personId: number) =>
      (await waitingOf(await actor(personId))).map(({ id, failed }) => [id, failed])
    expect((await left(who.an)).map(([id]) => id)).not.toContain(goes)
    expect(await left(who.ke)).toContainEqual([waits, null])
  })

  test("taken back brings along whom it mentioned, and why", async () => {
    const talk = (await findGroup(db(), group)) as Group
    const mentions = [{ personId: who.lin, reason: "请确认", needsAnswer: true }]
    const said = { ...plainly("@lin 预算"), mentions }
    const at = new Date(Date.now() + hour)
    const id = await acting(who.an, (ctx) => schedule(ctx, talk, said, at))
    const row = await acting(who.an, (ctx) => ownScheduled(ctx, { id }))
    if (row) await acting(who.an, (ctx) => unschedule(ctx, row))
    const opened = await openGroup(await actor(who.an), group, null)
    expect(opened?.draft.text).toContain("@lin 预算")
    expect(opened?.draft.mentions).toEqual([
      { personId: who.lin, name: "lin", reason: "请确认", needsAnswer: true },
    ])
  })
})

test("an urgent message names who was told of it, also when others are responsible later", async () => {
  const { id } = await say(who.an, group, "出库单不再同步", { urgency: "urgent" })
  await engine().write(({ db: tx }) =>
    tx
      .update(groupMembers)
      .set({ onCall: true })
      .where(and(eq(groupMembers.groupId, group), eq(groupMembers.personId, who.ke))),
  )
  expect((await viewOf(db(), id))?.copied).toEqual(["lin"])
  const next = await say(who.an, group, "第二条", { urgency: "urgent" })
  expect((await viewOf(db(), next.id))?.copied).toEqual(["lin", "ke"])
  const mentions = [{ personId: who.ke, reason: "请处理", needsAnswer: true }]
  const third = await say(who.an, group, "@ke 第三条", { urgency: "urgent", mentions })
  expect((await viewOf(db(), third.id))?.copied).toEqual(["lin"])
  const plain = await say(who.an, group, "恢复了")
  expect((await viewOf(db(), plain.id))?.copied).toEqual([])
})
