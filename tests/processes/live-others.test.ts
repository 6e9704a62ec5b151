import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { sql } from "drizzle-orm"
import { afterEach, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { engine, migrate } from "@/db/engine"
import { emit } from "@/lib/platform/events"
import { forgetStream, open, type Stream } from "@/lib/platform/live"
import { announceTopics } from "@/lib/platform/live-announcing"
import { cursorNow, missedSince } from "@/lib/platform/live-catchup"
import { resetStreams, tellTopics } from "@/lib/platform/live-telling"
import { writeAsSystem } from "@/lib/platform/write"

const started: ChildProcess[] = []
const opened: Stream[] = []

beforeAll(async () => {
  await migrate()
})

afterEach(() => {
  for (const child of started.splice(0)) child.stdin?.end()
  for (const page of opened.splice(0)) forgetStream(page)
})

interface Page {
  heard: string[]
}

/** A page of another process; where there can only be one process (SQLite), a page of this one. */
async function pageElsewhere(...topics: string[]): Promise<Page> {
  return onPostgres ? pageOfAnotherProcess(topics) : pageHere(topics)
}

async function pageOfAnotherProcess(topics: string[]): Promise<Page> {
  const script = [
    "--import",
    "./scripts/alias.mjs",
    "tests/processes/listening-process.ts",
    topics.join(","),
  ]
  const child = spawn(process.execPath, script, { stdio: ["pipe", "pipe", "inherit"] })
  started.push(child)
  const heard: string[] = []
  createInterface({ input: child.stdout }).on("line", (line) => heard.push(JSON.parse(line)))
  await expect.poll(() => heard.shift(), { timeout: 10_000 }).toBe("listening")
  return { heard }
}

function pageHere(topics: string[]): Page {
  const heard: string[] = []
  const page: Stream = {
    id: topics.join(),
    personId: 0,
    sessionId: 0,
    topics: new Set(topics),
    send: (sent) => heard.push(String(sent)) > 0,
    close: () => {},
  }
  open(page)
  opened.push(page)
  return { heard }
}

const happen = (...recordIds: number[]) =>
  writeAsSystem("test", async (ctx) => {
    for (const recordId of recordIds) emit(ctx, { type: "settings.changed", recordId })
  })

const topicsIn = (frames: string[]) =>
  frames.flatMap((one) =>
    one.includes("event: change") ? JSON.parse(/^data: (.*)$/m.exec(one)?.[1] ?? "{}").topics : [],
  )

test("a page hears what another process changes, once, and nothing it doesn't listen to", async () => {
  const page = await pageElsewhere("settings:1", "settings:2")
  await happen(1)
  await happen(3)
  await happen(2)
  await expect.poll(() => topicsIn(page.heard)).toEqual(["settings:1", "settings:2"])
})

test("a thousand events in one transaction are all heard", async () => {
  const ids = Array.from({ length: 1_000 }, (_, i) => 1_000 + i)
  const page = await pageElsewhere(...ids.map((id) => `settings:${id}`))
  await happen(...ids)
  await expect.poll(() => new Set(topicsIn(page.heard)).size).toBe(1_000)
})

test("what was rolled back is heard by nobody", async () => {
  const page = await pageElsewhere("settings:1", "settings:2")
  await writeAsSystem("test", async (ctx) => {
    emit(ctx, { type: "settings.changed", recordId: 1 })
    emit(ctx, { type: "nothing.known", recordId: 1 })
  }).catch(() => {})
  await happen(2)
  await expect.poll(() => topicsIn(page.heard)).toEqual(["settings:2"])
})

test("topics that change without an event are heard too", async () => {
  const page = await pageElsewhere("person:7")
  await engine().write((tx) => announceTopics(tx, ["person:7", "person:8"]))
  tellTopics(["person:7", "person:8"])
  await expect.poll(() => topicsIn(page.heard)).toEqual(["person:7"])
})

test("after a lost connection every page reads again, and hears the next change", async () => {
  const page = await pageElsewhere("settings:5")
  if (onPostgres)
    await engine().rows(
      engine().read,
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    )
  else resetStreams()
  await expect.poll(() => page.heard.some((one) => one.includes("event: reset"))).toBe(true)
  await happen(5)
  await expect.poll(() => topicsIn(page.heard)).toEqual(["settings:5"])
})

test("who comes back is told what was missed on their topics", async () => {
  const before = await cursorNow()
  await happen(21)
  await happen(22, 23)
  const missed = await missedSince(before, new Set(["settings:21", "settings:23", "settings:99"]))
  if (missed === "reset") throw new Error("few events are no reason to begin anew")
  expect(topicsIn(missed.frames)).toEqual(["settings:21", "settings:23"])
  expect(missed.frames[0]).toContain(`id: ${missed.cursor}\n`)
})

test("a transaction that commits late is not missed", async () => {
  const inside = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const late = engine().write(async (tx) => {
    await engine().run(tx.db, lateEvent)
    inside.resolve()
    // Another connection reads and writes meanwhile; on SQLite there is only one writer.
    if (onPostgres) await finish.promise
  })
  await inside.promise
  const early = onPostgres ? happen(32) : late
  await early
  const cursor = await cursorNow()
  finish.resolve()
  await late
  if (!onPostgres) await happen(31)
  const missed = await missedSince(cursor, new Set(["settings:31"]))
  expect(missed === "reset" ? [] : topicsIn(missed.frames)).toEqual(["settings:31"])
})

const lateEvent = onPostgres
  ? sql`insert into events (at, type, kind, record_id, actor_kind, data, topics) values (now(), 'settings.changed', 'settings', 31, 'system', '{}', '["settings:31"]')`
  : sql`insert into events (at, type, kind, record_id, actor_kind, data, topics) values (1, 'settings.changed', 'settings', 30, 'system', '{}', '[]')`

test("nothing missed, nothing said", async () => {
  await globalThis.__qibuHorizon?.reading
  globalThis.__qibuHorizon = undefined
  const cursor = await cursorNow()
  // What others on the same server have under way is looked through too.
  expect(await missedSince(cursor, new Set(["settings:77"]))).toMatchObject({ frames: [] })
})

test("too much missed, or an id that isn't ours, means reading everything again", async () => {
  const before = await cursorNow()
  await happen(...Array.from({ length: 501 }, (_, i) => i))
  for (const lastId of [
    before,
    "",
    "x",
    "1; drop table events",
    "99999999999999999",
    "x99999999999999999",
  ])
    expect(await missedSince(lastId, new Set(["settings:1"]))).toBe("reset")
})
