import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { count, isNotNull } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import { instantOf } from "@/lib/calendar/zones"
import { bookMeeting } from "@/lib/meetings/booking"
import { publishMeeting } from "@/lib/meetings/publishing"
import { sweepSeries } from "@/lib/meetings/sweeping-series"
import { aPerson } from "../people"
import { acting } from "../talk"

const many = 6
const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const published = at("2030-03-11", "09:00")
/** A year later all that came in between has to be made up for. */
const later = at("2030-06-11", "09:00")
let host = 0

beforeAll(async () => {
  await migrate()
  host = await aPerson("主持")
})

beforeEach(async () => {
  await engine().write(async ({ db: tx }) => {
    await tx.update(meetings).set({ followsId: null, seriesId: null, ruleId: null })
    await tx.delete(meetings)
    await tx.delete(meetingRules)
  })
  for (let nth = 0; nth < many; nth += 1)
    await acting(
      host,
      async (ctx) => {
        const meeting = await bookMeeting(
          ctx,
          {
            ...{ title: `第 ${nth} 个`, place: "", online: "", hostId: host, noteTakerId: host },
            ...{ startAt: at("2030-03-12", "10:00"), endAt: at("2030-03-12", "11:00") },
            ...{ personIds: [], groupId: null, sensitivityId: null },
            topics: [{ title: "进展", goal: "对一遍", minutes: 30, presenterId: null }],
          },
          { every: "day", interval: 1 },
        )
        await publishMeeting(ctx, meeting)
      },
      published,
    )
})

const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill("SIGKILL")
})

async function aProcess() {
  const args = ["--import", "./scripts/alias.mjs", "tests/processes/sweeping-process.ts", "series"]
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  running.push(child)
  await once(child, "message")
  return child
}

/** How many days each series has, and how many of them it has more than once. */
async function made() {
  const rows = await db()
    .select({ ruleId: meetings.ruleId, day: meetings.occurrence, times: count(meetings.id) })
    .from(meetings)
    .where(isNotNull(meetings.occurrence))
    .groupBy(meetings.ruleId, meetings.occurrence)
  const perRule = new Map<number | null, number>()
  for (const { ruleId } of rows) perRule.set(ruleId, (perRule.get(ruleId) ?? 0) + 1)
  return { twice: rows.filter(({ times }) => times > 1), days: [...perRule.values()] }
}

/** From 11 June on eight weeks, whatever lay in between is over; and the first 20 days of March. */
const whole = async () => {
  const { twice, days } = await made()
  expect(twice).toEqual([])
  expect(days).toHaveLength(many)
  expect(new Set(days).size).toBe(1)
  return days[0] ?? 0
}

test("two processes make each day of each series once", { timeout: 120_000 }, async () => {
  const both = await Promise.all([aProcess(), aProcess()])
  const done = both.map((child) => once(child, "message"))
  for (const child of both) child.send(later.toISOString())
  await Promise.all(done)
  const days = await whole()
  await sweepSeries(later)
  expect(await whole()).toBe(days)
})

test("one that is killed in the middle has made whole meetings, and another goes on", {
  timeout: 120_000,
}, async () => {
  const before = await db().$count(meetings)
  const child = await aProcess()
  child.send(later.toISOString())
  await expect
    .poll(() => db().$count(meetings), { interval: 1, timeout: 20_000 })
    .toBeGreaterThan(before)
  child.kill("SIGKILL")
  await once(child, "close")
  await sweepSeries(later)
  await whole()
})
