import { and, asc, count, desc, eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events, unsealed } from "@/db/schema/events"
import { groupMembers, groups } from "@/db/schema/groups"
import { messages, readPositions } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { searchRows } from "@/db/schema/search"
import { earlierThan } from "@/lib/messages/history"
import { searchIn } from "@/lib/messages/searching"
import { sealEvents } from "@/lib/platform/sealing"
import { verifyChain } from "@/lib/platform/verifying"
import { searchFor } from "@/lib/search/queries"
import { everybody } from "@/tests/personas"
import { say } from "@/tests/talk"
import { seedCompany } from "./company"
import { dice } from "./dice"
import { type Room, roomNames } from "./rooms"
import { seedTalk } from "./talking"

const many = 1_200
let rooms: Room[] = []

beforeAll(async () => {
  await migrate()
  await seedCompany(60, dice(7))
  const [first, ...others] = (await db().select({ id: people.id }).from(people)).map(({ id }) => id)
  if (first === undefined) throw new Error("nobody was hired")
  rooms = await seedTalk([first, ...others], many, Date.now() - 60_000)
})

const named = async (name: string) => {
  const [row] = await db().select().from(groups).where(eq(groups.name, name))
  if (!row) throw new Error(`there is no group ${name}`)
  return row
}

test("messages written in bulk are numbered per group in the order of their time", async () => {
  const rows = await db().select().from(messages).orderBy(asc(messages.id))
  expect(rows).toHaveLength(many)
  for (const [groupId, here] of Map.groupBy(rows, (row) => row.groupId)) {
    expect(here.map(({ seq }) => seq)).toEqual(here.map((_, nth) => nth + 1))
    const [group] = await db().select().from(groups).where(eq(groups.id, groupId))
    expect(group?.lastSeq).toBe(here.length)
  }
  expect((await named(roomNames.busy)).lastSeq).toBe(many * 0.2)
})

test("only members spoke, and everybody is in the group of everybody", async () => {
  const inside = await db().select().from(groupMembers)
  const known = new Set(inside.map(({ groupId, personId }) => `${groupId} ${personId}`))
  const rows = await db().select().from(messages)
  expect(rows.filter(({ groupId, authorId }) => !known.has(`${groupId} ${authorId}`))).toEqual([])
  const everybodys = await named(roomNames.everybody)
  expect(inside.filter(({ groupId }) => groupId === everybodys.id)).toHaveLength(60)
})

test("they can be found in their group, by its members alone, and have no access list", async () => {
  const busy = await named(roomNames.busy)
  const { rows } = await searchIn(busy.id, "对账接口", null)
  expect(rows.length).toBeGreaterThan(0)
  const [places] = await db()
    .select({ n: count() })
    .from(searchRows)
    .where(eq(searchRows.kind, "message"))
  expect(places?.n).toBe(many)
  expect(await db().select().from(access).where(eq(access.kind, "message"))).toEqual([])
  for (const actor of (await everybody()).slice(0, 10)) {
    const { found } = await searchFor(actor, "对账接口", { kind: "message" })
    const own = await db()
      .select({ id: messages.id })
      .from(messages)
      .innerJoin(
        groupMembers,
        and(eq(groupMembers.groupId, messages.groupId), eq(groupMembers.personId, actor.personId)),
      )
    const ids = new Set(own.map(({ id }) => id))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ id }) => !ids.has(id))).toEqual([])
  }
})

test("their events look like those of messages that were sent, and the chain is whole", async () => {
  const busy = rooms.find(({ messages }) => messages === many * 0.2)
  const author = busy?.members[0] ?? 0
  const { id } = await say(author, busy?.id ?? 0, "按约定的口径算")
  const sent = await db()
    .select()
    .from(events)
    .where(eq(events.type, "message.sent"))
    .orderBy(desc(events.id))
    .limit(200)
  const [own, ...seeded] = sent
  const like = seeded.find(({ data }) => Object.keys(data).length === 2)
  expect(own?.recordId).toBe(id)
  const shape = (event: typeof own) =>
    event && {
      ...event,
      ...{ id: 0, at: 0, actorId: 0, recordId: 0, transaction: 0 },
      data: Object.keys(event.data),
      topics: event.topics.map((topic) => topic.replace(/\d+/, "N")),
    }
  expect(shape(like)).toEqual(shape(own))
  await sealEvents()
  expect(await verifyChain()).toBeNull()
  expect(await db().select().from(unsealed)).toEqual([])
})

test("threads count their answers, and everybody's reading stands somewhere", async () => {
  const [counted] = await engine().rows<{ wrong: number }>(
    db(),
    sql`select count(*) as wrong from messages m
      where replies <> (select count(*) from messages r where r.thread_id = m.id)`,
  )
  expect(Number(counted?.wrong)).toBe(0)
  const positions = await db().select().from(readPositions)
  expect(positions.length).toBeGreaterThan(100)
  const { id } = await named(roomNames.quiet)
  expect((await earlierThan(id)).rows.length).toBeGreaterThan(10)
})
