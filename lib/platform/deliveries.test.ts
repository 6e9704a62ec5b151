import { eq, type SQL, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { deliveries, notificationPreferences } from "@/db/schema/notifications"
import { tasks } from "@/db/schema/tasks"
import { bodyOf, subjectOf, useMailServer } from "@/tests/company-mail"
import { startMailServer } from "@/tests/mail-server"
import { actor, aPerson } from "@/tests/people"
import { aTask } from "@/tests/tasks"
import { sendDeliveries } from "./deliveries"
import { attemptsAtMost } from "./delivery-failures"
import { startJobs, stopJobs } from "./jobs"
import { mailReady } from "./mail"
import { asHtml } from "./mail-body"
import { settings } from "./settings"
import { write } from "./write"

let post: Awaited<ReturnType<typeof startMailServer>>
const who = { ann: 0, bob: 0, eve: 0 }

beforeAll(async () => {
  await migrate()
  post = await startMailServer()
  who.ann = await aPerson("ann", { name: "安宁" })
  who.bob = await aPerson("bob", { name: "薄林", locale: "zh" })
  who.eve = await aPerson("eve", { name: "Eve", locale: "en" })
  const wanted = [who.bob, who.eve].map((personId) => ({
    personId,
    category: "tasks.assigned",
    channel: "email" as const,
    wanted: true,
  }))
  await engine().write((tx) => tx.db.insert(notificationPreferences).values(wanted))
  await useMailServer("127.0.0.1", post.port)
})

afterAll(() => post.stop())

beforeEach(async () => {
  post.box.length = 0
  post.state.verdict = "ok"
  post.state.seen = 0
  await engine().write((tx) => Promise.resolve(tx.db.delete(deliveries)))
})

/** Ann gives somebody a task; the mail about it lies in the outbox. @returns the task's id */
async function assign(ownerId: number, name?: string): Promise<number> {
  const ann = await actor(who.ann)
  return write(ann, (ctx) => aTask(Object.assign(ctx, { actor: ann }), ownerId, name))
}

const outbox = () => db().select().from(deliveries)
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
test("a mail leaves once, to the person, with a link to the record", async () => {
  const task = await assign(who.bob)
  expect(await sendDeliveries()).toBe(1)
  expect(await sendDeliveries()).toBe(0)
  expect(post.box).toHaveLength(1)
  const [mail] = post.box
  expect(mail?.to).toEqual(["bob@qimu.example"])
  expect(subjectOf(mail?.headers.get("subject"))).toBe("写压测报告")
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated")
  expect(bodyOf(mail?.raw ?? "")).toContain(`http://localhost:3000/tasks/${task}`)
  expect(await outbox()).toMatchObject([{ attempts: 1, failedAt: null, lastError: null }])
})

test("the mail is in the reader's language", async () => {
  await assign(who.bob)
  await assign(who.eve)
  await sendDeliveries()
  const [bob, eve] = post.box
  expect(bob?.headers.get("content-language")).toBe("zh-CN")
  expect(bodyOf(bob?.raw ?? "")).toContain("在齐步中打开")
  expect(eve?.headers.get("content-language")).toBe("en")
  expect(eve?.raw).toContain("Open in Qibu")
})

test("a server that says not now is asked again later, with the same Message-ID", async () => {
  await assign(who.bob)
  post.state.verdict = 451
  expect(await sendDeliveries()).toBe(0)
  expect(await outbox()).toMatchObject([{ attempts: 1, sentAt: null, failedAt: null }])
  post.state.verdict = "ok"
  expect(await sendDeliveries()).toBe(0)
  expect(await sendDeliveries(later(2))).toBe(1)
  expect(post.box).toHaveLength(1)
})

test("pauses grow, and after the eighth attempt a mail is given up", async () => {
  await assign(who.bob)
  post.state.verdict = 451
  let at = new Date()
  const pauses: number[] = []
  for (let attempt = 1; attempt <= attemptsAtMost; attempt++) {
    await sendDeliveries(at)
    const [row] = await outbox()
    expect(row?.attempts).toBe(attempt)
    if (row?.failedAt) break
    pauses.push((row?.dueAt.getTime() ?? 0) - at.getTime())
    at = row?.dueAt ?? at
  }
  expect(pauses).toHaveLength(7)
  expect(pauses).toEqual([...new Set(pauses)].sort((a, b) => a - b))
  expect((await outbox())[0]?.failedAt).not.toBeNull()
  const asked = post.state.seen
  await sendDeliveries(new Date(at.getTime() + 30 * 24 * 3_600_000))
  expect(post.state.seen).toBe(asked)
})

test("a mail refused for good is not tried again", async () => {
  await assign(who.bob)
  post.state.verdict = 550
  await sendDeliveries()
  expect(await outbox()).toMatchObject([{ attempts: 1, sentAt: null, failedAt: expect.any(Date) }])
  expect(post.state.seen).toBe(1)
})

test("a mail sent again after a crash is known by its Message-ID", async () => {
  await assign(who.bob)
  await sendDeliveries()
  // Killed between the server's yes and the mark: the row is as it was before.
  await engine().write((tx) => Promise.resolve(tx.db.update(deliveries).set({ sentAt: null })))
  await sendDeliveries()
  const ids = post.box.map((mail) => mail.headers.get("message-id"))
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

/** A database that takes new mails but no note that one has left. */
const noNotes = onPostgres
  ? sql`alter table deliveries add constraint no_notes check (sent_at is null)`
  : sql`create trigger no_notes before update on deliveries begin select raise(abort, 'no notes'); end`
const notesAgain = onPostgres
  ? sql`alter table deliveries drop constraint no_notes`
  : sql`drop trigger no_notes`
const state = (statement: SQL) => engine().write((tx) => engine().run(tx.db, statement))

test("a mail that left while the database took no notes is not sent again", async () => {
  await assign(who.bob)
  await state(noNotes)
  await expect(sendDeliveries()).rejects.toThrow()
  await state(notesAgain)
  expect(post.box).toHaveLength(1)
  expect(await sendDeliveries()).toBe(1)
  expect(post.box).toHaveLength(1)
  expect((await outbox())[0]?.sentAt).not.toBeNull()
})

test("who may no longer see the record by then gets no mail about it", async () => {
  const task = await assign(who.bob)
  await engine().write((tx) =>
    Promise.resolve(tx.db.update(tasks).set({ ownerId: who.eve }).where(eq(tasks.id, task))),
  )
  expect(await sendDeliveries()).toBe(0)
  expect(post.box).toEqual([])
  expect(await outbox()).toMatchObject([{ lastError: "dropped", sentAt: null }])
})

test("nothing in a title can become a header", async () => {
  await assign(who.bob, "报告\r\nBcc: boss@rival.example\r\n\r\n<script>")
  await sendDeliveries()
  const [mail] = post.box
  expect(mail?.to).toEqual(["bob@qimu.example"])
  expect([...(mail?.headers.keys() ?? [])]).not.toContain("bcc")
  expect(subjectOf(mail?.headers.get("subject"))).toBe("报告 Bcc: boss@rival.example <script>")
  const letter = { subject: "", paragraphs: ["<script>alert(1)</script>"] }
  expect(asHtml(letter, "zh", "<b>")).not.toMatch(/<script|<b>/)
})

test("without a mail server mails wait untouched", async () => {
  await useMailServer("", post.port)
  await assign(who.bob)
  expect(await mailReady()).toBe(false)
  expect(await sendDeliveries()).toBe(0)
  expect(await outbox()).toMatchObject([{ attempts: 0, sentAt: null, failedAt: null }])
  await useMailServer("127.0.0.1", post.port)
  expect(await mailReady()).toBe(true)
  expect((await settings()).smtp.host).toBe("127.0.0.1")
  expect(await sendDeliveries()).toBe(1)
})

test("a commit that puts a mail into the outbox sends it at once", async () => {
  startJobs([
    { name: "platform.deliveries", every: 3_000, run: async () => void (await sendDeliveries()) },
  ])
  await assign(who.bob)
  await expect.poll(() => post.box.length).toBe(1)
  await stopJobs()
})
