import { and, eq, max } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { groupMembers } from "@/db/schema/groups"
import { bundles, notifications } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { does, group, newGroup, refused } from "@/tests/groups"
import { aPerson } from "@/tests/people"
import {
  announce,
  announcementOf,
  announcementsOf,
  type NewAnnouncement,
  readAnnouncementNow,
  readersOf,
} from "./announcing"
import { responseMinutes } from "./response-times"
import { tellAnnounced } from "./telling-many"

const who = { lin: 0, an: 0, ke: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke"] as const) who[name] = await aPerson(name)
})

const publish = (id: number, topic: string, more: Partial<NewAnnouncement> = {}) =>
  does(who.lin, async (ctx) =>
    announce(ctx, await group(id), {
      ...{ topic, body: "", ordinaryMinutes: null, urgentMinutes: null },
      ...more,
    }),
  )
const read = (personId: number, id: number, announcementId: number) =>
  does(personId, async (ctx) => readAnnouncementNow(ctx, await group(id), announcementId))

describe("an announcement", () => {
  test("says how fast a group answers; without one, or where it says nothing, the company's promise holds", async () => {
    const id = await newGroup(who.lin, [who.an])
    expect(await responseMinutes(db(), id)).toEqual({ ordinary: 120, urgent: 15 })
    await publish(id, "现场支持", { ordinaryMinutes: 60, urgentMinutes: 10 })
    expect(await responseMinutes(db(), id)).toEqual({ ordinary: 60, urgent: 10 })
    await publish(id, "现场支持", { urgentMinutes: 5 })
    expect(await responseMinutes(db(), id)).toEqual({ ordinary: 120, urgent: 5 })
  })

  test("stays in the history when the next is published", async () => {
    const id = await newGroup(who.lin, [who.an])
    await publish(id, "第一版", { body: "旧" })
    await publish(id, "第二版", { body: "新" })
    expect((await announcementOf(db(), id))?.topic).toBe("第二版")
    expect((await announcementsOf(db(), id)).map(({ topic, body }) => [topic, body])).toEqual([
      ["第二版", "新"],
      ["第一版", "旧"],
    ])
  })

  test("is told to everybody in the group but who published it; the log doesn't say what it says", async () => {
    const id = await newGroup(who.lin, [who.an, who.ke])
    await publish(id, "裁撤二组", { body: "不外传" })
    const [said] = await db()
      .select()
      .from(events)
      .where(and(eq(events.type, "group.announced"), eq(events.recordId, id)))
    expect(JSON.stringify(said?.data)).not.toMatch(/裁撤|外传/)
    const told = await db()
      .select()
      .from(notifications)
      .where(eq(notifications.eventId, said?.id ?? 0))
    expect(told).toHaveLength(2)
    expect(new Set(told.map(({ category }) => category))).toEqual(new Set(["groups.announcement"]))
  })

  test("shows who has read it, when first, and who hasn't; who publishes has", async () => {
    const id = await newGroup(who.lin, [who.an, who.ke])
    const current = await publish(id, "主题")
    await read(who.an, id, current)
    const first = (await readersOf(db(), id, current)).readers.map(({ at }) => at)
    await read(who.an, id, current)
    const seen = await readersOf(db(), id, current)
    expect(seen).toMatchObject({ read: 2, unread: 1 })
    expect(seen.readers.map(({ id: reader }) => reader)).toEqual([who.lin, who.an])
    expect(seen.readers.map(({ at }) => at)).toEqual(first)
    expect(seen.waiting.map(({ id: waiting }) => waiting)).toEqual([who.ke])
  })

  test("of another group can't be marked as read", async () => {
    const [mine, other] = [await newGroup(who.lin, [who.an]), await newGroup(who.lin, [who.an])]
    const there = await publish(other, "别处")
    expect((await refused(read(who.an, mine, there))).code).toBe("not_found")
  })
})

test("two thousand people are told soon after, each once, while nobody waits for it", async () => {
  const id = await newGroup(who.lin, [])
  const now = new Date()
  const [home] = await db().select().from(people).where(eq(people.id, who.lin))
  await engine().write(async ({ db: tx }) => {
    const rows = Array.from({ length: 2_000 }, (_, n) => ({
      ...{
        staffNo: `M${n}`,
        name: `众${n}`,
        email: `m${n}@qimu.example`,
        pinyin: "",
        initials: "",
      },
      ...{ departmentId: home?.departmentId ?? 0, level: "edit" as const, createdAt: now },
    }))
    for (let at = 0; at < rows.length; at += 200) {
      const made = await tx
        .insert(people)
        .values(rows.slice(at, at + 200))
        .returning({ id: people.id })
      await tx
        .insert(groupMembers)
        .values(made.map((row) => ({ groupId: id, personId: row.id, joinedAt: now, joinedSeq: 0 })))
    }
  })
  const begun = performance.now()
  await publish(id, "全员")
  console.info(`published to 2,000 in ${(performance.now() - begun).toFixed(0)} ms`)
  const told = () =>
    db()
      .select({ personId: bundles.personId })
      .from(bundles)
      .where(and(eq(bundles.kind, "group"), eq(bundles.recordId, id)))
  expect(await told()).toEqual([])
  await Promise.all([tellAnnounced(), tellAnnounced()])
  expect(new Set((await told()).map(({ personId }) => personId)).size).toBe(2_000)
  const [counted] = await db()
    .select({ unread: max(bundles.unread) })
    .from(bundles)
    .where(and(eq(bundles.kind, "group"), eq(bundles.recordId, id)))
  expect(counted?.unread).toBe(1)
})
