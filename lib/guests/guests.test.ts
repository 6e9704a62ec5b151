import { and, eq, isNull } from "drizzle-orm"
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { z } from "zod"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { guestInvitations } from "@/db/schema/guests"
import { bundles, deliveries } from "@/db/schema/notifications"
import { departments, people } from "@/db/schema/people"
import { files, idempotency } from "@/db/schema/platform"
import { carryOut } from "@/lib/action"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { archiveGroup } from "@/lib/groups/archiving"
import { findGroup } from "@/lib/groups/group"
import { addMembers } from "@/lib/groups/joining"
import { filesForGuest } from "@/lib/messages/guest-reading"
import { keep } from "@/lib/messages/keeping"
import { keptPage } from "@/lib/messages/kept"
import { myGroups } from "@/lib/messages/list"
import { findMessage } from "@/lib/messages/message"
import { canSee as canSeeMessage } from "@/lib/messages/policy"
import { plainly, sendMessage } from "@/lib/messages/sending"
import { viewOf } from "@/lib/messages/view"
import { disablePerson } from "@/lib/people/disabling"
import type { GuestActor } from "@/lib/platform/actor"
import { noOrigin } from "@/lib/platform/context"
import { guestByToken } from "@/lib/platform/guest-session"
import { endAll } from "@/lib/platform/live"
import { guardStreams } from "@/lib/platform/live-authority"
import { openStream } from "@/lib/platform/live-response"
import { organisationChanged } from "@/lib/platform/organisation"
import { takeOut } from "@/lib/platform/vault"
import { write, writeAsSystem } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { does, newGroup, refused } from "@/tests/groups"
import { actor, aPerson } from "@/tests/people"
import { hearStream } from "@/tests/sse"
import { inviteAction } from "./actions"
import { decide } from "./deciding"
import { handIn } from "./handing-in"
import { newInvitation } from "./inputs"
import { findInvitation } from "./invitation"
import { invite } from "./inviting"
import { endDevice, extend, revoke, takeOver } from "./lasting"
import { byLink, openedLink } from "./link"
import { noteDownload, noteLook } from "./looking"
import { canSee } from "./policy"
import { devicesOf, listInvitations, waitingForMe } from "./queries"
import { readingAlong } from "./reading-along"
import { redeem } from "./redeeming"
import { stateOf } from "./states"
import { sweepGuests } from "./sweeping"
import { writeAsGuest } from "./writing"

const who = { ann: 0, bob: 0, head: 0, intern: 0 }
let client = 0
let project = 0
const soon = { timeout: 1_000, interval: 10 }
const inDays = (days: number) => addDays(dayIn("Asia/Shanghai", new Date()), days)

beforeAll(async () => {
  await migrate()
  guardStreams()
  who.ann = await aPerson("ann", { department: "客服部" })
  who.bob = await aPerson("bob", { department: "研发部" })
  who.head = await aPerson("head", { department: "研发部" })
  who.intern = await aPerson("intern", { department: "客服部" })
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(people).set({ level: "view" }).where(eq(people.id, who.intern))
    await ctx.tx.update(departments).set({ headId: who.head }).where(eq(departments.name, "研发部"))
    await organisationChanged(ctx)
    ctx.said.push({ type: "person.duties", recordId: who.head, data: { personIds: [who.head] } })
  })
  project = await newGroup(who.bob, [who.ann, who.intern], { name: "远山科技二期" })
})
beforeEach(async () => {
  client = await newGroup(who.ann, [who.bob, who.intern], { kind: "client", name: "远山科技" })
})
afterEach(endAll)

const form = (scopes: string[], more: object = {}) =>
  newInvitation.parse({
    ...{ name: "梁音", organisation: "远山科技", email: "liang@yuanshan.example" },
    ...{ purpose: "二期验收", until: inDays(6), scopes, ...more },
  })
const talk = () => `group:${client}:talk`
const inviting = (by: number, scopes: string[], more: object = {}) =>
  does(by, (ctx) => invite(ctx, form(scopes, more)))
const tokenOf = (link: string | null) => link?.split("/g/")[1] ?? ""
const opening = (link: string | null, code = "") =>
  writeAsSystem("test", (ctx) => redeem(ctx, tokenOf(link), code))
const invitation = async (id: number) => {
  const found = await findInvitation(db(), id)
  if (!found) throw new Error("there is no such invitation")
  return found
}

async function comes(link: string | null): Promise<GuestActor> {
  const came = await opening(link)
  if (came.step !== "in") throw new Error(came.step)
  const guest = await guestByToken(came.token)
  if (typeof guest === "string") throw new Error(guest)
  return guest
}
const theirs = (guest: GuestActor, groupId: number, body: string) =>
  write(guest, async (ctx) => {
    const group = await findGroup(ctx.tx, groupId)
    if (!group) throw new Error("there is no such group")
    return writeAsGuest(Object.assign(ctx, { actor: guest }), group, { body, fileIds: [] })
  })
const says = (by: number, groupId: number, body: string) =>
  does(by, async (ctx) => {
    const group = await findGroup(ctx.tx, groupId)
    if (!group) throw new Error("there is no such group")
    return sendMessage(ctx, group, plainly(body))
  })
const ended = (id: number) =>
  engine().write((tx) =>
    Promise.resolve(
      tx.db
        .update(guestInvitations)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(guestInvitations.id, id)),
    ),
  )
const saidOf = (id: number) =>
  db()
    .select({ type: events.type, kind: events.actorKind, actorId: events.actorId })
    .from(events)
    .where(and(eq(events.kind, "guest"), eq(events.recordId, id)))

test("an invitation to one's own is in force at once; its link lies nowhere in the clear", async () => {
  const { id, link } = await inviting(who.ann, [talk()])
  const made = await invitation(id)
  expect(stateOf(made, new Date())).toBe("open")
  expect(made.tokenHash).not.toBe(tokenOf(link))
  const [mail] = await db()
    .select()
    .from(deliveries)
    .where(eq(deliveries.address, "liang@yuanshan.example"))
  expect(mail?.payload).not.toContain(tokenOf(link))
  expect(takeOut(mail?.payload ?? "")).toContain(tokenOf(link))
})

test("sent twice the form gives the same link, which lies in the clear nowhere in between", async () => {
  const { spec } = Object(inviteAction)
  const sent = {
    ...form([talk()]),
    code: undefined,
    opens: undefined,
    scopes: [talk()],
    key: "7c0e6b1d",
  }
  const once = async () => (await carryOut(spec, await actor(who.ann), sent, noOrigin)).value
  const first = z.object({ id: z.number(), link: z.string() }).parse(await once())
  expect(await once()).toEqual(first)
  const kept = await db().select().from(idempotency).where(eq(idempotency.key, "7c0e6b1d"))
  expect(kept.length).toBe(1)
  expect(JSON.stringify(kept)).not.toContain(tokenOf(first.link))
})

test("what touches another department waits for its head, who is told and decides", async () => {
  const { id, link } = await inviting(who.ann, [`group:${project}:view`])
  expect(link).toBe(null)
  expect(stateOf(await invitation(id), new Date())).toBe("waiting")
  expect(await does(who.head, ({ actor }) => waitingForMe(actor))).toBe(1)
  const [told] = await db()
    .select()
    .from(bundles)
    .where(and(eq(bundles.personId, who.head), eq(bundles.kind, "guest"), eq(bundles.recordId, id)))
  expect(told?.needsYou).toBe(true)
  const department = (await invitation(id)).approvals[0]?.departmentId ?? 0
  await does(who.head, async (ctx) =>
    decide(ctx, await invitation(id), { department, accepts: true }),
  )
  expect(stateOf(await invitation(id), new Date())).toBe("open")
  const again = does(who.head, async (ctx) =>
    decide(ctx, await invitation(id), { department, accepts: false }),
  )
  expect((await refused(again)).code).toBe("conflict")
})

test("a no refuses it for good", async () => {
  const { id } = await inviting(who.ann, [`group:${project}:upload`])
  const department = (await invitation(id)).approvals[0]?.departmentId ?? 0
  await does(who.head, async (ctx) =>
    decide(ctx, await invitation(id), { department, accepts: false }),
  )
  expect(stateOf(await invitation(id), new Date())).toBe("refused")
})

test("nobody opens what isn't theirs, more than it can be, twice, or for too long", async () => {
  const other = await newGroup(who.bob, [], { kind: "client", name: "别人的客户" })
  const tried = async (by: number, scopes: string[], more: object = {}) =>
    (await refused(inviting(by, scopes, more))).code
  expect(await tried(who.ann, [`group:${other}:talk`])).toBe("not_found")
  expect(await tried(who.ann, [talk(), `group:${other}:view`])).toBe("not_found")
  expect(await tried(who.ann, [`group:${project}:talk`])).toBe("not_found")
  expect(await tried(who.ann, [`task:1:view`])).toBe("not_found")
  expect(await tried(who.ann, [talk(), `group:${client}:view`])).toBe("invalid")
  expect(await tried(who.intern, [talk()])).toBe("forbidden")
  expect(await tried(who.ann, [talk()], { until: inDays(91) })).toBe("invalid")
  expect(await tried(who.ann, [talk()], { until: inDays(-1) })).toBe("invalid")
})

test("only pressing the button opens it, on three devices, each of which can be taken out", async () => {
  const { id, link } = await inviting(who.ann, [talk()])
  expect((await byLink(db(), tokenOf(link)))?.id).toBe(id)
  expect(await devicesOf([id])).toEqual([])
  const first = await comes(link)
  await comes(link)
  await comes(link)
  expect((await opening(link)).step).toBe("full")
  expect(stateOf(await invitation(id), new Date())).toBe("used")
  await does(who.ann, async (ctx) => endDevice(ctx, await invitation(id), first.sessionId))
  expect((await opening(link)).step).toBe("in")
})

test("a code is mailed, works once, and five wrong ones use it up", async () => {
  const { id, link } = await inviting(who.ann, [talk()], { code: "on" })
  const mailed = async () => {
    const rows = await db().select().from(deliveries).where(eq(deliveries.template, "guest_code"))
    return JSON.parse(takeOut(rows.at(-1)?.payload ?? "")).code
  }
  expect((await opening(link)).step).toBe("code")
  const code = await mailed()
  const wrong = code === "000000" ? "000001" : "000000"
  expect((await opening(link, wrong)).step).toBe("wrong")
  expect((await opening(link, code)).step).toBe("in")
  expect((await opening(link, code)).step).toBe("wrong")
  await opening(link)
  const second = await mailed()
  for (let turn = 0; turn < 5; turn++) await opening(link, second === wrong ? "000002" : wrong)
  expect((await opening(link, second)).step).toBe("wrong")
  await opening(link)
  expect((await opening(link)).step).toBe("later")
  expect((await saidOf(id)).filter(({ type }) => type === "guest.code_wrong").length).toBe(8)
})

test("links that are over look like links never made, and guessing many takes its time", async () => {
  const { id, link } = await inviting(who.ann, [talk()])
  await does(who.ann, async (ctx) => revoke(ctx, await invitation(id)))
  expect(await byLink(db(), tokenOf(link))).toBe(null)
  expect((await opening(link)).step).toBe("over")
  const guess = async () => {
    const began = performance.now()
    expect(await openedLink("guess", "10.0.0.9", 80)).toBe(null)
    return performance.now() - began
  }
  const took: number[] = []
  for (let turn = 0; turn < 31; turn++) took.push(await guess())
  expect(took.at(-1)).toBeGreaterThan(75)
  const right = await inviting(who.ann, [talk()])
  expect((await openedLink(tokenOf(right.link), "10.0.0.9", 60_000))?.id).toBe(right.id)
})

test("let in to talk, a guest reads what is said since, writes, and holds nothing else of the group", async () => {
  const before = await says(who.ann, client, "内部底价 88 万")
  const { id, link } = await inviting(who.ann, [talk()])
  const after = await says(who.bob, client, "您好")
  const guest = await comes(link)
  const sees = async (messageId: number) => {
    const message = await findMessage(db(), messageId)
    return Boolean(message && canSeeMessage(guest, message))
  }
  expect(await sees(before.id)).toBe(false)
  expect(await sees(after.id)).toBe(true)
  const own = await theirs(guest, client, "收到，周四验收")
  const row = await findMessage(db(), own.id)
  expect(row).toMatchObject({ guestId: id, authorId: who.ann })
  expect([...guest.principals.keys()]).toEqual([`guest:${id}`, `scope:group:${client}`])
  const made = await invitation(id)
  expect(canSee(guest, made)).toBe(false)
  expect((await saidOf(id)).at(-1)).toEqual({
    ...{ type: "guest.wrote", kind: "guest", actorId: id },
  })
})

test("wherever a guest's words are repeated inside they are marked as from outside", async () => {
  const { link } = await inviting(who.ann, [talk()])
  const guest = await comes(link)
  const own = await theirs(guest, client, "收到，周四验收")
  const [line] = (await does(who.bob, ({ actor }) => myGroups(actor))).filter(
    ({ id }) => id === client,
  )
  expect(line?.last).toMatchObject({ author: "梁音", outside: true, own: false })
  const answer = await does(who.ann, async (ctx) => {
    const group = await findGroup(ctx.tx, client)
    if (!group) throw new Error("there is no such group")
    return sendMessage(ctx, group, { ...plainly("好的"), quoteId: own.id })
  })
  expect((await viewOf(db(), answer.id))?.quote).toMatchObject({ name: "梁音", outside: true })
  const [after] = (await does(who.bob, ({ actor }) => myGroups(actor))).filter(
    ({ id }) => id === client,
  )
  expect(after?.last?.outside).toBe(false)
  await says(who.ann, client, "我们周四验收")
  const { found } = await does(who.bob, ({ actor }) => searchFor(actor, "周四验收"))
  const here = found.filter(({ href }) => href.startsWith(`/groups/${client}?`))
  expect(here.map(({ id, outside = false }) => [id === own.id, outside]).sort()).toEqual([
    [false, false],
    [true, true],
  ])
  await does(who.bob, (ctx) => keep(ctx, own.id, true))
  const kept = await does(who.bob, ({ actor }) => keptPage(actor, undefined))
  expect(kept.rows[0]).toMatchObject({ author: { name: "梁音", face: null }, outside: true })
})

test("revoking, expiring, suspending and taking a device out end the open page within a second", async () => {
  const open = async () => {
    const { id, link } = await inviting(who.ann, [talk()])
    const guest = await comes(link)
    const { body } = await openStream(guest, new AbortController().signal)
    const heard = hearStream(body)
    await expect.poll(() => heard.events.length, soon).toBe(1)
    return { id, guest, reason: () => heard.events.at(-1)?.data.reason }
  }
  const revoked = await open()
  await does(who.ann, async (ctx) => revoke(ctx, await invitation(revoked.id)))
  await expect.poll(revoked.reason, soon).toBe("revoked")
  const out = await open()
  await does(who.ann, async (ctx) => endDevice(ctx, await invitation(out.id), out.guest.sessionId))
  await expect.poll(out.reason, soon).toBe("signed_out")
  const { link, id } = await inviting(who.ann, [talk()])
  await engine().write((tx) =>
    Promise.resolve(
      tx.db
        .update(guestInvitations)
        .set({ expiresAt: new Date(Date.now() + 400) })
        .where(eq(guestInvitations.id, id)),
    ),
  )
  const guest = await comes(link)
  const heard = hearStream((await openStream(guest, new AbortController().signal)).body)
  await expect
    .poll(() => heard.events.at(-1)?.data, { timeout: 1_400, interval: 10 })
    .toEqual({ reason: "expired" })
})

test("a guest's page hears that something was said, never what, and nothing of other places", async () => {
  const { link } = await inviting(who.ann, [talk()])
  const guest = await comes(link)
  const heard = hearStream((await openStream(guest, new AbortController().signal)).body)
  await expect.poll(() => heard.events.length, soon).toBe(1)
  await says(who.bob, project, "别处的话 7731")
  await says(who.bob, client, "这里的话 7732")
  await expect.poll(() => heard.events.at(-1)?.event, soon).toBe("change")
  expect(JSON.stringify(heard.events)).not.toMatch(/773[12]/)
  expect(heard.events.at(-1)?.data).toEqual({ topics: [`home:scope:group:${client}`] })
})

test("three days before the end its inviter is reminded once; extending takes that back", async () => {
  const { id } = await inviting(who.ann, [talk()])
  const reminded = async () =>
    (await saidOf(id)).filter(({ type }) => type === "guest.reminded").length
  const { expiresAt } = await invitation(id)
  const ahead = (days: number) => new Date(expiresAt.getTime() - days * 24 * 3600 * 1000)
  await sweepGuests(ahead(4))
  expect(await reminded()).toBe(0)
  await sweepGuests(ahead(2))
  await sweepGuests(ahead(2))
  expect(await reminded()).toBe(1)
  await does(who.ann, async (ctx) => extend(ctx, await invitation(id), inDays(20)))
  await sweepGuests(ahead(2))
  expect(await reminded()).toBe(1)
  await sweepGuests(new Date(ahead(-18).getTime()))
  const types = (await saidOf(id)).map(({ type }) => type)
  expect(types.filter((type) => type === "guest.ended")).toHaveLength(1)
})

/** A form with a file in it that arrives in two parts, with something happening in between. */
function sendingSlowly(between: () => Promise<unknown>): Request {
  const bytes = (text: string) => new TextEncoder().encode(text)
  async function* parts() {
    yield bytes('--cut\r\ncontent-disposition: form-data; name="file"; filename="图纸.txt"\r\n\r\n')
    yield bytes("the first half, ")
    await between()
    yield bytes("the second half\r\n--cut--\r\n")
  }
  const coming = parts()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value } = await coming.next()
      if (value) controller.enqueue(value)
      else controller.close()
    },
  })
  const headers = { "content-type": "multipart/form-data; boundary=cut" }
  const init = { method: "POST", body, headers, duplex: "half" }
  return new Request("http://portal.example/", init)
}

test("a file is taken in with its guest's name, and stands before the group", async () => {
  const { link } = await inviting(who.ann, [talk()])
  const guest = await comes(link)
  const { id } = await handIn(
    guest,
    client,
    sendingSlowly(async () => {}),
    noOrigin,
  )
  expect(await findMessage(db(), id)).toMatchObject({ guestId: guest.guestId })
  expect((await filesForGuest(guest, client)).rows.map(({ name }) => name)).toEqual(["图纸.txt"])
})

test.for([
  ["revoked", (id: number) => does(who.ann, async (ctx) => revoke(ctx, await invitation(id)))],
  ["expired", (id: number) => ended(id)],
] as const)(
  "when it is %s while a file arrives nothing of it is taken in, and its guest hears why",
  async ([reason, happens]) => {
    const { id, link } = await inviting(who.ann, [talk()])
    const guest = await comes(link)
    const sent = handIn(
      guest,
      client,
      sendingSlowly(() => happens(id)),
      noOrigin,
    )
    expect(await refused(sent)).toMatchObject({
      ...{ code: "signed_out", sentence: `guests.over.${reason}` },
    })
    expect(await db().select().from(files).where(isNull(files.kind))).toEqual([])
  },
)

test("a group that is put away while a file arrives takes nothing more", async () => {
  const { link } = await inviting(who.ann, [talk()])
  const guest = await comes(link)
  const away = () =>
    does(who.ann, async (ctx) => {
      const group = await findGroup(ctx.tx, client)
      if (group) await archiveGroup(ctx, group)
    })
  const sent = handIn(guest, client, sendingSlowly(away), noOrigin)
  expect((await refused(sent)).code).toBe("forbidden")
  expect(await db().select().from(files).where(isNull(files.kind))).toEqual([])
})

test("who leaves takes their guests' access along until somebody answers for them", async () => {
  const leaver = await aPerson("leaver", { department: "客服部" })
  await does(who.ann, async (ctx) => {
    const group = await findGroup(ctx.tx, client)
    if (group) await addMembers(ctx, group, [leaver])
  })
  const { id, link } = await inviting(leaver, [talk()])
  const guest = await comes(link)
  const heard = hearStream((await openStream(guest, new AbortController().signal)).body)
  await expect.poll(() => heard.events.length, soon).toBe(1)
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: leaver }))
  await expect.poll(() => heard.events.at(-1)?.data, soon).toEqual({ reason: "suspended" })
  expect(stateOf(await invitation(id), new Date())).toBe("suspended")
  await does(who.ann, async (ctx) => takeOver(ctx, await invitation(id)))
  expect((await comes(link)).hostId).toBe(who.ann)
})

test("all that a guest opens and takes is in the log under their own number", async () => {
  const { id, link } = await inviting(who.ann, [talk()])
  const guest = await comes(link)
  const origin = { requestId: "", address: null, device: null }
  await noteLook(guest, { kind: "group", id: client }, origin)
  await noteLook(guest, { kind: "group", id: client }, origin)
  await noteLook(guest, { kind: "group", id: project }, origin)
  await noteDownload(guest, 1, origin)
  // A file is played part by part: that is one time.
  await noteDownload(guest, 1, origin)
  const own = (await saidOf(id)).filter(({ kind }) => kind === "guest")
  expect(own.map(({ type }) => type)).toEqual(["guest.looked", "guest.downloaded"])
  expect(own.every(({ actorId }) => actorId === id)).toBe(true)
})

test("its inviter and whoever answers for what it opens see an invitation; others don't", async () => {
  const { id } = await inviting(who.bob, [`group:${project}:view`])
  const sees = async (person: number) =>
    (await does(person, ({ actor }) => listInvitations(actor, { view: "all" }))).rows.some(
      (row) => row.id === id,
    )
  expect(await sees(who.bob)).toBe(true)
  expect(await sees(who.intern)).toBe(false)
  expect((await readingAlong("group", project)).map((guest) => guest.id)).toContain(id)
  const rows = await db()
    .select()
    .from(access)
    .where(and(eq(access.kind, "guest"), eq(access.recordId, id)))
  expect(rows.map(({ principal }) => principal).sort()).toEqual(
    ["duty:platform", `person:${who.bob}`].sort(),
  )
})
