import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { count, eq, isNotNull, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { clocks, messages } from "@/db/schema/messages"
import { bundles } from "@/db/schema/notifications"
import { instantOf } from "@/lib/calendar/zones"
import { openClocks } from "@/lib/messages/clock-opening"
import { sweepClocks } from "@/lib/messages/clock-sweep"
import { writeAsSystem } from "@/lib/platform/write"
import { aGroup, heads } from "../clocks"
import { aPerson } from "../people"

/** Messages that all become due at once: several batches of a sweep. */
const many = 120
const monday = (clock: string) => instantOf("Asia/Shanghai", "2026-11-23", clock)

const who = { ann: 0, bob: 0, head: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  who.ann = await aPerson("ann")
  who.bob = await aPerson("bob", { department: "后端组" })
  who.head = await aPerson("head", { department: "后端组" })
  await heads("后端组", who.head)
  group = await aGroup({ members: [who.ann, who.bob] })
})

let seq = 0
beforeEach(async () => {
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.delete(clocks)
    ctx.said.push({ type: "group.changed", recordId: group })
  })
  await writeAsSystem(
    "test",
    async (ctx) => {
      const at = monday("10:00")
      const said = Array.from({ length: many }, () => {
        seq += 1
        return { groupId: group, seq, authorId: who.ann, at, body: `第 ${seq} 句` }
      })
      const rows = await ctx.tx.insert(messages).values(said).returning({ id: messages.id })
      for (const { id } of rows)
        await openClocks(ctx, {
          group: { id: group, kind: "project" },
          message: { id, groupId: group, authorId: who.ann, urgency: "ordinary", at },
          asked: [who.bob],
        })
      ctx.said.push({ type: "group.changed", recordId: group })
    },
    { now: monday("10:00") },
  )
})

/** How often each was said, of the clocks that there are. */
async function times(type: string) {
  const record = type === "clock.escalated" ? clocks.id : clocks.messageId
  const rows = await db()
    .select({ id: clocks.id, said: count(events.id) })
    .from(clocks)
    .leftJoin(events, sql`${events.recordId} = ${record} and ${events.type} = ${type}`)
    .groupBy(clocks.id)
  return Map.groupBy(rows, ({ said }) => said)
}

async function expectOnce() {
  expect([...(await times("message.reminded")).keys()]).toEqual([1])
  expect([...(await times("clock.escalated")).keys()]).toEqual([1])
  const told = await db().select().from(bundles).where(eq(bundles.kind, "clock"))
  const now = new Set((await db().select({ id: clocks.id }).from(clocks)).map(({ id }) => id))
  const here = told.filter(({ recordId }) => now.has(recordId))
  expect(here).toHaveLength(many)
  expect(here.every(({ unread, personId }) => unread === 1 && personId === who.head)).toBe(true)
}

const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill("SIGKILL")
})

async function sweeping() {
  const args = ["--import", "./scripts/alias.mjs", "tests/processes/sweeping-process.ts"]
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  running.push(child)
  await once(child, "message")
  return child
}

test("two sweeps at once remind and escalate once", { timeout: 60_000 }, async () => {
  await Promise.all([1, 2, 3].map(() => sweepClocks(monday("12:00"))))
  await expectOnce()
})

test("so do two processes", { timeout: 60_000 }, async () => {
  const both = await Promise.all([sweeping(), sweeping()])
  for (const child of both) child.send(monday("12:00").toISOString())
  await Promise.all(both.map((child) => once(child, "message")))
  await expectOnce()
})

test("one that is killed in the middle has told of what it marked, and the next goes on", {
  timeout: 60_000,
}, async () => {
  const child = await sweeping()
  child.send(monday("12:00").toISOString())
  const marked = async () =>
    (await db().select({ id: clocks.id }).from(clocks).where(isNotNull(clocks.remindedAt)).limit(1))
      .length
  await expect.poll(marked, { interval: 1, timeout: 10_000 }).toBe(1)
  child.kill("SIGKILL")
  await once(child, "close")
  const before = await times("message.reminded")
  expect([...before.keys()].toSorted()).toEqual([0, 1])
  expect(before.get(1)?.length).toBeLessThan(many)
  const noted = await db().select().from(clocks).where(isNotNull(clocks.remindedAt))
  expect(new Set(before.get(1)?.map(({ id }) => id))).toEqual(new Set(noted.map(({ id }) => id)))
  await sweepClocks(monday("12:00"))
  await expectOnce()
})
