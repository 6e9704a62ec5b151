import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, StorageFull } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { openSession } from "@/lib/platform/session"
import { signedInByToken } from "@/lib/platform/session-row"
import { write, writeAsSystem } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { listTasks } from "@/lib/tasks/queries"
import { actor, aPerson } from "./people"
import { type SmallDisk, smallDisk } from "./small-disk"
import { aGroup, say } from "./talk"
import { aTask } from "./tasks"

let disk: SmallDisk
let ann: PersonActor
let token = ""
let talk = 0

beforeAll(async () => {
  disk = await smallDisk()
  globalThis.__qibuEngine = disk.engine
  const id = await aPerson("ann")
  ann = await actor(id)
  talk = await aGroup([id])
  token = (await writeAsSystem("test", (ctx) => openSession(ctx, id, "password"))).token
})
afterAll(async () => {
  await disk.close()
  globalThis.__qibuEngine = undefined
})

const text = "写".repeat(60)
const submit = (turn: number) =>
  write(ann, (ctx) => aTask(Object.assign(ctx, { actor: ann }), ann.personId, `${turn} ${text}`))
const tasks = async () =>
  (await engine().rows<{ id: number }>(db(), sql`select id from tasks order by id`)).map(
    ({ id }) => id,
  )

/** @returns what was answered before the first refusal, and the refusal */
async function until(most: number): Promise<{ answered: number[]; refused: unknown }> {
  const answered: number[] = []
  for (let turn = 0; turn < most; turn++)
    try {
      answered.push(await submit(turn))
    } catch (refused) {
      return { answered, refused }
    }
  return { answered, refused: null }
}

const said = async () =>
  (
    await engine().rows<{ seq: number }>(
      db(),
      sql`select seq from messages where group_id = ${talk} order by seq`,
    )
  ).map(({ seq }) => Number(seq))

/** Goes on talking until there is no room. @returns the numbers that were given, and the refusal */
async function talkUntil(most: number): Promise<{ seqs: number[]; refused: unknown }> {
  const seqs = await said()
  for (let turn = 0; turn < most; turn++)
    try {
      seqs.push((await say(ann.personId, talk, text)).seq)
    } catch (refused) {
      return { seqs, refused }
    }
  return { seqs, refused: null }
}

test("a full disk refuses in plain words, loses nothing, and goes on when there is room", async () => {
  await say(ann.personId, talk, "还有地方")
  const before = await until(20_000)
  expect(before.refused).toBeInstanceOf(StorageFull)
  expect(before.answered.length).toBeGreaterThan(10)
  expect(await tasks()).toEqual(before.answered)

  for (let turn = 0; turn < 20; turn++) await expect(submit(turn)).rejects.toThrow(StorageFull)
  expect(await tasks()).toEqual(before.answered)
  // A word that isn't kept takes no number: the next one that is follows without a gap.
  const talked = await talkUntil(200)
  expect(talked.refused).toBeInstanceOf(StorageFull)
  expect(await said()).toEqual(talked.seqs)
  const bounds = {
    timeZone: "Asia/Shanghai",
    endOfToday: new Date(),
    endOfWeek: new Date(),
    now: new Date(),
  }
  const page = await listTasks(ann, { view: "all", sort: "state" }, bounds)
  expect(page.rows.length).toBeGreaterThan(0)
  expect((await searchFor(ann, "写写", {})).found.length).toBeGreaterThan(0)
  expect(await signedInByToken(token)).toMatchObject({ actor: { personId: ann.personId } })

  await disk.makeRoom()
  const after = await until(20)
  expect(after.refused).toBe(null)
  const next = talked.seqs.length + 1
  expect(await say(ann.personId, talk, text)).toMatchObject({ seq: next })
  expect(await said()).toEqual([...talked.seqs, next])
  if (!onPostgres) expect(await integrity()).toEqual([{ integrity_check: "ok" }])
}, 30_000)

/** Asked of the writer: a reader that searched before would check a segment list of that time. */
const integrity = () => engine().write((tx) => engine().rows(tx.db, sql`pragma integrity_check`))
