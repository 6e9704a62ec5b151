import { beforeAll, expect, test, vi } from "vitest"
import "@/lib/modules"
import { engine, migrate } from "@/db/engine"
import { health } from "./health"
import { isDue, noteRun } from "./job-times"
import { leaseMs, takeLease } from "./lease"
import type { Job } from "./module"
import { countAgainst, countHere } from "./rate-limit"

beforeAll(async () => {
  await migrate()
})

const hour = 3600 * 1000
const day = 24 * hour
const limit = { times: 2, per: 60 }
const right = Date.now()

/** One more try, at a time that the machine takes for the present one. */
const tryAt = (key: string, at: number): Promise<number> =>
  engine().write((tx) => countAgainst(tx.db, key, limit, new Date(at)))

/** As another process: another name, nothing in memory. */
async function killed<T>(next: () => Promise<T>): Promise<T> {
  globalThis.__qibuProcess = `after ${globalThis.__qibuProcess}`
  globalThis.__qibuLeases = undefined
  return next()
}

test("a limit counts anew once a clock that was ahead is set right", async () => {
  for (const ahead of [hour, day, 400 * day]) {
    const key = `ahead by ${ahead}`
    for (let i = 0; i < 3; i++) await tryAt(key, right + ahead)
    expect(await tryAt(key, right)).toBe(0)
    expect(await tryAt(key, right + 1)).toBe(0)
    expect(await tryAt(key, right + 2)).toBe(60)
    expect(await tryAt(key, right + 61_000)).toBe(0)
  }
})

test("clocks of two machines that differ by seconds count together", async () => {
  const tries = [3_000, 0, 3_001, 1, 3_002].map((apart) => () => tryAt("apart", right + apart))
  const waits: number[] = []
  for (const each of tries) waits.push(await each())
  expect(waits.filter((wait) => wait === 0)).toHaveLength(2)
})

test("what is counted in memory counts anew too", () => {
  for (let i = 0; i < 3; i++) countHere("typing", limit, right + day)
  expect([0, 1, 2].map((at) => countHere("typing", limit, right + at))).toEqual([0, 0, 60])
})

test("who is overtaken by a later request is counted with it", () => {
  const waits = [5, 0, 6, 1].map((at) => countHere("overtaken", limit, right + at))
  expect(waits.map((wait) => wait > 0)).toEqual([false, false, true, true])
})

test("a flood of strangers doesn't begin anybody's limit anew at once", () => {
  for (let i = 0; i < 9_000; i++) countHere(`stranger ${i}`, limit, right)
  for (let i = 0; i < 3; i++) countHere("somebody", limit, right)
  for (let i = 9_000; i < 18_000; i++) countHere(`stranger ${i}`, limit, right)
  expect(countHere("somebody", limit, right)).toBe(60)
})

test("work that was taken while the clock was ahead is taken over when its process was killed", async () => {
  expect(await takeLease("ahead", right + hour)).toBe(true)
  await killed(async () => {
    expect(await takeLease("ahead", right)).toBe(true)
  })
})

test("who goes on with its work after the clock was set back holds it like any other", async () => {
  expect(await takeLease("going on", right + hour)).toBe(true)
  expect(await takeLease("going on", right)).toBe(true)
  await killed(async () => {
    expect(await takeLease("going on", right + leaseMs / 2)).toBe(false)
    expect(await takeLease("going on", right + leaseMs + 1)).toBe(true)
  })
})

test("how the portal is was looked at just now, also after the clock was set back", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: right + day })
  const ahead = await health()
  vi.useRealTimers()
  await expect.poll(health, { timeout: 5_000 }).not.toBe(ahead)
})

test("daily and hourly work doesn't wait for the day that a wrong clock showed", async () => {
  const hourly: Job = { name: "hourly work", every: 3600, run: async () => {} }
  await noteRun(hourly, new Date(right + 400 * day))
  expect(await isDue(hourly, new Date(right))).toBe(true)
  const daily: Job = { name: "daily work", at: "0 3 * * *", run: async () => {} }
  await noteRun(daily, new Date(right + 400 * day))
  await isDue(daily, new Date(right))
  expect(await isDue(daily, new Date(right + 2 * day))).toBe(true)
})
