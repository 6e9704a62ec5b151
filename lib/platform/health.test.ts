import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { engine, migrate } from "@/db/engine"
import { env } from "./env"
import { examine, health } from "./health"
import { jobPlaces } from "./job-running"
import { startJobs, stopJobs } from "./jobs"
import { loopLag } from "./loop-lag"

beforeAll(async () => {
  await migrate()
})

afterAll(stopJobs)

const change = (statement: ReturnType<typeof sql>) =>
  engine().write((tx) => engine().run(tx.db, statement))

test("a portal that works says so, with its lag, its disk and its jobs", async () => {
  startJobs([{ name: "daily bread", every: 1000, run: async () => {} }])
  await expect.poll(() => jobPlaces()[0]?.lastRun).toBeInstanceOf(Date)
  const found = await examine()
  expect(found).toMatchObject({
    ok: true,
    database: { ok: true },
    loop: { ok: true },
    disk: { ok: true },
  })
  expect(found.disk.freeMB).toBeGreaterThan(0)
  expect(found.jobs).toMatchObject([
    { name: "daily bread", failed: false, lastRun: expect.any(String) },
  ])
})

test("asked many times at once, it looks once", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => health()))
  expect(new Set(answers).size).toBe(1)
})

test("a database that can be read but not written is not well", async () => {
  const [refuseWrites, allowWrites] = onPostgres
    ? [
        sql`alter table leases add constraint closed check (name <> 'health') not valid`,
        sql`alter table leases drop constraint closed`,
      ]
    : [
        sql`create trigger closed before insert on leases begin select raise(abort, 'closed'); end`,
        sql`drop trigger closed`,
      ]
  await change(refuseWrites)
  expect(await examine()).toMatchObject({ ok: false, database: { ok: false, reason: "failed" } })
  await change(allowWrites)
  expect(await examine()).toMatchObject({ ok: true })
})

test("a process that keeps everybody waiting is not well, and says for how long", async () => {
  globalThis.__qibuLoop = undefined
  expect(await examine()).toMatchObject({ ok: true, loop: { ok: true } })
  await expect.poll(() => globalThis.__qibuLoop?.histogram.count).toBeGreaterThan(0)
  const until = performance.now() + 1_200
  while (performance.now() < until);
  await expect.poll(() => loopLag().max).toBeGreaterThan(1_000)
  const { ok, loop } = await examine()
  expect({ ok, loop }).toMatchObject({ ok: false, loop: { ok: false } })
  globalThis.__qibuLoop = undefined
})

test("a full disk is said, and alone is no reason to take the portal away", async () => {
  // A file system without a free block, as systems have one.
  const full = process.platform === "linux" ? "/proc" : "/dev"
  globalThis.__qibuEnv = { ...env(), data: full }
  expect(await examine()).toMatchObject({ ok: true, disk: { ok: false, freeMB: 0 } })
  globalThis.__qibuEnv = undefined
})

test("the answer holds no addresses, paths or secrets", async () => {
  const text = JSON.stringify(await examine())
  expect(text).not.toMatch(/postgres:|secret|password|\/tmp|@/i)
})
