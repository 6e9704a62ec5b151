import { desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { outwardRequests } from "@/db/schema/outward"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { tickets } from "@/db/schema/tickets"
import { decide } from "@/lib/outward/deciding"
import type { WayOut } from "@/lib/outward/inputs"
import { canDecide } from "@/lib/outward/policy"
import { findRequest, type OutwardRequest, stateOf } from "@/lib/outward/request"
import { sendReleased } from "@/lib/outward/sending-released"
import type { GuestActor } from "@/lib/platform/actor"
import { seenFile } from "@/lib/platform/files/serving"
import { Refusal } from "@/lib/platform/refusal"
import { as } from "@/tests/personas"
import { aGuest, aTicket, clientNamed, doing, kindNamed, pageOf, ticketOf } from "@/tests/tickets"
import { beginWithWorld } from "@/tests/world"
import { exchangedOnTickets } from "./exchanged"
import { repliesForGuest } from "./guest-reading"
import { createOrAsk, replyOrAsk } from "./leaving"
import { closeTicket } from "./moving"
import { replyToClient } from "./replying"
import { threadOf } from "./thread"

const idCard = "11010519491231002X"
const raw = `身份证 ${idCard}，请核对`
const asks = { outward: "ask", outwardReason: "客户要核对" } as const
let guest: GuestActor
let id = 0

beforeAll(async () => {
  await beginWithWorld()
  id = await aTicket({ client: "远山科技" })
  guest = await aGuest("安然", `ticket_page:${id}:view`, { name: "雷鸣" })
})

const reply = (way: WayOut, body = raw, asked = false) =>
  doing("安然", async (ctx) =>
    replyOrAsk(ctx, await ticketOf(id), { body, fileIds: [] }, way, asked),
  )
const heard = async () => {
  const { rows } = await repliesForGuest(guest, await pageOf(id))
  return rows.map(({ body }) => body).join("\n")
}
const newest = async (): Promise<OutwardRequest> => {
  const [row] = await db().select().from(outwardRequests).orderBy(desc(outwardRequests.id)).limit(1)
  const request = row && (await findRequest(db(), row.id))
  if (!request) throw new Error("nothing was asked for")
  return request
}
async function release(request: OutwardRequest) {
  const boss = await as("段立")
  expect(canDecide(boss, request)).toBe(true)
  await doing("段立", (ctx) => decide(ctx, request, { accepts: true, note: "" }))
  await sendReleased()
  return stateOf((await findRequest(db(), request.id)) ?? request)
}

test("a reply with something sensitive in it stops before it is said, by every door", async () => {
  const before = await heard()
  const refused = await reply({}).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused).toMatchObject({
    code: "conflict",
    current: { outward: { cleared: true, unchecked: false } },
  })
  const plainly = doing("安然", async (ctx) =>
    replyToClient(ctx, await ticketOf(id), { body: raw, fileIds: [] }),
  )
  await expect(plainly).rejects.toMatchObject({ code: "conflict" })
  expect(await heard()).toBe(before)
})

test("masked, the client and the archive read stars; colleagues open what was written", async () => {
  const begun = new Date(Date.now() - 1000)
  await reply({ outward: "mask" })
  expect(await heard()).toContain("110****2X")
  expect(await heard()).not.toContain(idCard)
  const { clientId } = await ticketOf(id)
  const stretch = { from: begun, to: new Date(Date.now() + 1000) }
  const { rows } = await exchangedOnTickets(db(), clientId, stretch, undefined)
  const archived = rows.map(({ text }) => text).join("\n")
  expect(archived).toContain("110****2X")
  expect(archived).not.toContain(idCard)
  const { entries } = await threadOf(id)
  const written = entries.flatMap((entry) => (entry.is === "reply" ? entry.reply.original : []))
  expect(written).toContain(raw)
})

test("released by somebody cleared, it is said by itself, once, as its author", async () => {
  const asked = await reply(asks, `${raw}，第二次`)
  expect(asked).toEqual({ asked: expect.any(Number) })
  expect(await heard()).not.toContain(idCard)
  const request = await newest()
  expect(await release(request)).toBe("sent")
  await sendReleased()
  expect((await heard()).split(`${raw}，第二次`)).toHaveLength(2)
})

test("请客户确认 that was released waits for the client's word", async () => {
  await reply(asks, `${raw}，做完了`, true)
  expect((await ticketOf(id)).state).toBe("doing")
  expect(await release(await newest())).toBe("sent")
  expect((await ticketOf(id)).state).toBe("waiting")
})

test("a new ticket's title stops as well; masked it has no number, released it has a number of its own", async () => {
  const client = await clientNamed("远山科技")
  const content = {
    ...{ title: `核对 ${idCard}`, body: "请看", kindId: await kindNamed("售后问题") },
    ...{ priority: "medium" as const, contactName: "", fileIds: [] },
  }
  const create = (way: WayOut) => doing("梁音", (ctx) => createOrAsk(ctx, client, content, way))
  await expect(create({})).rejects.toMatchObject({ code: "conflict" })
  const made = await create({ outward: "mask" })
  const masked = await pageOf("id" in made ? made.id : 0)
  expect(masked.title).toBe("核对 110****2X")
  await create(asks)
  expect(await release(await newest())).toBe("sent")
  const found = await db().select().from(tickets).where(eq(tickets.title, content.title))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ clientId: client.id })
})

test("a reply that was released after its ticket was closed is not said, and its author hears of it", async () => {
  const other = await aTicket({ client: "远山科技" })
  await doing("安然", async (ctx) =>
    replyOrAsk(ctx, await ticketOf(other), { body: raw, fileIds: [] }, asks),
  )
  const request = await newest()
  await doing("安然", async (ctx) => closeTicket(ctx, await ticketOf(other)))
  expect(await release(request)).toBe("failed")
  const { rows } = await repliesForGuest(guest, await pageOf(other))
  expect(rows.map(({ body }) => body).join("\n")).not.toContain("身份证")
})

test("files that wait for release are opened by their author and who decides, by nobody else", async () => {
  const author = await as("安然")
  const fileId = await engine().write(async ({ db: tx }) => {
    const place = `local:${crypto.randomUUID()}`
    const file = { place, name: "证件.png", type: "image/png", size: 10, sha256: "x" }
    const [row] = await tx
      .insert(files)
      .values({ ...file, ownerId: author.personId, createdAt: new Date() })
      .returning({ id: files.id })
    return row?.id ?? 0
  })
  await doing("安然", async (ctx) =>
    replyOrAsk(ctx, await ticketOf(id), { body: raw, fileIds: [fileId] }, asks),
  )
  const request = await newest()
  const [row] = await db()
    .select()
    .from(people)
    .where(eq(people.id, request.headId ?? 0))
  expect(await seenFile(author, fileId)).not.toBeNull()
  expect(await seenFile(await as("段立"), fileId)).not.toBeNull()
  if (row) expect(await seenFile(await as(row.name), fileId)).not.toBeNull()
  for (const name of ["时雨", "陈晨", "方圆"])
    expect([name, await seenFile(await as(name), fileId)]).toEqual([name, null])
  expect(await seenFile(guest, fileId)).toBeNull()
  expect(canDecide(author, request)).toBe(false)
})
