import { and, eq, isNull, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { guestInvitations } from "@/db/schema/guests"
import { meetings } from "@/db/schema/meetings"
import { messages } from "@/db/schema/messages"
import { sensitivities } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { tasks } from "@/db/schema/tasks"
import { namedScopes } from "@/lib/guests/named-scopes"
import { stateOf } from "@/lib/guests/states"
import { filesForGuest, talkForGuest } from "@/lib/messages/guest-reading"
import { findMessage } from "@/lib/messages/message"
import { canSee as canSeeMessage } from "@/lib/messages/policy"
import { visibleIds } from "@/lib/platform/access"
import type { GuestActor } from "@/lib/platform/actor"
import { seenFile } from "@/lib/platform/files/serving"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import { allowedTopics, guestTopics } from "@/lib/platform/live-authority"
import { registry } from "@/lib/platform/registry"
import { beginWithWorld } from "./world"

let guests: GuestActor[] = []

beforeAll(async () => {
  await beginWithWorld()
  const rows = await db().select().from(guestInvitations)
  const found = await Promise.all(rows.map(({ id }) => guestOfInvitation(db(), id)))
  guests = found.flatMap((guest) => guest ?? [])
})

const ordered = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)

test("the sample company has five guests in force and one who waits for a head", async () => {
  const rows = await db().select().from(guestInvitations)
  const states = rows.map((row) => stateOf(row, new Date())).sort()
  expect(states).toEqual(["used", "used", "used", "used", "used", "waiting"])
  expect(guests).toHaveLength(5)
})

test("of every kind a guest lists and opens exactly what their invitation names", async () => {
  for (const [name, kind] of registry().kinds) {
    const rows = await engine().rows<{ record_id: number }>(
      db(),
      sql`select distinct record_id from access where kind = ${name}`,
    )
    const records = await Promise.all(rows.map(({ record_id }) => kind.find(db(), record_id)))
    for (const guest of guests) {
      const named = guest.scopes.flatMap((scope) => (scope.kind === name ? [scope.id] : []))
      const listed = await engine().rows<{ record_id: number }>(
        db(),
        visibleIds(guest, name, { limit: 10_000 }),
      )
      // What has no list of its own is proved where it is read: messages below, tickets beside their module.
      expect(ordered(listed.map(({ record_id }) => record_id)), name).toEqual(
        kind.unlisted ? [] : ordered(named),
      )
      if (kind.unlisted) continue
      const open = records.flatMap((record) =>
        record && kind.canSee(guest, record) ? [record.id] : [],
      )
      expect(ordered(open), `${guest.name} ${name}`).toEqual(ordered(named))
    }
  }
})

test("a guest reads exactly the messages said where they talk, since they were let in", async () => {
  const ids = await db().select({ id: messages.id }).from(messages)
  const all = (await Promise.all(ids.map(({ id }) => findMessage(db(), id)))).flatMap(
    (m) => m ?? [],
  )
  for (const guest of guests) {
    const listed: number[] = []
    for (const { id, kind } of guest.scopes) {
      if (kind !== "group") continue
      let before: number | undefined
      do {
        const page = await talkForGuest(guest, id, before)
        listed.push(...page.rows.map((row) => row.id))
        before = page.earlier ?? undefined
      } while (before !== undefined)
    }
    const may = all.filter((message) => canSeeMessage(guest, message))
    const shown = may.filter(({ withdrawnAt, note }) => !withdrawnAt && !note)
    expect(ordered(listed), guest.name).toEqual(ordered(shown.map(({ id }) => id)))
    expect(may.every(({ at }) => at >= guest.since)).toBe(true)
  }
})

test("of all files a guest opens exactly those that their pages list", async () => {
  const all = await db().select({ id: files.id }).from(files)
  for (const guest of guests) {
    const listed: number[] = []
    for (const { id, kind } of guest.scopes) {
      if (kind !== "group") continue
      let before: number | undefined
      do {
        const page = await filesForGuest(guest, id, before)
        listed.push(...page.rows.map((row) => row.id))
        before = page.earlier ?? undefined
      } while (before !== undefined)
    }
    const opened: number[] = []
    for (const { id } of all) if (await seenFile(guest, id)) opened.push(id)
    expect(ordered(opened), guest.name).toEqual(ordered(listed))
  }
})

test("a guest listens to what they were let in to and to no other topic there is", async () => {
  const rows = await engine().rows<{ topic: string }>(
    db(),
    sql`select distinct kind || ':' || record_id as topic from access`,
  )
  const homes = await engine().rows<{ topic: string }>(
    db(),
    sql`select distinct 'home:' || principal as topic from access`,
  )
  const topics = [...rows, ...homes].map(({ topic }) => topic)
  expect(topics.length).toBeGreaterThan(300)
  for (const guest of guests)
    expect([...(await allowedTopics(guest, topics))].sort()).toEqual(
      guestTopics(guest)
        .filter((topic) => topics.includes(topic))
        .sort(),
    )
})

test("what has got a label since is named by no door and no page", async () => {
  const [row] = await db()
    .select()
    .from(meetings)
    .where(and(eq(meetings.state, "published"), isNull(meetings.sensitivityId)))
    .limit(1)
  const scope = { invitationId: 0, kind: "meeting", recordId: row?.id ?? 0, may: "view" as const }
  const named = async () =>
    (await namedScopes({ scopes: [{ ...scope, seenAt: null }] })).map(({ title }) => title)
  expect(await named()).toEqual([row?.title])
  await engine().write(async ({ db: tx }) => {
    const [label] = await tx.select().from(sensitivities).limit(1)
    await tx
      .update(meetings)
      .set({ sensitivityId: label?.id ?? null })
      .where(eq(meetings.id, scope.recordId))
  })
  expect(await named()).toEqual([])
})

test("tasks made for what a guest was let in to stay inside", async () => {
  const [any] = await db().select().from(tasks).where(eq(tasks.sourceKind, "meeting")).limit(1)
  const task = any && (await registry().kinds.get("task")?.find(db(), any.id))
  expect(task?.grants.some(({ principal }) => principal.startsWith("scope:"))).toBe(false)
})
