import { spawn } from "node:child_process"
import { once } from "node:events"
import { sql } from "drizzle-orm"
import { beforeAll, expect, test, vi } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { sampleMatters } from "@/lib/matters/sample/reading"
import { sampleTasks } from "@/lib/tasks/sample/reading"
import { loadWorld } from "@/lib/world"

// Processes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

beforeAll(() => migrate())

const count = async (what: string) => {
  const [row] = await engine().rows<{ n: number }>(db(), sql.raw(`select count(*) as n ${what}`))
  return Number(row?.n)
}

/** @returns how many events there are once the loading process was killed after so many */
async function killedAfter(many: number): Promise<number> {
  const script = ["--import", "./scripts/alias.mjs", "tests/processes/loading-process.ts"]
  const child = spawn(process.execPath, script, { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  const said: unknown[] = []
  child.on("message", (message) => said.push(message))
  const ended = once(child, "close")
  await expect
    .poll(() => count("from events"), { timeout: 60_000, interval: 5 })
    .toBeGreaterThan(many)
  child.kill("SIGKILL")
  await ended
  expect(said).toEqual([])
  return count("from events")
}

test("the sample company, killed twice on its way, is whole after the next start", async () => {
  const first = await killedAfter(5)
  const second = await killedAfter(first + 20)
  expect(second).toBeGreaterThan(first)
  expect(await loadWorld()).toBe(true)

  const steps = sampleTasks().flatMap((task) => task.steps)
  const deeds = sampleMatters().flatMap((matter) => matter.steps.map(({ deed }) => deed.does))
  const ofMatters = (does: string) => deeds.filter((deed) => deed === does).length
  const made = sampleTasks().length + ofMatters("task")
  expect(await count("from matters")).toBe(sampleMatters().length)
  // Minutes make tasks of their own: each resolution one; and so do clients and their tickets.
  const own = "from tasks where coalesce(source_kind, '') not in ('meeting', 'client', 'ticket')"
  expect(await count(own)).toBe(made)
  expect(await count("from tasks where source_kind = 'meeting'")).toBe(
    await count("from meeting_resolutions where task_id is not null"),
  )
  expect(await count("from (select distinct name from tasks) as named")).toBe(
    await count("from tasks"),
  )
  const said = steps.filter(({ does }) => "says" in does)
  expect(await count("from comments where kind not in ('client', 'ticket')")).toBe(
    said.length + ofMatters("say"),
  )
  const times = (await db().select({ at: events.at }).from(events).orderBy(events.id)).map(
    ({ at }) => at.getTime(),
  )
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(await loadWorld()).toBe(false)
})
