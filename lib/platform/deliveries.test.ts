import { eq, type SQL, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { deliveries, notificationPreferences } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { mailForgotten } from "@/lib/people/password-links"
import { createTask } from "@/lib/tasks/creating"
import { startMailServer } from "@/tests/mail-server"
import { actor, aPerson } from "@/tests/people"
import { sendDeliveries } from "./deliveries"
import { attemptsAtMost } from "./delivery-failures"
import { emit } from "./events"
import { startJobs, stopJobs } from "./jobs"
import { mailReady } from "./mail"
import { asHtml } from "./mail-body"
import { settings, writeSetting } from "./settings"
import { lockAway } from "./vault"
import { write, writeAsSystem } from "./write"

let post: Awaited<ReturnType<typeof startMailServer>>
const who = { ann: 0, bob: 0, eve: 0 }

async function useMailServer(host: string): Promise<void> {
  const smtp = {
    host,
    port: post.port,
    secure: false,
    user: "",
    password: "",
    from: "齐步 <qibu@qimu.example>",
  }
  await writeAsSystem("test", async (ctx) => {
    await writeSetting(ctx, "smtp", smtp)
    emit(ctx, { type: "settings.changed", recordId: 0 })
  })
}

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
  await useMailServer("127.0.0.1")
})

afterAll(() => post.stop())

beforeEach(async () => {
  post.box.length = 0
  post.state.verdict = "ok"
  post.state.seen = 0
  await engine().write((tx) => Promise.resolve(tx.db.delete(deliveries)))
})

/** Ann gives somebody a task; the mail about it lies in the outbox. @returns the task's id */
async function assign(ownerId: number, name = "写压测报告"): Promise<number> {
  const ann = await actor(who.ann)
  return write(ann, (ctx) =>
    createTask(Object.assign(ctx, { actor: ann }), {
      name,
      ownerId,
      description: "",
      coworkerIds: [],
      startAt: null,
      dueAt: null,
      priority: "medium",
      departmentId: null,
      sensitivityId: null,
      risk: "",
    }),
  )
}

const outbox = () => db().select().from(deliveries)
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const bodyOf = (raw: string) =>
  raw.replace(/^[A-Za-z0-9+/=\r\n]{60,}$/gm, (part) => Buffer.from(part, "base64").toString("utf8"))
const subjectOf = (subject = "") =>
  subject.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, how: string, part: string) =>
    how.toUpperCase() === "B" ? Buffer.from(part, "base64").toString("utf8") : unquoted(part),
  )
const unquoted = (part: string) =>
  decodeURIComponent(part.replaceAll("_", " ").replaceAll("=", "%"))

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

test("without a mail server mails wait untouched", async () => {
  await useMailServer("")
  await assign(who.bob)
  expect(await mailReady()).toBe(false)
  expect(await sendDeliveries()).toBe(0)
  expect(await outbox()).toMatchObject([{ attempts: 0, sentAt: null, failedAt: null }])
  await useMailServer("127.0.0.1")
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

test("a forgotten password's link arrives with the account it is for", async () => {
  await writeAsSystem("test", (ctx) => mailForgotten(ctx, "eve@qimu.example"))
  expect(await sendDeliveries()).toBe(1)
  const [mail] = post.box
  expect(mail?.to).toEqual(["eve@qimu.example"])
  expect(mail?.raw).toMatch(/http:\/\/localhost:3000\/password\/[\w-]+/)
})
