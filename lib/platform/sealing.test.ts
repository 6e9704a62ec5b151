import { asc, eq, type SQL, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { events, seals, unsealed } from "@/db/schema/events"
import { emit } from "./events"
import { sealEvents, sealOf } from "./sealing"
import { lastSeal, verifyChain } from "./verifying"
import { writeAsSystem } from "./write"

/** Says `count` things, one transaction each. @returns the events' ids */
async function happen(count: number): Promise<number[]> {
  for (let i = 0; i < count; i++)
    await writeAsSystem("test", async (ctx) =>
      emit(ctx, { type: "settings.changed", recordId: 0, data: { z: i, a: { c: 1, b: "二" } } }),
    )
  return (await db().select({ id: events.id }).from(events).orderBy(asc(events.id)))
    .slice(-count)
    .map((row) => row.id)
}

/** What only somebody with the database in their hands can do. */
async function tamper(...statements: SQL[]): Promise<void> {
  const lift = onPostgres
    ? [sql`set local session_replication_role = replica`]
    : ["events_stay", "events_remain", "seals_stay", "seals_remain"].map((name) =>
        sql.raw(`drop trigger if exists ${name}`),
      )
  await engine().write(async (tx) => {
    for (const statement of [...lift, ...statements]) await engine().run(tx.db, statement)
  })
}

const sealsInOrder = () => db().select().from(seals).orderBy(asc(seals.id))

/** Each test has a chain of its own: what stood before is sealed, wiped and begun anew. */
beforeEach(async () => {
  await migrate()
  await tamper(sql`delete from seals`, sql`delete from unsealed`, sql`delete from events`)
})

test("a seal is spelt as it always was: chains of years ago hold", () => {
  const event = {
    ...{ id: 9, at: new Date("2026-03-02T01:00:00Z"), type: "settings.changed", kind: "settings" },
    ...{ recordId: 0, actorKind: "person" as const, actorId: 4, address: null, requestId: "r" },
    data: { z: [{ b: undefined, a: "二" }, null], "10": 1, "9": { d: false, c: 0.5 } },
    ...{ topics: ["person:4", "grp:3"], needsReview: false, transaction: 77 },
  }
  expect(sealOf("before", event)).toBe(
    "f6863135ea08a9e2976d790329306e978240c8fc4d46e65cae851cf32c4c9bad",
  )
})

test("every event is sealed once, in order, whoever seals at the same time", async () => {
  const ids = await happen(12)
  const counts = await Promise.all([sealEvents(), sealEvents(), sealEvents()])
  expect(counts.reduce((a, b) => a + b)).toBe(12)
  expect((await sealsInOrder()).map((seal) => seal.eventId)).toEqual(ids)
  expect(await db().select().from(unsealed)).toEqual([])
  expect(await verifyChain()).toBeNull()
})

test("a chain longer than a batch holds, all of it and its end, and keeps nobody waiting", async () => {
  const many = Array.from({ length: 1_205 }, (_, i) => i)
  await writeAsSystem("test", async (ctx) => {
    for (const i of many) emit(ctx, { type: "settings.changed", recordId: i })
  })
  let turns = 0
  const others = setInterval(() => turns++, 0)
  expect(await sealEvents()).toBe(1_205)
  clearInterval(others)
  // However many there are, others get their turn in between.
  expect(turns).toBeGreaterThan(4)
  expect(await verifyChain()).toBeNull()
  expect(await verifyChain({ last: 1_000 })).toBeNull()
  expect(await verifyChain({ last: 5_000 })).toBeNull()
})

test("a changed event is found, and it alone", async () => {
  const ids = await happen(5)
  await sealEvents()
  await tamper(sql`update events set type = 'settings.forged' where id = ${ids[2]}`)
  expect(await verifyChain()).toMatchObject({ eventId: ids[2], reason: "changed" })
  await tamper(sql`update events set type = 'settings.changed' where id = ${ids[2]}`)
  expect(await verifyChain()).toBeNull()
})

test("changed data deep inside an event is found", async () => {
  const [id] = await happen(1)
  await sealEvents()
  const forged = JSON.stringify({ z: 0, a: { c: 2, b: "二" } })
  await tamper(
    onPostgres
      ? sql`update events set data = ${forged}::jsonb`
      : sql`update events set data = ${forged}`,
  )
  expect(await verifyChain()).toMatchObject({ eventId: id, reason: "changed" })
})

test("a removed seal is found, in the middle and at the end", async () => {
  const ids = await happen(4)
  await sealEvents()
  const kept = await sealsInOrder()
  await tamper(sql`delete from seals where id = ${kept[1]?.id}`)
  expect(await verifyChain()).toMatchObject({ eventId: ids[2], reason: "changed" })
  await tamper(sql`delete from seals where id > ${kept[0]?.id}`)
  expect(await verifyChain()).toEqual({ sealId: null, eventId: ids[1], reason: "seal_missing" })
})

test("a reordered chain is found", async () => {
  const ids = await happen(4)
  await sealEvents()
  const [, second] = await sealsInOrder()
  await tamper(sql`update seals set id = id + 1000 where id = ${second?.id}`)
  expect(await verifyChain()).toMatchObject({ eventId: ids[2], reason: "changed" })
})

test("new seals follow the last one, and its hash can be noted down", async () => {
  await happen(2)
  await sealEvents()
  const noted = await lastSeal()
  await happen(2)
  await sealEvents()
  const [found] = await db()
    .select()
    .from(seals)
    .where(eq(seals.id, noted?.id ?? 0))
  expect(found?.hash).toBe(noted?.hash)
  expect(await verifyChain({ last: 3 })).toBeNull()
})
