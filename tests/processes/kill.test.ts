import { spawn } from "node:child_process"
import { once } from "node:events"
import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { findGroup } from "@/lib/groups/group"
import { aPerson } from "../people"
import { aGroup } from "../talk"
import type { Answer, Said } from "./writing-process"

let personId = 0
beforeAll(async () => {
  await migrate()
  personId = await aPerson("ann")
})

/** Nobody has the database open while it is down: the next start recovers it. */
async function closeHere(): Promise<void> {
  await globalThis.__qibuEngine?.close()
  globalThis.__qibuEngine = undefined
}

interface Round {
  answered: Answer[]
  /** Submitted, but killed before the answer. */
  open: string[]
  readyMs: number
}

/** Starts the writers, kills them with -9 after so many answers. */
async function round(number: number, retried: string[], groupId = ""): Promise<Round> {
  const script = ["--import", "./scripts/alias.mjs", "tests/processes/writing-process.ts"]
  const child = spawn(
    process.execPath,
    [...script, String(number), String(personId), retried.join(","), String(groupId)],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  )
  const found: Round = { answered: [], open: [], readyMs: 0 }
  const asked = new Set<string>()
  child.on("message", (said: Said) => {
    if ("readyMs" in said) found.readyMs = said.readyMs
    else if ("id" in said) found.answered.push(said)
    else asked.add(said.key)
    if (found.answered.length === 20 + number * 8) child.kill("SIGKILL")
  })
  await once(child, "close")
  for (const { key } of found.answered) asked.delete(key)
  return { ...found, open: [...asked] }
}

const count = async (what: string) => {
  const [row] = await engine().rows<{ n: number }>(db(), sql.raw(`select count(*) as n ${what}`))
  return Number(row?.n)
}
const without = (table: string, match: string) =>
  count(`from tasks t where not exists (select 1 from ${table} where ${match})`)

async function expectWhole(): Promise<void> {
  const half = {
    duplicates: await count(
      "from (select name from tasks group by name having count(*) > 1) as twice",
    ),
    withoutEvent: await without(
      "events",
      "kind = 'task' and record_id = t.id and type = 'task.created'",
    ),
    withoutAccess: await without("access", "kind = 'task' and record_id = t.id"),
    withoutSearchRow: await without("search_rows", "kind = 'task' and record_id = t.id"),
    withoutAnswer: await without("idempotency", "key = t.name and answer = cast(t.id as text)"),
    eventsOfNothing: await count(
      "from events e where kind = 'task' and not exists (select 1 from tasks where id = e.record_id)",
    ),
    unsealedOfNothing: await count(
      "from unsealed u where not exists (select 1 from events where id = u.event_id)",
    ),
  }
  expect(half).toEqual(Object.fromEntries(Object.keys(half).map((name) => [name, 0])))
  if (onPostgres) return
  expect(await engine().rows(db(), sql`pragma integrity_check`)).toEqual([
    { integrity_check: "ok" },
  ])
  expect(await engine().rows(db(), sql`pragma foreign_key_check`)).toEqual([])
}

/** Rounds of writing and killing; what a round left open the next one sends again. */
async function rounds(most: number, groupId: string, kept: () => Promise<Map<string, number>>) {
  const answered = new Map<string, number>()
  let open: string[] = []
  for (let number = 0; number < most; number++) {
    await closeHere()
    const after = await round(number, open, groupId)
    expect(after.readyMs).toBeLessThan(5_000)
    for (const { key, id } of after.answered) answered.set(key, id)
    open = after.open
    const ids = await kept()
    expect([...answered].filter(([key, id]) => ids.get(key) !== id)).toEqual([])
  }
  expect(answered.size).toBeGreaterThan(most * 20 - 1)
}

// The server goes on when its client is killed: what is tried there is the client's part only.
const most = onPostgres ? 3 : 5

test("killed again and again under sixteen writers: what was answered is there, once and whole", async () => {
  await rounds(most, "", async () => {
    const kept = await engine().rows<{ name: string; id: number }>(
      db(),
      sql`select name, id from tasks`,
    )
    await expectWhole()
    return new Map(kept.map(({ name, id }) => [name, Number(id)]))
  })
}, 180_000)

test("killed while sixteen people talk: each word that was acknowledged stands, once and in its place", async () => {
  const groupId = await aGroup([personId])
  await rounds(3, String(groupId), async () => {
    const said = await db()
      .select({ id: messages.id, seq: messages.seq, body: messages.body })
      .from(messages)
      .where(eq(messages.groupId, groupId))
      .orderBy(messages.seq)
    expect(said.map(({ seq }) => seq)).toEqual(said.map((_, place) => place + 1))
    expect((await findGroup(db(), groupId))?.lastSeq).toBe(said.length)
    const told = await count(`from events where kind = 'message' and type = 'message.sent'`)
    expect(told).toBe(said.length)
    const byText = new Map(said.map(({ body, id }) => [body, id]))
    expect(byText.size).toBe(said.length)
    return byText
  })
}, 90_000)
