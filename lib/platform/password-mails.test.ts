import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { deliveries } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { mailForgotten } from "@/lib/people/password-links"
import { bodyOf, useMailServer } from "@/tests/company-mail"
import { startMailServer } from "@/tests/mail-server"
import { aPerson } from "@/tests/people"
import { sendDeliveries } from "./deliveries"
import { lockAway } from "./vault"
import { writeAsSystem } from "./write"

let post: Awaited<ReturnType<typeof startMailServer>>
const who = { bob: 0 }

beforeAll(async () => {
  await migrate()
  post = await startMailServer()
  who.bob = await aPerson("bob")
  await useMailServer("127.0.0.1", post.port)
})

afterAll(() => post.stop())

beforeEach(async () => {
  post.box.length = 0
  await engine().write((tx) => Promise.resolve(tx.db.delete(deliveries)))
})

const outbox = () => db().select().from(deliveries)
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function putLink(
  personId: number,
  expiresAt: Date,
  more: { address?: string; key?: string } = {},
) {
  const { address = "bob@qimu.example", key = `link:${personId}` } = more
  const url = "http://portal.qimu.example/password/tok3n"
  const payload = lockAway(JSON.stringify({ url, reason: "forgotten", expiresAt }))
  const row = {
    key,
    channel: "email" as const,
    personId,
    address,
    template: "password_link",
    payload,
    dueAt: new Date(),
  }
  await engine().write((tx) => Promise.resolve(tx.db.insert(deliveries).values(row)))
}

test("a password link is locked away until it leaves, and gone from the database afterwards", async () => {
  await putLink(who.bob, later(60))
  expect((await outbox())[0]?.payload).not.toContain("tok3n")
  await sendDeliveries()
  expect(bodyOf(post.box[0]?.raw ?? "")).toContain("http://portal.qimu.example/password/tok3n")
  expect((await outbox())[0]?.payload).toBe("")
})

test("a password link that no longer works is not sent", async () => {
  await putLink(who.bob, later(-1))
  await sendDeliveries()
  expect(post.box).toEqual([])
  expect(await outbox()).toMatchObject([{ lastError: "dropped", payload: "" }])
})

test("who has left gets no mail", async () => {
  const gone = await aPerson("gone")
  await putLink(gone, later(60))
  await engine().write((tx) =>
    Promise.resolve(
      tx.db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone)),
    ),
  )
  await sendDeliveries()
  expect(post.box).toEqual([])
})

test("an address that names two people or a header is refused", async () => {
  for (const address of [
    "bob@qimu.example, boss@rival.example",
    "bob@qimu.example\r\nBcc: x@y.example",
    "nobody",
  ]) {
    const key = `wrong:${address}`
    await putLink(who.bob, later(60), { address, key })
    await sendDeliveries()
    const [row] = await db().select().from(deliveries).where(eq(deliveries.key, key))
    expect(row?.failedAt).not.toBeNull()
  }
  expect(post.box).toEqual([])
})

test("a forgotten password's link arrives with the account it is for", async () => {
  await writeAsSystem("test", (ctx) => mailForgotten(ctx, "bob@qimu.example"))
  expect(await sendDeliveries()).toBe(1)
  const [mail] = post.box
  expect(mail?.to).toEqual(["bob@qimu.example"])
  expect(mail?.raw).toMatch(/http:\/\/localhost:3000\/password\/[\w-]+/)
})
