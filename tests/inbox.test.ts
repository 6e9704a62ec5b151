import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { notificationPreferences } from "@/db/schema/notifications"
import { comments } from "@/db/schema/platform"
import { tasks } from "@/db/schema/tasks"
import { handleAll, readBundle } from "@/lib/notifications/handling"
import type { InboxNarrowed } from "@/lib/notifications/inputs"
import { kindsIn, listInbox, ownOpenBundle } from "@/lib/notifications/queries"
import { unseenSince } from "@/lib/notifications/unseen"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { wantedBy } from "@/lib/platform/notify"
import { write } from "@/lib/platform/write"
import { moveTask } from "@/lib/tasks/progressing"
import { findTask } from "@/lib/tasks/task"
import { actor, aPerson } from "./people"
import { aTask } from "./tasks"

const said = "机房  2 号机\n今晚有备份，要避开"
let head = 0
let owner = 0
let task = 0

/** One change by one person. */
async function by<T>(
  id: number,
  run: (ctx: Ctx & { actor: Awaited<ReturnType<typeof actor>> }) => Promise<T>,
) {
  const person = await actor(id)
  return write(person, (ctx) => run(Object.assign(ctx, { actor: person })))
}

const inboxOf = async (id: number) => {
  const person = await actor(id)
  const both = [await listInbox(person, "open", true), await listInbox(person, "open", false)]
  return both.flatMap(({ bundles }) => bundles)
}

beforeAll(async () => {
  await migrate()
  head = await aPerson("Q016")
  owner = await aPerson("Q103", { department: "研发部" })
  task = await by(head, (ctx) => aTask(ctx, owner))
  await by(head, (ctx) => comment(ctx, "task", task, said))
})

test("the inbox says how a comment begins, and the event knows only its number", async () => {
  const [bundle] = await inboxOf(owner)
  expect(bundle?.items[0]).toMatchObject({ body: "机房 2 号机 今晚有备份，要避开", name: "Q016" })
  expect(bundle?.items[1]).not.toHaveProperty("body")
  const stored = await db().select().from(events).where(eq(events.type, "task.commented"))
  expect(JSON.stringify(stored)).not.toContain("备份")
})

test("what one hasn't looked at begins with the first thing one was told of, until one looks", async () => {
  const [created] = await db().select().from(events).where(eq(events.type, "task.created"))
  expect(await unseenSince(owner, "task", task)).toBe(created?.id)
  expect(await unseenSince(head, "task", task)).toBeNull()
  await by(owner, (ctx) => readBundle(ctx, "task", task))
  expect(await unseenSince(owner, "task", task)).toBeNull()

  await by(head, async (ctx) => {
    const found = await findTask(ctx.tx, task)
    if (found) await moveTask(ctx, found, "done")
  })
  const [done] = await db().select().from(events).where(eq(events.type, "task.completed"))
  expect(await unseenSince(owner, "task", task)).toBe(done?.id)
})

test("a bundle opens for nobody else", async () => {
  const [bundle] = await inboxOf(owner)
  expect(await ownOpenBundle(await actor(owner), bundle?.id ?? 0)).toMatchObject({ recordId: task })
  expect(await ownOpenBundle(await actor(head), bundle?.id ?? 0)).toBeNull()
})

test("a withdrawn comment is quoted no longer", async () => {
  await engine().write(async ({ db: tx }) => tx.update(comments).set({ state: "withdrawn" }))
  const [bundle] = await inboxOf(owner)
  expect(bundle?.items.find(({ type }) => type === "task.commented")).toMatchObject({ body: null })
})

test("of a record that somebody may no longer see, the inbox says nothing", async () => {
  await engine().write(async ({ db: tx }) =>
    tx.update(tasks).set({ ownerId: head }).where(eq(tasks.id, task)),
  )
  expect(await inboxOf(owner)).toEqual([])
})

test("a list is narrowed to a kind and to what is unread, and all of it is that and no more", async () => {
  const reader = await aPerson("Q104", { department: "研发部" })
  const person = await actor(reader)
  const [fresh, seen] = await by(head, async (ctx) => [
    await aTask(ctx, reader, "没看过的"),
    await aTask(ctx, reader, "看过的"),
  ])
  await by(reader, (ctx) => readBundle(ctx, "task", seen ?? 0))
  const shown = async (only: InboxNarrowed) => {
    const parts = [true, false].map((needs) => listInbox(person, "open", needs, null, only))
    return (await Promise.all(parts)).flatMap(({ bundles }) => bundles.map((it) => it.recordId))
  }
  expect(await kindsIn(person, "open")).toEqual(["task"])
  expect((await shown({ kind: "task" })).toSorted()).toEqual([fresh, seen].toSorted())
  expect(await shown({ kind: "meeting" })).toEqual([])
  expect(await shown({ unread: "yes" })).toEqual([fresh])
  await by(reader, (ctx) => handleAll(ctx, { kind: "meeting" }))
  expect(await shown({})).toHaveLength(2)
  await by(reader, (ctx) => handleAll(ctx, { kind: "task", unread: "yes" }))
  expect(await shown({})).toEqual([seen])
})

test("who doesn't want to hear of a kind of thing hears of the others, and of what the company has fixed", async () => {
  const reader = await aPerson("Q105", { department: "研发部" })
  const off = ["tasks.assigned", "messages.urgent"].map((category) => ({
    ...{ personId: reader, category, channel: "portal" as const, wanted: false },
  }))
  await engine().write(({ db: tx }) => tx.insert(notificationPreferences).values(off))
  const id = await by(head, (ctx) => aTask(ctx, reader, "不想听说的"))
  expect(await inboxOf(reader)).toEqual([])
  await by(head, (ctx) => comment(ctx, "task", id, "这句要听到"))
  const [bundle] = await inboxOf(reader)
  expect(bundle?.items.map(({ type }) => type)).toEqual(["task.commented"])
  expect(await wantedBy(db(), reader, "messages.urgent")).toMatchObject({ portal: true })
})
