import { eq } from "drizzle-orm"
import { afterEach, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { counters, idempotency, leases, rateLimits } from "@/db/schema/platform"
import { aPerson } from "@/tests/people"
import { bringBack, expireAnswers, expireRateLimits } from "./expiring"
import { jobPlaces, wakeJob } from "./job-running"
import { isDue, noteRun } from "./job-times"
import { startJobs, stopJobs } from "./jobs"
import { giveLeasesBack, leaseMs, takeLease } from "./lease"
import { hub, open } from "./live"
import type { Job } from "./module"

beforeAll(async () => {
  await migrate()
})

afterEach(async () => {
  await stopJobs()
  globalThis.__qibuJobs = undefined
})

/** As another process: same database, another name, nothing in memory. */
async function elsewhere<T>(run: () => Promise<T>): Promise<T> {
  const mine = { name: globalThis.__qibuProcess, leases: globalThis.__qibuLeases }
  globalThis.__qibuProcess = "another"
  globalThis.__qibuLeases = undefined
  try {
    return await run()
  } finally {
    globalThis.__qibuProcess = mine.name
    globalThis.__qibuLeases = mine.leases
  }
}

/** A job whose runs the test lets end one by one. */
function slowJob(name: string) {
  const ends: (() => void)[] = []
  const job: Job = { name, every: 1000, run: () => new Promise((done) => ends.push(done)) }
  return { job, ends }
}

test("work has one holder, until it gives it back or falls silent", async () => {
  expect(await takeLease("work")).toBe(true)
  expect(await takeLease("work")).toBe(true)
  expect(await elsewhere(() => takeLease("work"))).toBe(false)
  expect(await elsewhere(() => takeLease("work", Date.now() + leaseMs + 1000))).toBe(true)
  expect(await takeLease("work", Date.now() + leaseMs)).toBe(false)
})

test("a stopped process leaves its work to the others at once", async () => {
  await takeLease("handed over")
  await giveLeasesBack()
  expect(await elsewhere(() => takeLease("handed over"))).toBe(true)
})

test("a job never runs twice at a time, and runs again when it was asked for meanwhile", async () => {
  const { job, ends } = slowJob("slow")
  startJobs([job])
  await expect.poll(() => ends.length).toBe(1)
  wakeJob("slow")
  wakeJob("slow")
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.()
  await expect.poll(() => jobPlaces()[0]?.running ?? null).toBeNull()
  expect(ends).toHaveLength(2)
})

test("a job that another process has is left alone", async () => {
  await elsewhere(() => takeLease("theirs"))
  let runs = 0
  startJobs([{ name: "theirs", every: 1000, run: async () => void runs++ }])
  await expect.poll(() => jobPlaces()[0]?.running ?? null).toBeNull()
  expect(runs).toBe(0)
})

test("a job that fails is marked, and the others go on", async () => {
  let runs = 0
  startJobs([
    { name: "broken", every: 1000, run: () => Promise.reject(new Error("no")) },
    { name: "sound", every: 1000, run: async () => void runs++ },
  ])
  await expect.poll(() => jobPlaces().map((place) => place.failed)).toEqual([true, false])
  await expect.poll(() => runs).toBe(1)
})

test("stopping waits for the run under way and starts no other", async () => {
  const { job, ends } = slowJob("ending")
  startJobs([job])
  await expect.poll(() => ends.length).toBe(1)
  const stopped = stopJobs()
  wakeJob("ending")
  ends[0]?.()
  await stopped
  expect(ends).toHaveLength(1)
  expect(await db().select().from(leases).where(eq(leases.name, "ending"))).toEqual([])
})

test("daily work runs once after its time, also when the portal was down then", async () => {
  const daily: Job = { name: "daily", at: "0 3 * * *", run: async () => {} }
  const shanghai = (day: number, hour: number) => new Date(Date.UTC(2026, 4, day, hour - 8))
  expect(await isDue(daily, shanghai(10, 12))).toBe(false)
  expect(await isDue(daily, shanghai(11, 2))).toBe(false)
  expect(await isDue(daily, shanghai(11, 9))).toBe(true)
  await noteRun(daily, shanghai(11, 9))
  expect(await isDue(daily, shanghai(11, 23))).toBe(false)
  expect(await isDue(daily, shanghai(12, 3.5))).toBe(true)
})

test("hourly work isn't repeated by a restart", async () => {
  const hourly: Job = { name: "hourly", every: 3600, run: async () => {} }
  expect(await isDue(hourly)).toBe(true)
  await noteRun(hourly)
  expect(await isDue(hourly)).toBe(false)
  expect(await isDue(hourly, new Date(Date.now() + 3_600_000))).toBe(true)
  expect(await db().select().from(counters).where(eq(counters.name, "job:hourly"))).toHaveLength(1)
})

test("counters whose time has passed go, more than a batch of them; others stay", async () => {
  const now = new Date()
  const rows = Array.from({ length: 1203 }, (_, i) => ({
    key: `limit:${i}`,
    count: 1,
    resetsAt: new Date(now.getTime() + (i < 3 ? 60_000 : -1)),
  }))
  await engine().write((tx) => tx.db.insert(rateLimits).values(rows))
  expect(await expireRateLimits(now)).toBe(1200)
  expect(await db().select().from(rateLimits)).toHaveLength(3)
})

test("answers to submissions are kept for a week", async () => {
  const now = new Date()
  const answer = (key: string, daysAgo: number) => ({
    actor: "person:1",
    action: "tasks.create",
    key,
    inputHash: "",
    answer: "1",
    at: new Date(now.getTime() - daysAgo * 24 * 3_600_000),
  })
  await engine().write((tx) =>
    tx.db.insert(idempotency).values([answer("old", 8), answer("older", 30), answer("new", 6)]),
  )
  expect(await expireAnswers(now)).toBe(2)
  expect((await db().select().from(idempotency)).map((row) => row.key)).toEqual(["new"])
})

test("what was laid aside comes back at its time, on open pages too", async () => {
  const now = new Date()
  const personId = await aPerson("later")
  const laid = (recordId: number, minutes: number) => ({
    personId,
    kind: "task",
    recordId,
    state: "later" as const,
    needsYou: true,
    lastAt: new Date(0),
    laterUntil: new Date(now.getTime() + minutes * 60_000),
  })
  await engine().write((tx) => tx.db.insert(bundles).values([laid(1, -1), laid(2, 30)]))
  const frames: string[] = []
  open({
    id: "page",
    personId,
    sessionId: 0,
    topics: new Set([`person:${personId}`]),
    send: (frame) => frames.push(String(frame)) > 0,
    close: () => {},
  })
  expect(await bringBack(now)).toBe(1)
  const states = await db()
    .select({ recordId: bundles.recordId, state: bundles.state })
    .from(bundles)
    .orderBy(bundles.id)
  expect(states).toEqual([
    { recordId: 1, state: "open" },
    { recordId: 2, state: "later" },
  ])
  expect(frames).toEqual([`event: change\ndata: {"topics":["person:${personId}"]}\n\n`])
  hub().streams.clear()
})
