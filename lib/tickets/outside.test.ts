import { asc, eq, like } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { guestInvitations } from "@/db/schema/guests"
import { deliveries } from "@/db/schema/notifications"
import { files } from "@/db/schema/platform"
import { tickets } from "@/db/schema/tickets"
import { findInvitation } from "@/lib/guests/invitation"
import { revoke } from "@/lib/guests/lasting"
import { openedTo } from "@/lib/guests/looking"
import type { GuestActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import { seenFile } from "@/lib/platform/files/serving"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import { strangersLetters } from "@/lib/platform/letters"
import { allowedTopics, guestTopics } from "@/lib/platform/live-authority"
import { registry } from "@/lib/platform/registry"
import { writeSetting } from "@/lib/platform/settings"
import { as } from "@/tests/personas"
import {
  aGuest,
  aTicket,
  clientNamed,
  doing,
  guestNamed,
  handedIn,
  outside,
  pageOf,
  ticketOf,
} from "@/tests/tickets"
import { beginWithWorld } from "@/tests/world"
import { findDesk, guestHandsIn } from "./desk"
import { showTo } from "./editing"
import { repliesForGuest, ticketsOfGuest } from "./guest-reading"
import { canSee as canSeeTicket } from "./policy"
import { replyAsClient, replyToClient } from "./replying"
import { findPage, guestAnswers, guestWrites, pageSees } from "./ticket-page"

beforeAll(beginWithWorld)

const secret = "客户法务部在查我们的赔付上限"
const say = (id: number, body: string, fileIds: number[] = []) =>
  doing("安然", async (ctx) => replyToClient(ctx, await ticketOf(id), { body, fileIds }))
const note = (id: number, fileIds: number[] = []) =>
  doing("安然", (ctx) => comment(ctx, "ticket", id, secret, fileIds))

/** A file that somebody has sent and that hangs nowhere yet. */
async function aFile(who: number): Promise<number> {
  return engine().write(async ({ db: tx }) => {
    const place = `local:${crypto.randomUUID()}`
    const file = { place, name: "截图.png", type: "image/png", size: 10, sha256: "x" }
    const [row] = await tx
      .insert(files)
      .values({ ...file, ownerId: who, createdAt: new Date() })
      .returning({ id: files.id })
    return row?.id ?? 0
  })
}

const everyGuest = async (): Promise<GuestActor[]> => {
  const rows = await db().select({ id: guestInvitations.id }).from(guestInvitations)
  const found = await Promise.all(rows.map(({ id }) => guestOfInvitation(db(), id)))
  return found.flatMap((guest) => guest ?? [])
}

test("a guest lists exactly the tickets that they may open: their own, and what was opened", async () => {
  const id = await aTicket({ client: "钱塘冷链" })
  await aGuest("安然", `ticket_page:${id}:view`, { name: "雷鸣" })
  const all = await db().select({ id: tickets.id }).from(tickets)
  const pages = await Promise.all(all.map((row) => pageOf(row.id)))
  let seen = 0
  for (const guest of await everyGuest()) {
    const listed = (await ticketsOfGuest(guest)).map((row) => row.id).toSorted()
    const may = pages.filter((page) => pageSees(guest, page)).map((page) => page.id)
    expect(listed, guest.name).toEqual(may.toSorted())
    seen += may.length
  }
  expect(seen).toBeGreaterThan(10)
})

test("a ticket as the company has it is no guest's, whatever they hold", async () => {
  const kind = registry().kinds.get("ticket")
  const rows = await db().select({ id: tickets.id }).from(tickets)
  for (const guest of await everyGuest())
    for (const { id } of rows) {
      const ticket = await ticketOf(id)
      expect(kind?.canSee(guest, ticket)).toBe(false)
      expect(ticket.grants.some(({ principal }) => /^(guest|scope):/.test(principal))).toBe(false)
    }
})

test("who was let in to one ticket reads that one; to write takes more than to read", async () => {
  const [id, other] = [await aTicket(), await aTicket()]
  const reads = await aGuest("安然", `ticket_page:${id}:view`, { name: "甲" })
  const talks = await aGuest("安然", `ticket_page:${id}:talk`, { name: "乙" })
  expect(pageSees(reads, await pageOf(id))).toBe(true)
  expect(pageSees(reads, await pageOf(other))).toBe(false)
  expect(guestWrites(reads, await pageOf(id))).toBe(false)
  expect(guestWrites(talks, await pageOf(id))).toBe(true)
  expect(guestAnswers(talks, await pageOf(id))).toBe(false)
  expect((await openedTo(reads)).map(({ href }) => href)).toEqual([`/g/tickets/${id}`])
})

test("tickets are handed in for the client of the invitation and for no other", async () => {
  const guest = await guestNamed("何以舟")
  const [own, other] = [await clientNamed("远山科技"), await clientNamed("钱塘冷链")]
  const desk = async (id: number) => (await findDesk(db(), id)) ?? Promise.reject(new Error("none"))
  expect(guestHandsIn(guest, await desk(own.id))).toBe(true)
  expect(guestHandsIn(guest, await desk(other.id))).toBe(false)
  const view = registry().kinds.get("client")
  expect(view?.canSee(guest, own)).toBe(false)
})

test("notes are in nothing that a guest gets: not in what they read, nor files, streams, mails", async () => {
  const ran = await aGuest("安然", `ticket_page:${await aTicket()}:talk`, { name: "丙" })
  expect(ran.scopes).toHaveLength(1)
  const client = await clientNamed("远山科技")
  const guest = await aGuest("梁音", `ticket_desk:${client.id}:talk`, {
    ...{ name: "丁", email: "ding@yuanshan.example" },
  })
  const id = await handedIn(guest, { title: "盘点表导不出来" })
  const owner = await doing("安然", async ({ actor }) => actor.personId)
  const [open, inside] = [await aFile(owner), await aFile(owner)]
  await say(id, "已经在看，请看截图。", [open])
  const before = await db().select({ id: events.id }).from(events)
  await note(id, [inside])

  const page = await pageOf(id)
  const read = JSON.stringify([
    await repliesForGuest(guest, page),
    page,
    await ticketsOfGuest(guest),
  ])
  expect(read).toContain("已经在看")
  expect(read).not.toContain(secret)
  expect(await seenFile(guest, open)).not.toBeNull()
  expect(await seenFile(guest, inside)).toBeNull()

  // The stream says nothing of it, and can't be asked to.
  const fresh = (await db().select().from(events)).slice(before.length)
  expect(fresh.map(({ type }) => type)).toContain("ticket.commented")
  const heard = fresh.flatMap(({ topics }) => topics)
  expect(heard.filter((topic) => guestTopics(guest).includes(topic))).toEqual([])
  const asked = [`ticket:${id}`, `ticket_page:${id}`, `home:guest:${guest.guestId}`]
  expect([...(await allowedTopics(guest, asked))]).toEqual([])

  const mails = await db()
    .select()
    .from(deliveries)
    .where(eq(deliveries.address, "ding@yuanshan.example"))
  const news = mails.filter(({ template }) => template === "ticket_news")
  expect(news.map(({ payload }) => JSON.parse(payload).what)).toEqual(["written", "replied"])
  const letters = await Promise.all(
    news.map(({ template, payload }) => strangersLetters().get(template)?.(payload)),
  )
  expect(JSON.stringify(letters)).toContain(`/g/tickets/${id}`)
  expect(JSON.stringify([letters, mails])).not.toContain(secret)
  const spoken = await db().select().from(events).where(like(events.type, "ticket.%"))
  expect(JSON.stringify(spoken)).not.toContain(secret)
})

test("what is said to the client reaches their stream, and theirs reaches whoever has it", async () => {
  const guest = await guestNamed("何以舟")
  const id = await handedIn(guest)
  await say(id, "收到")
  const last = async () => (await db().select().from(events).orderBy(asc(events.id))).at(-1)
  expect((await last())?.topics).toContain(`guest:${guest.guestId}`)
  const words = { body: "谢谢", fileIds: [] }
  await outside(guest, async (ctx) => replyAsClient(ctx, await pageOf(id), words))
  expect((await last())?.topics).toContain(`person:${(await ticketOf(id)).ownerId}`)
})

test("a company that names nobody shows the department alone", async () => {
  const guest = await guestNamed("何以舟")
  const id = await handedIn(guest)
  await say(id, "已经在看")
  const shown = async () => (await repliesForGuest(guest, await pageOf(id))).rows.at(-1)
  expect(await shown()).toMatchObject({ name: "安然", from: "客服部", own: false })
  await doing("段立", async (ctx) => {
    await writeSetting(ctx, "tickets", {
      ...{ answerHigh: 1, answerMedium: 4, answerLow: 8, solveHigh: 8, solveMedium: 24 },
      ...{ solveLow: 40, confirmDays: 5, closeDays: 5, showNames: false },
    })
    ctx.said.push({ type: "settings.changed", recordId: 0, data: { names: ["tickets"] } })
  })
  expect(await shown()).toMatchObject({ name: "客服部", from: "", own: false })
  expect(JSON.stringify(await repliesForGuest(guest, await pageOf(id)))).not.toContain("安然")
})

test("a ticket moves to another guest of the client, and is gone for the one before", async () => {
  const client = await clientNamed("远山科技")
  const [first, second] = [
    await guestNamed("何以舟"),
    await aGuest("梁音", `ticket_desk:${client.id}:talk`, { name: "戊" }),
  ]
  const id = await handedIn(first)
  await doing("安然", async (ctx) => showTo(ctx, await ticketOf(id), second.guestId))
  expect(pageSees(first, await pageOf(id))).toBe(false)
  expect(pageSees(second, await pageOf(id))).toBe(true)
  const stranger = await guestNamed("贺兰")
  const wrong = doing("安然", async (ctx) => showTo(ctx, await ticketOf(id), stranger.guestId))
  await expect(wrong).rejects.toMatchObject({ code: "not_found" })
})

test("an invitation that has ended opens nothing, and its mails aren't written any more", async () => {
  const client = await clientNamed("远山科技")
  const guest = await aGuest("梁音", `ticket_desk:${client.id}:talk`, {
    ...{ name: "己", email: "ji@yuanshan.example" },
  })
  const id = await handedIn(guest)
  const [mail] = (
    await db().select().from(deliveries).where(eq(deliveries.address, "ji@yuanshan.example"))
  ).filter(({ template }) => template === "ticket_news")
  const write = strangersLetters().get("ticket_news")
  expect(await write?.(mail?.payload ?? "")).not.toBeNull()
  await doing("梁音", async (ctx) => {
    const invitation = await findInvitation(ctx.tx, guest.guestId)
    if (invitation) await revoke(ctx, invitation)
  })
  expect(await write?.(mail?.payload ?? "")).toBeNull()
  expect(await guestOfInvitation(db(), guest.guestId)).toBeNull()
  expect(await findPage(db(), id)).not.toBeNull()
})

const again = (more: { by?: string; code?: "on"; client?: string; email?: string } = {}) =>
  clientNamed(more.client ?? "远山科技").then(({ id }) =>
    aGuest(more.by ?? "梁音", `ticket_desk:${id}:talk`, {
      ...{ name: "顾北", email: more.email ?? "gu.bei@yuanshan.example" },
      ...(more.code && { code: more.code }),
    }),
  )
async function ended(guest: GuestActor, by = "梁音") {
  await doing(by, async (ctx) => {
    const found = await findInvitation(ctx.tx, guest.guestId)
    if (found) await revoke(ctx, found)
  })
}
const lists = async (guest: GuestActor) => (await ticketsOfGuest(guest)).map(({ id }) => id)

test("who is invited anew by the same address finds the tickets that they handed in before", async () => {
  const first = await again()
  const id = await handedIn(first, { title: "旧邀请里提的" })
  expect(await lists(await again({ email: "someone@yuanshan.example" }))).not.toContain(id)
  await ended(first)
  const second = await again({ email: "Gu.Bei@yuanshan.example" })
  expect(await lists(second)).toContain(id)
  expect(pageSees(second, await pageOf(id))).toBe(true)
  expect(guestWrites(second, await pageOf(id))).toBe(true)
  expect(pageSees(first, await pageOf(id))).toBe(false)
  // While the one before is in force, each keeps its own; when that ends, they come along.
  const third = await again()
  expect(await lists(third)).not.toContain(id)
  await ended(second)
  expect(await lists(third)).toContain(id)
})

test("another client's window, and an invitation without an address, bring nothing along", async () => {
  const first = await again({ email: "lin@yuanshan.example" })
  const id = await handedIn(first)
  await ended(first)
  const other = await again({ email: "lin@yuanshan.example", client: "惠山精密" })
  expect(await lists(other)).not.toContain(id)
  expect(await lists(await again({ email: "" }))).not.toContain(id)
})

test("a host who doesn't see a ticket can't have it read by a link of theirs: a code proves the address", async () => {
  const first = await again({ email: "zhou@yuanshan.example" })
  const id = await handedIn(first)
  await ended(first)
  // 吕亦凡 works on the client as 梁音 does, and sees nothing of what 客服部 does for it.
  expect(canSeeTicket(await as("吕亦凡"), await ticketOf(id))).toBe(false)
  const sly = await again({ by: "吕亦凡", email: "zhou@yuanshan.example" })
  expect(await lists(sly)).not.toContain(id)
  await ended(sly, "吕亦凡")
  const proved = await again({ by: "吕亦凡", email: "zhou@yuanshan.example", code: "on" })
  expect(await lists(proved)).toContain(id)
})
