import { and, eq, isNull, ne } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { openedTo } from "@/lib/guests/looking"
import { lookThrough } from "@/lib/guests/looking-through"
import { decide } from "@/lib/outward/deciding"
import { findRequest } from "@/lib/outward/request"
import { sendReleased } from "@/lib/outward/sending-released"
import type { GuestActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import { noOrigin } from "@/lib/platform/context"
import { receiveFile } from "@/lib/platform/files/receiving"
import { seenFile } from "@/lib/platform/files/serving"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import { guestTopics } from "@/lib/platform/live-authority"
import { registry } from "@/lib/platform/registry"
import { refused } from "@/tests/groups"
import { comes, inviting, sends } from "@/tests/inviting"
import { as } from "@/tests/personas"
import { aGuest, clientNamed, doing, guestNamed } from "@/tests/tickets"
import { beginWithWorld } from "@/tests/world"
import { exchangedWithClient } from "./exchanged"
import { filesOnShelf, fillsShelf, findShelf, seesShelf } from "./shelf"
import { clearFromShelfAction, fillShelfAction } from "./shelf-actions"
import { handInToShelf } from "./shelf-filling"
import { timelineOf } from "./timeline"

const idCard = "11010519491231002X"
let yuan = 0
let other = 0

beforeAll(async () => {
  await beginWithWorld()
  yuan = (await clientNamed("远山科技")).id
  const [row] = await db()
    .select({ id: clients.id })
    .from(clients)
    .where(and(ne(clients.id, yuan), isNull(clients.archivedAt)))
    .orderBy(clients.id)
    .limit(1)
  other = row?.id ?? 0
})

/** A file that somebody has sent and that hangs nowhere yet. */
async function sent(who: string, name: string, text = "周三上午见"): Promise<number> {
  const body = (async function* () {
    yield Buffer.from(text)
  })()
  return (await receiveFile(await as(who), { name, announced: null, body })).id
}

const does = async (who: string, action: unknown, input: object) =>
  sends((await as(who)).personId, action, input)
const puts = (who: string, id: number, fileIds: number[], way: object = {}) =>
  does(who, fillShelfAction, { id, files: fileIds, ...way })

const upload = (name: string, text = "第一页") => {
  const body = `--cut\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--cut--`
  const headers = { "content-type": "multipart/form-data; boundary=cut" }
  return new Request("http://portal.example/", { method: "POST", body, headers })
}
const namesOn = async (id: number) => (await filesOnShelf(id)).rows.map(({ name }) => name)
const shelfOf = async (id: number) => {
  const shelf = await findShelf(db(), id)
  if (!shelf) throw new Error("there is no such client")
  return shelf
}

test("whoever records talks with a client puts files out for it; others can't, and don't see them", async () => {
  const file = await sent("梁音", "接口说明.txt")
  await puts("梁音", yuan, [file])
  expect(await namesOn(yuan)).toContain("接口说明.txt")
  expect(await seenFile(await as("梁音"), file)).not.toBeNull()
  expect(await seenFile(await as("方圆"), file)).toBeNull()
  const theirs = await sent("方圆", "别的.txt")
  expect((await refused(puts("方圆", yuan, [theirs]))).code).toBe("not_found")
  expect((await refused(puts("梁音", yuan, [theirs]))).code).toBe("not_found")
})

test("a guest who was let in to look opens all of them, of this client alone, and brings nothing", async () => {
  const guest = await aGuest("梁音", `client_files:${yuan}:view`, { name: "看图的" })
  const file = await sent("梁音", "平面图.txt")
  await puts("梁音", yuan, [file], { outward: "anyway" })
  expect((await openedTo(guest)).map(({ title, href }) => [title, href])).toEqual([
    [(await shelfOf(yuan)).name, `/g/clients/${yuan}`],
  ])
  for (const row of (await filesOnShelf(yuan)).rows)
    expect(await seenFile(guest, row.id), row.name).not.toBeNull()
  expect(seesShelf(guest, await shelfOf(other))).toBe(false)
  const refusal = refused(handInToShelf(guest, yuan, upload("不请自来.txt"), noOrigin))
  expect((await refusal).code).toBe("forbidden")
  const elsewhere = refused(handInToShelf(guest, other, upload("别处.txt"), noOrigin))
  expect((await elsewhere).code).toBe("not_found")
  expect(await namesOn(yuan)).not.toContain("不请自来.txt")
})

test("every guest opens exactly the shelves and files that their invitation names", async () => {
  const rows = await db().select({ id: guestInvitations.id }).from(guestInvitations)
  const found = await Promise.all(rows.map(({ id }) => guestOfInvitation(db(), id)))
  const guests = found.flatMap((guest) => guest ?? [])
  expect(guests.length).toBeGreaterThan(5)
  const all = await db().select({ id: clients.id }).from(clients)
  const hanging = await db().select().from(files).where(eq(files.kind, "client_files"))
  const kind = registry().kinds.get("client_files")
  for (const guest of guests) {
    const named = guest.scopes.flatMap((scope) => (scope.kind === "client_files" ? scope.id : []))
    const open: number[] = []
    for (const { id } of all) {
      const shelf = await shelfOf(id)
      expect(kind?.canSee(guest, shelf)).toBe(seesShelf(guest, shelf))
      if (seesShelf(guest, shelf)) open.push(id)
    }
    expect(open.sort(), guest.name).toEqual(named.sort())
    for (const { id, recordId } of hanging)
      expect((await seenFile(guest, id)) !== null, guest.name).toBe(named.includes(recordId ?? 0))
  }
})

test("what colleagues attach to what they say among themselves is no guest's", async () => {
  const guest = await aGuest("梁音", `client_files:${yuan}:upload`, { name: "上传的" })
  const inside = await sent("梁音", "内部评估.txt")
  await doing("梁音", (ctx) => comment(ctx, "client", yuan, "见附件", [inside]))
  expect(await seenFile(guest, inside)).toBeNull()
  expect(await namesOn(yuan)).not.toContain("内部评估.txt")
})

test("where the client's people read along, a number in a file stops it; released it goes out by itself", async () => {
  await aGuest("梁音", `client_files:${yuan}:view`, { name: "读的" })
  const file = await sent("梁音", "名单.txt", `身份证 ${idCard}`)
  const stopped = await refused(puts("梁音", yuan, [file]))
  expect(stopped).toMatchObject({
    code: "conflict",
    current: { outward: { files: [{ name: "名单.txt", finds: { id_card: 1 } }] } },
  })
  expect(JSON.stringify(stopped.current)).not.toContain(idCard)
  expect(await namesOn(yuan)).not.toContain("名单.txt")
  const asked = await puts("梁音", yuan, [file], { outward: "ask", outwardReason: "对方要核对" })
  expect(asked).toMatchObject({ asked: expect.any(Number) })
  expect(await namesOn(yuan)).not.toContain("名单.txt")
  await doing("段立", async (ctx) => {
    const request = await findRequest(ctx.tx, Number(Object(asked).asked))
    if (request) await decide(ctx, request, { accepts: true, note: "" })
  })
  await sendReleased()
  expect(await namesOn(yuan)).toContain("名单.txt")
})

test("before files are opened to a guest all of them are looked through", async () => {
  const owner = await clientOwner(other)
  const file = await sent(owner, "通讯录.txt", `身份证 ${idCard}`)
  await puts(owner, other, [file])
  const scope = { kind: "client_files", id: other, may: "view" } as const
  const until = new Date(Date.now() + 15_000)
  expect(await lookThrough(db(), scope, { until })).toMatchObject({ found: 1, unread: 0, left: 0 })
})

test("what a guest hands in stands with their name in the client's line of time, and goes into its archive", async () => {
  const scope = `client_files:${yuan}:upload`
  const { link } = await inviting((await as("梁音")).personId, [scope], { name: "送图的" })
  const guest = await comes(link)
  const begun = new Date(Date.now() - 1)
  await handInToShelf(guest, yuan, upload("图纸.txt"), noOrigin)
  expect((await namesOn(yuan))[0]).toBe("图纸.txt")
  const { entries } = await timelineOf(await as("梁音"), yuan)
  const events = entries.flatMap((entry) => (entry.is === "event" ? entry.event : []))
  expect(events[0]).toMatchObject({ type: "client.files_added", guest: "送图的", personId: null })
  const stretch = { from: begun, to: new Date(Date.now() + 1_000) }
  const rows = []
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page = await exchangedWithClient(db(), yuan, stretch, after || undefined)
    rows.push(...page.rows)
    after = page.next ?? undefined
  }
  const own = rows.filter(({ outside }) => outside)
  expect(own).toMatchObject([{ who: "送图的（远山科技）", title: "客户文件" }])
  expect(own[0]?.fileIds).toHaveLength(1)
})

test("a shelf whose files nobody outside could open is no part of the archive", async () => {
  const begun = new Date(Date.now() - 1)
  const owner = await clientOwner(other)
  const file = await sent(owner, "草稿.txt")
  await puts(owner, other, [file])
  const stretch = { from: begun, to: new Date(Date.now() + 1_000) }
  const { rows } = await exchangedWithClient(db(), other, stretch, "files:")
  expect(rows).toEqual([])
})

async function clientOwner(id: number): Promise<string> {
  const [row] = await db()
    .select({ name: people.name })
    .from(clients)
    .innerJoin(people, eq(people.id, clients.ownerId))
    .where(eq(clients.id, id))
  return row?.name ?? ""
}

test("guests' open pages hear of a new file; a client laid aside takes nothing more", async () => {
  const guest: GuestActor = await aGuest("梁音", `client_files:${yuan}:upload`, { name: "听的" })
  expect(guestTopics(guest)).toContain(`home:scope:client_files:${yuan}`)
  expect(fillsShelf(guest, await shelfOf(yuan))).toBe(true)
  const shelf = await shelfOf(yuan)
  const aside = { ...shelf, client: { ...shelf.client, archivedAt: new Date() } }
  expect(fillsShelf(guest, aside)).toBe(false)
  expect(fillsShelf(await as("梁音"), aside)).toBe(false)
  expect(registry().kinds.get("client_files")?.guestScope?.offers(aside)).toEqual([])
})

test("whoever sent a file takes it away; a guest of elsewhere never could", async () => {
  const file = await sent("梁音", "作废.txt")
  await puts("梁音", yuan, [file], { outward: "anyway" })
  const clear = (who: string) => does(who, clearFromShelfAction, { id: yuan, file })
  expect((await refused(clear("方圆"))).code).toBe("not_found")
  await clear("梁音")
  expect(await namesOn(yuan)).not.toContain("作废.txt")
  expect(seesShelf(await guestNamed("顾远"), await shelfOf(yuan))).toBe(false)
})
