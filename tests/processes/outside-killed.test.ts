import { spawn } from "node:child_process"
import { once } from "node:events"
import { asc, eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { clientDossiers, dossierPositions } from "@/db/schema/clients"
import { checkDossier } from "@/lib/clients/dossier-checking"
import { beginWithWorld } from "../world"

beforeAll(beginWithWorld)

/** Nobody has the database open while it is down: the next start recovers it. */
async function closeHere(): Promise<void> {
  await globalThis.__qibuEngine?.close()
  globalThis.__qibuEngine = undefined
}

/** Runs a process until what it says is enough, and kills it with -9 then. */
async function run(
  script: string,
  args: readonly string[],
  enough: (said: Record<string, unknown>) => boolean,
): Promise<void> {
  await closeHere()
  const child = spawn(
    process.execPath,
    ["--import", "./scripts/alias.mjs", `tests/processes/${script}`, ...args],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  )
  child.on("message", (said) => {
    if (enough(Object(said))) child.kill("SIGKILL")
  })
  await once(child, "close")
}

const count = async (what: string) => {
  const [row] = await engine().rows<{ n: number }>(db(), sql.raw(`select count(*) as n ${what}`))
  return Number(row?.n)
}
const none = (counts: Record<string, number>) =>
  Object.fromEntries(Object.keys(counts).map((name) => [name, 0]))

async function expectSound(): Promise<void> {
  if (onPostgres) return
  expect(await engine().rows(db(), sql`pragma integrity_check`)).toEqual([
    { integrity_check: "ok" },
  ])
  expect(await engine().rows(db(), sql`pragma foreign_key_check`)).toEqual([])
}

/** Every dossier follows the one before it, in time as in the chain, and its bytes are whole. */
async function expectWholeArchive(): Promise<void> {
  const rows = await db()
    .select()
    .from(clientDossiers)
    .orderBy(asc(clientDossiers.clientId), asc(clientDossiers.nth))
  for (const [clientId, chain] of Map.groupBy(rows, (row) => row.clientId)) {
    expect(chain.map(({ nth }) => nth)).toEqual(chain.map((_, at) => at + 1))
    for (const [at, { fromAt }] of chain.entries())
      expect(+fromAt).toBeGreaterThanOrEqual(+(chain[at - 1]?.toAt ?? 0))
    const last = chain.at(-1)
    expect(last && (await checkDossier(last)).state).toBe("intact")
    const [position] = await db()
      .select()
      .from(dossierPositions)
      .where(eq(dossierPositions.clientId, clientId))
    expect(+(position?.upTo ?? 0)).toBeGreaterThanOrEqual(+(last?.toAt ?? 0))
  }
  const half = {
    withoutFile: await count(`from client_dossiers d where not exists
      (select 1 from files where kind = 'dossier' and record_id = d.id)`),
    withoutEvent: await count(`from client_dossiers d where not exists
      (select 1 from events where type = 'client.dossier_sealed' and record_id = d.id)`),
    withoutAccess: await count(`from client_dossiers d where not exists
      (select 1 from access where kind = 'dossier' and record_id = d.id)`),
  }
  expect(half).toEqual(none(half))
  await expectSound()
}

test("killed in the middle of closing a month: the archive goes on where it was, whole and once", async () => {
  const now = new Date(Date.now() + 70 * 24 * 3_600_000).toISOString()
  const before = await db().$count(clientDossiers)
  for (const more of [1, 4, 9])
    await run("closing-process.ts", [now], ({ made }) => Number(made) >= before + more).then(
      expectWholeArchive,
    )
  const killed = await db().$count(clientDossiers)
  await run("closing-process.ts", [now], () => false)
  await expectWholeArchive()
  const done = await db().$count(clientDossiers)
  expect(done).toBeGreaterThan(killed)
  await run("closing-process.ts", [now], () => false)
  expect(await db().$count(clientDossiers)).toBe(done)
}, 120_000)

test("killed while tickets are written down: what was answered is there, once and with all of it", async () => {
  const answered = new Map<string, number>()
  let open: string[] = []
  for (let number = 0; number < 3; number++) {
    const asked = new Set<string>()
    let answers = 0
    await run("ticket-process.ts", [String(number), open.join(",")], ({ key, id }) => {
      if (id === undefined) asked.add(String(key))
      else {
        answered.set(String(key), Number(id))
        answers += 1
      }
      return answers >= 10 + number * 7
    })
    open = [...asked].filter((key) => !answered.has(key))
    const kept = await engine().rows<{ id: number; title: string }>(
      db(),
      sql`select id, title from tickets where title in ${[...answered.keys()]}`,
    )
    const ids = new Map(kept.map((row) => [row.title, Number(row.id)]))
    expect([...answered].filter(([key, id]) => ids.get(key) !== id)).toEqual([])
    const half = {
      twice: await count(`from (select title from tickets where title like '_-_-%'
        group by title having count(*) > 1) as twice`),
      withoutWords: await count(`from tickets t where not exists
        (select 1 from ticket_replies where ticket_id = t.id and opening)`),
      wordsOfNothing: await count(`from ticket_replies r where not exists
        (select 1 from tickets where id = r.ticket_id)`),
      withoutEvent: await count(`from tickets t where not exists
        (select 1 from events where type = 'ticket.created' and record_id = t.id)`),
      withoutAccess: await count(`from tickets t where not exists
        (select 1 from access where kind = 'ticket' and record_id = t.id)`),
    }
    expect(half).toEqual(none(half))
    await expectSound()
  }
  expect(answered.size).toBeGreaterThan(40)
}, 120_000)
