import { desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { fileFinds } from "@/db/schema/outward"
import { departments, people } from "@/db/schema/people"
import { findGroup } from "@/lib/groups/group"
import { plainly, sendMessage } from "@/lib/messages/sending"
import { asItIs } from "@/lib/outward/passing"
import { receiveFile } from "@/lib/platform/files/receiving"
import { Refusal } from "@/lib/platform/refusal"
import { sayToClient } from "@/lib/tickets/saying"
import { does, newGroup } from "@/tests/groups"
import { invitationForm, inviting, sends } from "@/tests/inviting"
import { actor } from "@/tests/people"
import { aTicket, doing, ticketOf } from "@/tests/tickets"
import { beginWithWorld } from "@/tests/world"
import { decideAction, inviteAction } from "./actions"
import { findInvitation } from "./invitation"
import { lookThrough } from "./looking-through"
import { lookAhead } from "./opened-content"

const who = { ann: 0, bob: 0, other: 0 }
const numbered = "手机 13912345678"

const idOf = async (name: string) => {
  const [row] = await db().select({ id: people.id }).from(people).where(eq(people.name, name))
  return row?.id ?? 0
}

beforeAll(async () => {
  await beginWithWorld()
  who.ann = await idOf("安然")
  who.bob = await idOf("周舟")
})

async function aFile(text: string, name = "名单.txt"): Promise<number> {
  const bytes = Buffer.from(text)
  const body = (async function* () {
    yield bytes
  })()
  const { id } = await receiveFile(await actor(who.ann), { name, announced: bytes.length, body })
  return id
}
const project = (name: string) => newGroup(who.ann, [who.bob], { kind: "project", name })
const posts = (groupId: number, fileIds: number[]) =>
  does(who.ann, async (ctx) => {
    const group = await findGroup(ctx.tx, groupId)
    if (group) await sendMessage(ctx, group, { ...plainly("请看"), fileIds })
  })
const invites = (scopes: string[], opens = "", by = who.ann) => {
  const { code: _, opens: __, scopes: ___, ...form } = invitationForm(scopes)
  return sends(by, inviteAction, { ...form, scopes, opens })
}
async function refusedBy(done: Promise<unknown>): Promise<Refusal> {
  const refusal: unknown = await done.catch((error: unknown) => error)
  if (!(refusal instanceof Refusal)) throw new Error("it was not refused")
  return refusal
}
const openedIn = async (done: Promise<unknown>) => Object((await refusedBy(done)).current).opened

test("who opens a group's files hears what is in all of them, and says so once more", async () => {
  const group = await project("三期")
  // The one that matters is the oldest of many more than one portion has.
  await posts(group, [await aFile(numbered)])
  for (let at = 0; at < 55; at += 1) await posts(group, [await aFile(`议程 ${at}`)])
  const scope = `group:${group}:view`
  expect(await openedIn(invites([scope]))).toEqual({ found: 1, unread: 0, left: 0, scopes: scope })
  // Something else said before is not this.
  expect(await openedIn(invites([scope], `group:${group}:upload`))).toMatchObject({ found: 1 })
  expect(await invites([scope], scope)).toHaveProperty("link")
  const [said] = await db()
    .select()
    .from(events)
    .where(eq(events.type, "guest.opens_found"))
    .orderBy(desc(events.id))
  expect(said).toMatchObject({ needsReview: true, data: { found: 1, unread: 0, left: 0 } })
})

test("who is let in to talk opens nothing that stood there before", async () => {
  const group = await newGroup(who.ann, [who.bob], { kind: "client", name: "远山" })
  await posts(group, [await aFile(numbered)])
  expect(await invites([`group:${group}:talk`])).toHaveProperty("link")
})

test("where time runs out it says how many are left, and pressing again goes on from there", async () => {
  const group = await project("四期")
  await posts(group, [await aFile("第一份，从没看过"), await aFile(`第二份 ${numbered}`)])
  const scopes = [{ kind: "group", id: group, may: "view" as const }]
  const before = await db().$count(fileFinds)
  const [none] = await lookAhead(await actor(who.ann), scopes, -1)
  expect(none).toMatchObject({ found: 0, unread: 0, left: 2 })
  expect(await db().$count(fileFinds)).toBe(before)
  const [all] = await lookAhead(await actor(who.ann), scopes)
  expect(all).toMatchObject({ found: 1, unread: 0, left: 0 })
})

test("what came after the look counts as not looked at", async () => {
  const group = await project("五期")
  await posts(group, [await aFile("看过的一份")])
  const scope = { kind: "group", id: group, may: "view" as const }
  const until = new Date(Date.now() + 60_000)
  const first = await lookThrough(db(), scope, { until })
  await posts(group, [await aFile("后来的一份，没人看过")])
  expect(await lookThrough(db(), scope, { after: first.after })).toMatchObject({
    found: 0,
    left: 1,
  })
})

test("a file that can't be read is told as such", async () => {
  const group = await project("六期")
  await posts(group, [await aFile("%PDF-1.7 broken", "坏的.pdf")])
  expect(await openedIn(invites([`group:${group}:view`]))).toMatchObject({ found: 0, unread: 1 })
})

test("of what isn't one's own to open nothing is read and nothing is told", async () => {
  const group = await project("七期")
  await posts(group, [await aFile(`别人的 ${numbered}`)])
  const before = await db().$count(fileFinds)
  const refusal = await refusedBy(invites([`group:${group}:view`], "", await idOf("陈晨")))
  expect(refusal.current).toBeUndefined()
  expect(await db().$count(fileFinds)).toBe(before)
})

test("a ticket that is opened was looked through with its words and files", async () => {
  const id = await aTicket({ client: "钱塘冷链" })
  const scope = `ticket_page:${id}:view`
  const fileId = await aFile(`附件 ${numbered}`)
  await doing("安然", async (ctx) =>
    sayToClient(ctx, await ticketOf(id), {
      body: "见附件",
      fileIds: [fileId],
      passed: asItIs(`放行过的 ${numbered}`),
    }),
  )
  expect(await openedIn(invites([scope]))).toMatchObject({ found: 2, unread: 0, left: 0 })
  expect(await invites([scope], scope)).toHaveProperty("link")
})

test("a head who agrees last hears it, too", async () => {
  const group = await newGroup(who.bob, [who.ann], { kind: "project", name: "八期" })
  const { id } = await inviting(who.ann, [`group:${group}:view`])
  await posts(group, [await aFile(`等同意时来的 ${numbered}`)])
  const invitation = await findInvitation(db(), id)
  const [approval] = invitation?.approvals ?? []
  const [department] = await db()
    .select()
    .from(departments)
    .where(eq(departments.id, approval?.departmentId ?? 0))
  const head = approval?.headId ?? department?.headId ?? 0
  const says = (opens: string) =>
    sends(head, decideAction, { id, department: approval?.departmentId, accepts: "yes", opens })
  expect(await openedIn(says(""))).toMatchObject({ found: 1 })
  expect((await findInvitation(db(), id))?.openedAt).toBeNull()
  await says(`group:${group}:view`)
  expect((await findInvitation(db(), id))?.openedAt).not.toBeNull()
})
