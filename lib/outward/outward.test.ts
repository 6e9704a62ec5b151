import { desc, eq } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { messageOriginals, messages, messageVersions } from "@/db/schema/messages"
import { bundles } from "@/db/schema/notifications"
import { fileFinds, outwardRequests } from "@/db/schema/outward"
import { departments } from "@/db/schema/people"
import { searchRows } from "@/db/schema/search"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { findGroup } from "@/lib/groups/group"
import { newInvitation } from "@/lib/guests/inputs"
import { findInvitation } from "@/lib/guests/invitation"
import { invite } from "@/lib/guests/inviting"
import { revoke } from "@/lib/guests/lasting"
import { redeem } from "@/lib/guests/redeeming"
import { editMessage, versionsOf, withdrawMessage } from "@/lib/messages/changing"
import { talkForGuest } from "@/lib/messages/guest-reading"
import { sendOrAsk } from "@/lib/messages/leaving"
import { screenMessage } from "@/lib/messages/leaving-ahead"
import { lookups } from "@/lib/messages/lookups"
import { findMessage } from "@/lib/messages/message"
import { schedule, sendDue } from "@/lib/messages/scheduling"
import { plainly, type Said, sendMessage } from "@/lib/messages/sending"
import { viewOf } from "@/lib/messages/view"
import type { GuestActor } from "@/lib/platform/actor"
import { receiveFile } from "@/lib/platform/files/receiving"
import { guestByToken } from "@/lib/platform/guest-session"
import { organisationChanged } from "@/lib/platform/organisation"
import { Refusal } from "@/lib/platform/refusal"
import { writeSetting } from "@/lib/platform/settings"
import { write, writeAsSystem } from "@/lib/platform/write"
import { does, newGroup } from "@/tests/groups"
import { actor, aPerson } from "@/tests/people"
import { docxOf, pdfOf } from "@/tests/sample-files"
import { decide, withdraw } from "./deciding"
import { canDecide, canSee } from "./policy"
import { listRequests, waitingForMe } from "./queries"
import { findRequest, stateOf } from "./request"
import { sendReleased } from "./sending-released"

const who = { ann: 0, bob: 0, head: 0, other: 0 }
const idCard = "11010519491231002X"
const raw = `身份证 ${idCard}，手机 13812345678`
let client = 0
let guest: GuestActor

beforeAll(async () => {
  await migrate()
  who.ann = await aPerson("ann", { department: "客服部" })
  who.bob = await aPerson("bob", { department: "客服部" })
  who.head = await aPerson("head", { department: "客服部" })
  who.other = await aPerson("other", { department: "研发部" })
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(departments).set({ headId: who.head }).where(eq(departments.name, "客服部"))
    await organisationChanged(ctx)
    ctx.said.push({ type: "person.duties", recordId: who.head, data: { personIds: [who.head] } })
  })
})
beforeEach(async () => {
  client = await newGroup(who.ann, [who.bob], { kind: "client", name: "远山科技" })
  guest = await letIn(client, "talk")
})

async function letIn(groupId: number, may: string): Promise<GuestActor> {
  const until = addDays(dayIn("Asia/Shanghai", new Date()), 6)
  const scopes = [`group:${groupId}:${may}`]
  const form = newInvitation.parse({ name: "梁音", purpose: "二期验收", until, scopes })
  const { link } = await does(who.ann, (ctx) => invite(ctx, form))
  const came = await writeAsSystem("test", (ctx) => redeem(ctx, link?.split("/g/")[1] ?? "", ""))
  const found = came.step === "in" ? await guestByToken(came.token) : came.step
  if (typeof found === "string") throw new Error(found)
  return found
}

const groupOf = async (id: number) => {
  const found = await findGroup(db(), id)
  if (!found) throw new Error("there is no such group")
  return found
}
const messageOf = async (id: number) => {
  const found = await findMessage(db(), id)
  if (!found) throw new Error("there is no such message")
  return found
}
const requestOf = async (id: number) => {
  const found = await findRequest(db(), id)
  if (!found) throw new Error("there is no such request")
  return found
}
const sends = (by: number, body: string, more: Partial<Said> = {}, groupId = client) =>
  does(by, async (ctx) => sendOrAsk(ctx, await groupOf(groupId), { ...plainly(body), ...more }))
async function sent(by: number, body: string, more: Partial<Said> = {}): Promise<number> {
  const answer = await sends(by, body, more)
  if (!("id" in answer)) throw new Error("it was not sent")
  return answer.id
}
async function asks(by: number, body = raw): Promise<number> {
  const answer = await sends(by, body, { outward: "ask", outwardReason: "对方要核对" })
  if (!("asked" in answer)) throw new Error("nobody was asked")
  return answer.asked
}
const stopOf = async (done: Promise<unknown>) => {
  const refusal: unknown = await done.catch((error: unknown) => error)
  if (!(refusal instanceof Refusal)) throw new Error("it was not refused")
  return { code: refusal.code, ...Object(refusal.current).outward, fields: refusal.fields }
}
const heardByGuest = async () => JSON.stringify(await talkForGuest(guest, client))
const everySaid = async () => JSON.stringify(await db().select().from(events))
const decides = (by: number, id: number, accepts: boolean) =>
  does(by, async (ctx) => decide(ctx, await requestOf(id), { accepts, note: "" }))

test("where a guest reads along, a number stops the message and is not repeated", async () => {
  const stop = await stopOf(sends(who.ann, raw))
  expect(stop).toMatchObject({ code: "conflict", cleared: false, asks: "head", unchecked: false })
  expect(stop.finds.map(({ kind }: { kind: string }) => kind)).toEqual(["id_card", "phone"])
  expect(JSON.stringify(stop)).not.toContain(idCard)
  expect(await heardByGuest()).not.toContain("身份证")
})

test("nothing is asked where nobody from outside reads, nor of what is harmless", async () => {
  const inside = await newGroup(who.ann, [who.bob], { kind: "client", name: "青禾零售" })
  const files = await newGroup(who.ann, [who.bob], { kind: "project", name: "二期" })
  await letIn(files, "view")
  for (const groupId of [inside, files])
    expect(await sends(who.ann, raw, {}, groupId)).toHaveProperty("id")
  expect(await sends(who.ann, "周三上午见")).toHaveProperty("id")
})

test("where the only guest was revoked, words stay inside", async () => {
  await does(who.ann, async (ctx) => {
    const invitation = await findInvitation(ctx.tx, guest.guestId)
    if (invitation) await revoke(ctx, invitation)
  })
  expect(await sends(who.ann, raw)).toHaveProperty("id")
})

test("masked, the message is masked everywhere, and its members alone open the original", async () => {
  const id = await sent(who.ann, raw, { outward: "mask" })
  const message = await messageOf(id)
  expect(message.body).toMatch(/^身份证 110\*{4}2X，手机 138\*{4}5678$/)
  expect(message.body).not.toContain(idCard)
  expect(await viewOf(db(), id)).toMatchObject({ masked: true })
  const heard = await heardByGuest()
  expect(heard).toContain("138****5678")
  expect(heard).not.toMatch(/13812345678|11010519491231/)
  expect(heard).not.toContain("masked")
  const asked = new URLSearchParams({ message: String(id) })
  expect(await lookups.get("original")?.(await actor(who.bob), asked)).toEqual({ body: raw })
  expect(await lookups.get("original")?.(await actor(who.other), asked)).toBeNull()
  expect(await everySaid()).not.toMatch(/13812345678|11010519491231/)
  const rows = await db().select().from(searchRows).where(eq(searchRows.kind, "message"))
  expect(rows.length).toBeGreaterThan(0)
})

test("who edits begins with what they wrote, and the edit meets the same gate", async () => {
  const id = await sent(who.ann, raw, { outward: "mask" })
  const asked = new URLSearchParams({ message: String(id) })
  const source = await lookups.get("source")?.(await actor(who.ann), asked)
  expect(source).toMatchObject({ body: raw })
  const edits = (body: string, way = {}) =>
    does(who.ann, async (ctx) => editMessage(ctx, await messageOf(id), 1, body, way))
  expect(await stopOf(edits(`${raw}。`))).toMatchObject({ code: "conflict" })
  await edits(`${raw}。`, { outward: "mask" })
  const versions = await versionsOf(db(), await messageOf(id))
  expect(JSON.stringify(versions)).not.toMatch(/13812345678|11010519491231/)
  expect(await heardByGuest()).not.toMatch(/13812345678|11010519491231/)
  expect(
    await db().select().from(messageOriginals).where(eq(messageOriginals.messageId, id)),
  ).toEqual([{ messageId: id, body: `${raw}。` }])
})

test("taken back, the original is gone too", async () => {
  const id = await sent(who.ann, raw, { outward: "mask" })
  await does(who.ann, async (ctx) => withdrawMessage(ctx, await messageOf(id)))
  const left = await db().select().from(messageOriginals).where(eq(messageOriginals.messageId, id))
  expect(left).toEqual([])
  expect(
    await db().select().from(messageVersions).where(eq(messageVersions.messageId, id)),
  ).toEqual([])
})

test("who isn't cleared can't let it out, and asking needs a reason", async () => {
  const out = { outward: "release", outwardReason: "对方要核对" } as const
  expect(await stopOf(sends(who.ann, raw, out))).toMatchObject({ code: "conflict" })
  expect(await stopOf(sends(who.ann, raw, { outward: "ask" }))).toMatchObject({
    code: "invalid",
    fields: { outwardReason: "outward.error.reason" },
  })
})

test("asked, the head hears of it; released, the message goes out by itself, once, as its author", async () => {
  const id = await asks(who.ann)
  const request = await requestOf(id)
  expect(request).toMatchObject({ headId: who.head, finds: { id_card: 1, phone: 1 }, text: raw })
  const told = await db().select().from(bundles).where(eq(bundles.personId, who.head))
  expect(told.length).toBeGreaterThan(0)
  expect(await waitingForMe(await actor(who.head))).toBeGreaterThan(0)
  expect(await heardByGuest()).not.toContain(idCard)
  await decides(who.head, id, true)
  await Promise.all([sendReleased(), sendReleased(), sendReleased()])
  const out = await db().select().from(messages).where(eq(messages.groupId, client))
  expect(out.filter(({ body }) => body === raw)).toMatchObject([{ authorId: who.ann }])
  expect(await heardByGuest()).toContain(idCard)
  const after = await requestOf(id)
  expect(stateOf(after)).toBe("sent")
  expect(after).toMatchObject({ text: "", input: {} })
  expect(after.shown).not.toContain(idCard)
  expect(await everySaid()).not.toMatch(/13812345678|11010519491231/)
})

test("only who is cleared decides, never its author, and once", async () => {
  const id = await asks(who.ann)
  const may = async (personId: number) => canDecide(await actor(personId), await requestOf(id))
  expect(await may(who.ann)).toBe(false)
  expect(await may(who.bob)).toBe(false)
  expect(await may(who.other)).toBe(false)
  expect(await may(who.head)).toBe(true)
  expect(canSee(await actor(who.bob), await requestOf(id))).toBe(false)
  expect(canSee(guest, await requestOf(id))).toBe(false)
  await decides(who.head, id, false)
  expect(await stopOf(decides(who.head, id, true))).toMatchObject({ code: "conflict" })
  await sendReleased()
  expect(await heardByGuest()).not.toContain(idCard)
  const listed = await listRequests(await actor(who.ann), { view: "mine" })
  expect(listed.rows.find((row) => row.id === id)).toMatchObject({ state: "refused" })
})

test("a head lets out their own words with a reason, on record without the words", async () => {
  const out = { outward: "release", outwardReason: `合同核对 ${idCard}` } as const
  const group = await newGroup(who.head, [], { kind: "client", name: "北辰" })
  await does(who.head, async (ctx) => sendOrAsk(ctx, await groupOf(group), plainly("你好")))
  const until = addDays(dayIn("Asia/Shanghai", new Date()), 6)
  const scopes = [`group:${group}:talk`]
  const form = newInvitation.parse({ name: "江宁", purpose: "核对", until, scopes })
  await does(who.head, (ctx) => invite(ctx, form))
  expect(await stopOf(sends(who.head, raw, {}, group))).toMatchObject({ cleared: true })
  expect(await sends(who.head, raw, out, group)).toHaveProperty("id")
  const [row] = await db().select().from(outwardRequests).where(eq(outwardRequests.recordId, group))
  expect(row).toMatchObject({ authorId: who.head, decidedById: who.head, text: "", accepted: true })
  expect(await everySaid()).not.toMatch(/13812345678|11010519491231/)
})

test("who takes a request back, or has left the group, sends nothing", async () => {
  const first = await asks(who.ann)
  await does(who.ann, async (ctx) => withdraw(ctx, await requestOf(first)))
  expect(await stopOf(decides(who.head, first, true))).toMatchObject({ code: "conflict" })
  const second = await asks(who.bob)
  await engine().write(async ({ db: tx }) => {
    const { groupMembers } = await import("@/db/schema/groups")
    await tx.delete(groupMembers).where(eq(groupMembers.personId, who.bob))
  })
  await decides(who.head, second, true)
  await sendReleased()
  expect(stateOf(await requestOf(second))).toBe("failed")
  expect(await heardByGuest()).not.toContain(idCard)
})

test("what is sent later is masked or stopped when it is written, and again when it is due", async () => {
  const at = new Date(Date.now() + 60_000)
  const later = (body: string, more: Partial<Said> = {}, groupId = client) =>
    does(who.ann, async (ctx) =>
      schedule(ctx, await groupOf(groupId), { ...plainly(body), ...more }, at),
    )
  expect(await stopOf(later(raw))).toMatchObject({ code: "conflict" })
  expect(await stopOf(later(raw, { outward: "ask", outwardReason: "x" }))).toMatchObject({
    code: "invalid",
  })
  await later(raw, { outward: "mask" })
  const quiet = await newGroup(who.ann, [], { kind: "client", name: "先没有外部成员" })
  await later(`${raw}！`, {}, quiet)
  await letIn(quiet, "talk")
  await sendDue(new Date(at.getTime() + 1))
  expect(await heardByGuest()).toContain("138****5678")
  const out = await db().select().from(messages).where(eq(messages.groupId, quiet))
  expect(out).toEqual([])
})

test("the verb itself refuses: whoever calls it without a choice lets nothing out", async () => {
  const bare = does(who.ann, async (ctx) =>
    sendMessage(ctx, await groupOf(client), { ...plainly(raw), outward: "release" }),
  )
  expect(await stopOf(bare)).toMatchObject({ code: "conflict" })
})

const rules = (own: { words: string; pattern: boolean }[], except: string[] = []) =>
  write({ kind: "system", name: "test" }, async (ctx) => {
    await writeSetting(ctx, "screening", { off: [], own, except })
    ctx.said.push({ type: "settings.changed", recordId: 0, data: {} })
  })

test("the company's own words stop too, its exceptions don't, and a slow expression lets nothing pass", async () => {
  await rules([
    { words: "昆仑计划", pattern: false },
    { words: "QB-\\d{4}", pattern: true },
  ])
  const stop = await stopOf(sends(who.ann, "昆仑计划和 qb-2026 的进展"))
  expect(stop.finds).toEqual([
    { kind: "word", index: 0, length: 4 },
    { kind: "word", index: 6, length: 7 },
  ])
  const id = await sent(who.ann, "昆仑计划和 qb-2026 的进展", { outward: "mask" })
  expect((await messageOf(id)).body).toBe("****和 **** 的进展")
  await rules([{ words: "昆仑", pattern: false }], ["昆仑饭店", "13812345678"])
  expect(await sends(who.ann, "在昆仑饭店见，打 13812345678")).toHaveProperty("id")
  await rules([{ words: "(a+)+$", pattern: true }])
  const slow = await stopOf(sends(who.ann, `${"a".repeat(60)}!`, { outward: "mask" }))
  expect(slow).toMatchObject({ code: "conflict", unchecked: true })
  await rules([])
})

async function hasFile(by: number, name: string, bytes: Uint8Array): Promise<number> {
  const body = (async function* () {
    yield bytes
  })()
  const { id } = await receiveFile(await actor(by), { name, announced: bytes.byteLength, body })
  await screenMessage({ body: "", groupId: client, fileIds: [id] }, await actor(by))
  return id
}
const clean = "请看附件"

test("a file with a number in it stops as the text does, and can't be masked: it is asked for", async () => {
  const fileId = await hasFile(who.ann, "名单.docx", await docxOf(`身份证 ${idCard}`))
  const stop = await stopOf(sends(who.ann, clean, { fileIds: [fileId] }))
  expect(stop).toMatchObject({
    ...{ code: "conflict", finds: [], unchecked: false },
    files: [{ name: "名单.docx", state: "read", finds: { id_card: 1 } }],
  })
  expect(JSON.stringify(stop)).not.toContain(idCard)
  for (const outward of ["mask", "anyway", "release"] as const)
    expect(
      await stopOf(sends(who.ann, raw, { fileIds: [fileId], outward, outwardReason: "x" })),
    ).toMatchObject({ code: "conflict" })
  const out = { outward: "ask", outwardReason: "对方要核对" } as const
  const asked = await sends(who.ann, clean, { fileIds: [fileId], ...out })
  const id = "asked" in asked ? asked.asked : 0
  expect(await requestOf(id)).toMatchObject({ finds: { id_card: 1 }, text: clean })
  await decides(who.head, id, true)
  await sendReleased()
  expect(stateOf(await requestOf(id))).toBe("sent")
  expect(await heardByGuest()).toContain("名单.docx")
})

test("what couldn't be read is its sender's to decide, with a record of it; pictures don't stop", async () => {
  const broken = await hasFile(who.ann, "损坏.pdf", pdfOf("x").subarray(0, 60))
  expect(await stopOf(sends(who.ann, clean, { fileIds: [broken] }))).toMatchObject({
    files: [{ name: "损坏.pdf", state: "broken", finds: {} }],
  })
  const id = await sent(who.ann, clean, { fileIds: [broken], outward: "anyway" })
  const [said] = await db()
    .select()
    .from(events)
    .where(eq(events.recordId, id))
    .orderBy(desc(events.id))
  expect(said?.data).toMatchObject({ unread: { broken: 1 } })
  const picture = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")
  const shot = await hasFile(who.ann, "现场.png", picture)
  expect(await sends(who.ann, clean, { fileIds: [shot] })).toHaveProperty("id")
})

test("a file is read once per content, and again when the company's rules change", async () => {
  const bytes = await docxOf("只读一次")
  await hasFile(who.ann, "一.docx", bytes)
  const before = await db().select().from(fileFinds)
  await hasFile(who.bob, "二.docx", bytes)
  expect(await db().select().from(fileFinds)).toEqual(before)
  await rules([{ words: "只读一次", pattern: false }])
  const third = await hasFile(who.bob, "三.docx", bytes)
  const stop = await stopOf(sends(who.bob, clean, { fileIds: [third] }))
  expect(stop).toMatchObject({ files: [{ finds: { word: 1 } }] })
  await rules([])
})

test("a file that nobody has read ahead isn't called clean", async () => {
  const body = (async function* () {
    yield Buffer.from("还没有人看过")
  })()
  const file = await receiveFile(await actor(who.ann), { name: "a.txt", announced: null, body })
  expect(await stopOf(sends(who.ann, clean, { fileIds: [file.id] }))).toMatchObject({
    files: [{ state: "slow" }],
  })
})

test("where guests see files alone, files are looked at and words are not", async () => {
  const group = await newGroup(who.ann, [who.bob], { kind: "project", name: "二期" })
  await letIn(group, "view")
  const fileId = await hasFile(who.ann, "名单.txt", Buffer.from(`手机 13812345678`))
  expect(await stopOf(sends(who.ann, raw, { fileIds: [fileId] }, group))).toMatchObject({
    ...{ code: "conflict", finds: [] },
    files: [{ finds: { phone: 1 } }],
  })
  const fine = await hasFile(who.ann, "议程.txt", Buffer.from("周三上午见"))
  const answer = await sends(who.ann, raw, { fileIds: [fine] }, group)
  expect(answer).toHaveProperty("id")
  const [row] = await db()
    .select()
    .from(messages)
    .where(eq(messages.groupId, group))
    .orderBy(desc(messages.id))
  expect(row?.body).toBe(raw)
})
