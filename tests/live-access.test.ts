import { eq } from "drizzle-orm"
import { afterEach, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { people, sessions } from "@/db/schema/people"
import { handle, readBundle } from "@/lib/notifications/handling"
import { listInbox } from "@/lib/notifications/queries"
import { disablePerson, enablePerson } from "@/lib/people/disabling"
import { setLevel } from "@/lib/people/levels"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { endAll } from "@/lib/platform/live"
import { guardStreams } from "@/lib/platform/live-authority"
import { changeTopics, openStream } from "@/lib/platform/live-response"
import { organisationChanged } from "@/lib/platform/organisation"
import { endSessions, openSession } from "@/lib/platform/session"
import { actorOfSession, signedInByToken } from "@/lib/platform/session-row"
import { write, writeAsSystem } from "@/lib/platform/write"
import { editTask } from "@/lib/tasks/editing"
import { canCreate, canEdit } from "@/lib/tasks/policy"
import { findTask } from "@/lib/tasks/task"
import { aPerson } from "./people"
import { type Heard, hearStream, streamId } from "./sse"
import { aTask } from "./tasks"

let ann = 0
let bob = 0
beforeAll(async () => {
  await migrate()
  guardStreams()
  ann = await aPerson("ann", { department: "研发部" })
  bob = await aPerson("bob", { department: "财务部" })
})
afterEach(endAll)

const soon = { timeout: 1_000, interval: 10 }

async function signIn(personId: number) {
  const { token, sessionId } = await writeAsSystem("test", (ctx) =>
    openSession(ctx, personId, "password"),
  )
  const actor = await actorOfSession(sessionId)
  if (typeof actor === "string") throw new Error(`not signed in: ${actor}`)
  return { token, sessionId, actor }
}

interface Page {
  actor: PersonActor
  heard: Heard
  body: ReadableStream<Uint8Array> | null
}

/** An open page of somebody's, listening to topics. */
async function openPage(actor: PersonActor, topics: string[], since?: string): Promise<Page> {
  const { body } = await openStream(actor, new AbortController().signal)
  const heard = hearStream(body)
  await expect.poll(() => heard.events.length, soon).toBe(1)
  await changeTopics(actor, { stream: streamId(heard), add: topics, remove: [], since })
  return { actor, heard, body }
}

const last = (heard: Heard) => heard.events.at(-1)
const taskBy = (actor: PersonActor, name?: string) =>
  write(actor, (ctx) => aTask(Object.assign(ctx, { actor }), actor.personId, name))

test("who is signed out elsewhere loses the open page within a second, and the next request", async () => {
  const { token, sessionId, actor } = await signIn(ann)
  const { heard } = await openPage(actor, [`person:${ann}`])
  await writeAsSystem("test", async (ctx) => {
    const ended = await endSessions(ctx, ann, { only: sessionId })
    emit(ctx, { type: "person.signed_out", recordId: ann, data: { personIds: [ann], ended } })
  })
  await expect.poll(() => last(heard)?.event, soon).toBe("end")
  expect(last(heard)?.data).toEqual({ reason: "signed_out" })
  await expect.poll(() => heard.ended, soon).not.toBeNull()
  expect(await signedInByToken(token)).toBe("signed_out")
})

test("a leaver's page ends within a second, and the old cookie never works again", async () => {
  const { token, actor } = await signIn(bob)
  const { heard } = await openPage(actor, [])
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: bob }))
  await expect.poll(() => last(heard)?.data, soon).toEqual({ reason: "disabled" })
  expect(await signedInByToken(token)).toBe("disabled")
  await writeAsSystem("test", (ctx) => enablePerson(ctx, { id: bob }))
  expect(await signedInByToken(token)).toBe("signed_out")
})

test("a session that wasn't used for thirty days is over, also for its open page", async () => {
  const { token, sessionId, actor } = await signIn(ann)
  const { heard } = await openPage(actor, [`person:${ann}`])
  await writeAsSystem("test", (ctx) =>
    ctx.tx
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(sessions.id, sessionId)),
  )
  expect(await signedInByToken(token)).toBe("expired")
  await writeAsSystem("test", async (ctx) =>
    emit(ctx, { type: "person.signed_out", recordId: ann, data: { personIds: [ann] } }),
  )
  await expect.poll(() => last(heard)?.data, soon).toEqual({ reason: "expired" })
})

test("a level that was lowered is seen by the very next request", async () => {
  const { sessionId, actor } = await signIn(ann)
  expect(canCreate(actor)).toBe(true)
  const [row] = await db().select().from(people).where(eq(people.id, ann))
  if (!row) throw new Error("ann works here")
  await writeAsSystem("test", (ctx) => setLevel(ctx, row, "view"))
  const next = await actorOfSession(sessionId)
  expect(typeof next === "string" ? next : canCreate(next)).toBe(false)
  await writeAsSystem("test", (ctx) => setLevel(ctx, { ...row, level: "view" }, "edit"))
})

const move = async (ctx: Ctx, personId: number, departmentId: number) => {
  await ctx.tx.update(people).set({ departmentId }).where(eq(people.id, personId))
  await organisationChanged(ctx)
  emit(ctx, { type: "person.duties", recordId: personId, data: { personIds: [personId] } })
}

test("who changes department loses the old one's records, in open pages too", async () => {
  const [{ departmentId: finance = 0 } = {}] = await db()
    .select()
    .from(people)
    .where(eq(people.id, bob))
  const owner = (await signIn(await aPerson("cai", { department: "财务部" }))).actor
  const id = await taskBy(owner, "对账")
  await write(owner, async (ctx) => {
    const task = await findTask(ctx.tx, id)
    if (task)
      await editTask(Object.assign(ctx, { actor: owner }), task, 1, { departmentId: finance })
  })
  const { sessionId, actor } = await signIn(bob)
  const topics = [`task:${id}`, `home:department:${finance}`, `person:${bob}`]
  const { heard } = await openPage(actor, topics)
  const [{ departmentId: other = 0 } = {}] = await db()
    .select()
    .from(people)
    .where(eq(people.id, ann))
  await writeAsSystem("test", (ctx) => move(ctx, bob, other))
  const lost = () =>
    heard.events.flatMap(({ event, data }) => (event === "lost" ? [data.topic] : []))
  await expect.poll(lost, soon).toEqual(topics.slice(0, 2))
  const next = await actorOfSession(sessionId)
  const task = await findTask(db(), id)
  expect(task && typeof next !== "string" && canEdit(next, task)).toBe(false)
  await writeAsSystem("test", (ctx) => move(ctx, bob, finance))
})

test("nobody listens to what isn't theirs", async () => {
  const owner = (await signIn(bob)).actor
  const id = await taskBy(owner)
  const { actor } = await signIn(ann)
  const { heard } = await openPage(actor, [])
  const foreign = [
    `person:${bob}`,
    `task:${id}`,
    `home:person:${bob}`,
    "home:department:999",
    "task:0",
    "task:NaN",
    `task:${id}:x`,
    "settings:1",
    "constructor:1",
    "",
  ]
  const answer = await changeTopics(actor, { stream: streamId(heard), add: foreign, remove: [] })
  expect(answer?.refused).toEqual(foreign)
  const before = heard.events.length
  await write(owner, async (ctx) => emit(ctx, { type: "task.commented", recordId: id, data: {} }))
  await taskBy(actor, "自己的事")
  expect(heard.events.length).toBe(before)
})

test("somebody else's stream can't be told what to listen to", async () => {
  const { heard } = await openPage((await signIn(ann)).actor, [])
  const asked = { stream: streamId(heard), add: [`person:${bob}`], remove: [] }
  expect(await changeTopics((await signIn(bob)).actor, asked)).toBe(null)
  expect(await changeTopics((await signIn(ann)).actor, asked)).toBe(null)
})

test("who comes back hears exactly what was missed", async () => {
  const { actor } = await signIn(ann)
  const first = await openPage(actor, [`person:${ann}`])
  await taskBy(actor, "看到的")
  await expect.poll(() => last(first.heard)?.event, soon).toBe("change")
  const cursor = last(first.heard)?.id
  endAll()
  const id = await taskBy(actor, "错过的")
  const { heard } = await openPage(actor, [`person:${ann}`, `task:${id}`], cursor)
  await expect
    .poll(() => last(heard)?.data.topics, soon)
    .toEqual(expect.arrayContaining([`task:${id}`]))
  const again = await openPage(actor, [`person:${ann}`], last(heard)?.id)
  await taskBy(actor, "之后的")
  await expect.poll(() => last(again.heard)?.event, soon).toBe("change")
})

test("what happens while a page is on its way to the browser is told when it listens", async () => {
  const { token, actor } = await signIn(ann)
  const id = await taskBy(actor, "页面还在路上")
  const page = await signedInByToken(token)
  if (typeof page === "string") throw new Error(page)
  await write(actor, async (ctx) => emit(ctx, { type: "task.started", recordId: id }))
  const { heard } = await openPage(actor, [`task:${id}`], page.asOf)
  await expect.poll(() => last(heard)?.event, soon).toBe("change")
  expect(JSON.stringify(last(heard)?.data)).toContain(`task:${id}`)
  // Another page that listens to something else doesn't make this one read again.
  const events = heard.events.length
  const other = { stream: streamId(heard), add: [`person:${ann}`], remove: [] }
  await changeTopics(actor, { ...other, since: page.asOf, fresh: [`person:${ann}`] })
  expect(JSON.stringify(heard.events.slice(events))).not.toContain(`task:${id}`)
})

test("who doesn't read is dropped, and nobody else notices", async () => {
  const { actor } = await signIn(ann)
  const frozen = await openStream(actor, new AbortController().signal)
  const reader = frozen.body?.getReader()
  const hello = new TextDecoder().decode((await reader?.read())?.value)
  const [, id = ""] = /"stream":"([^"]+)"/.exec(hello) ?? []
  await changeTopics(actor, { stream: id, add: [`person:${ann}`], remove: [] })
  const { heard } = await openPage(actor, [`person:${ann}`])
  for (let turn = 0; turn < 300; turn++)
    await writeAsSystem("test", async (ctx) =>
      emit(ctx, { type: "person.preferences", recordId: ann }),
    )
  const changes = () => heard.events.filter(({ event }) => event === "change").length
  await expect.poll(changes, { ...soon, timeout: 10_000 }).toBe(300)
  await expect(reader?.read()).rejects.toThrow("too far behind")
  expect(heard.ended).toBe(null)
})

test("what is dealt with in an inbox is heard on all pages of its person, and on nobody else's", async () => {
  const { actor } = await signIn(ann)
  const other = await signIn(bob)
  const topics = [`inbox:${ann}`]
  const [desk, phone] = [await openPage(actor, topics), await openPage(actor, topics)]
  const stranger = await openPage(other.actor, topics)
  await write(other.actor, (ctx) =>
    aTask(Object.assign(ctx, { actor: other.actor }), ann, "给安的任务"),
  )
  const [bundle] = (await listInbox(actor, "open", true)).bundles
  if (!bundle) throw new Error("nothing lies in the inbox")
  const read = () => write(actor, (ctx) => readBundle({ ...ctx, actor }, "task", bundle.recordId))
  await read()
  for (const { heard } of [desk, phone])
    await expect.poll(() => last(heard)?.data, soon).toEqual({ topics })
  const told = desk.heard.events.length
  // Read already: nothing changes, and nobody is told.
  await read()
  await write(actor, (ctx) => handle(ctx, bundle, "done", new Date()))
  await expect.poll(() => phone.heard.events.length, soon).toBe(told + 1)
  expect(desk.heard.events.length).toBe(told + 1)
  expect(stranger.heard.events.map(({ event }) => event)).toEqual(["hello"])
})
