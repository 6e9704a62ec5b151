import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { departments, people, personDuties } from "@/db/schema/people"
import { addMembers } from "@/lib/groups/joining"
import { takeOut } from "@/lib/groups/leaving"
import { setRole } from "@/lib/groups/roles"
import { disablePerson } from "@/lib/people/disabling"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { writeAsSystem } from "@/lib/platform/write"
import { does, group, newGroup, refused } from "@/tests/groups"
import { inDays, invitation, inviting, sends } from "@/tests/inviting"
import { aPerson } from "@/tests/people"
import { decideAction, extendAction, newLinkAction, revokeAction, takeOverAction } from "./actions"
import { canSee } from "./policy"
import { listInvitations, waitingForMe } from "./queries"
import { stateOf } from "./states"
import { sweepGuests } from "./sweeping"

const who = { ann: 0, bob: 0, cat: 0, head: 0, next: 0, boss: 0 }
let client = 0
let project = 0

beforeAll(async () => {
  await migrate()
  who.ann = await aPerson("ann", { department: "客服部" })
  who.cat = await aPerson("cat", { department: "客服部" })
  who.bob = await aPerson("bob", { department: "研发部" })
  who.head = await aPerson("head", { department: "研发部" })
  who.next = await aPerson("next", { department: "研发部" })
  who.boss = await aPerson("boss", { department: "办公室" })
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.insert(personDuties).values({ personId: who.boss, duty: "platform" })
    await ctx.tx.update(departments).set({ headId: who.head }).where(eq(departments.name, "研发部"))
    await organisationChanged(ctx)
    emit(ctx, { type: "person.duties", recordId: who.boss, data: { personIds: [who.boss] } })
  })
})
beforeEach(async () => {
  client = await newGroup(who.ann, [who.bob, who.cat], { kind: "client", name: "远山科技" })
  project = await newGroup(who.bob, [who.ann, who.cat], { name: "远山科技二期" })
})

const lab = async () => {
  const [row] = await db().select().from(departments).where(eq(departments.name, "研发部"))
  return row?.id ?? 0
}
const leads = (id: number | null) =>
  writeAsSystem("test", async (ctx) => {
    await ctx.tx.update(departments).set({ headId: id }).where(eq(departments.name, "研发部"))
    await organisationChanged(ctx)
    emit(ctx, { type: "department.headed", recordId: await lab(), data: {} })
  })
const leaves = (personId: number, groupId: number) =>
  writeAsSystem("test", (ctx) => takeOut(ctx, groupId, [personId], "removed"))
const lists = async (personId: number, id: number) =>
  (await does(personId, ({ actor }) => listInvitations(actor, { view: "all" }))).rows.some(
    (row) => row.id === id,
  )
const sees = (personId: number, id: number) =>
  does(personId, async ({ actor }) => canSee(actor, await invitation(id)))
/** Whether the inbox says that somebody has something to do about an invitation. */
const asked = async (personId: number, id: number) => {
  const [row] = await db()
    .select()
    .from(bundles)
    .where(and(eq(bundles.personId, personId), eq(bundles.kind, "guest"), eq(bundles.recordId, id)))
  return row !== undefined && row.state !== "done" && row.needsYou
}
const waits = async () => {
  const { id } = await inviting(who.ann, [`group:${project}:view`])
  return id
}
const agrees = async (by: number, id: number, accepts: "yes" | "no" = "yes") =>
  sends(by, decideAction, { id, department: await lab(), accepts })

test("an invitation lasts no longer than its ground: who is out of the group extends nothing", async () => {
  const own = await inviting(who.ann, [`group:${client}:talk`])
  await does(who.ann, async (ctx) => setRole(ctx, await group(client), who.bob, "manager"))
  await leaves(who.ann, client)
  const longer = refused(sends(who.ann, extendAction, { id: own.id, until: inDays(30) }))
  expect(await longer).toMatchObject({ code: "conflict", sentence: "guests.error.ground" })
  const link = refused(sends(who.ann, newLinkAction, { id: own.id }))
  expect((await link).sentence).toBe("guests.error.ground")
  // Nor does 平台管理 lend it another ground.
  const lent = refused(sends(who.boss, extendAction, { id: own.id, until: inDays(30) }))
  expect((await lent).sentence).toBe("guests.error.ground")
})

test("heads agreed to a guest of one department: when the host moves, theirs is asked anew", async () => {
  const id = await waits()
  await agrees(who.head, id)
  await sends(who.ann, extendAction, { id, until: inDays(20) })
  expect(stateOf(await invitation(id), new Date())).toBe("open")
  const other = await inviting(who.cat, [`group:${client}:view`])
  expect(other.link).not.toBe(null)
  const office = await aPerson("clerk", { department: "行政部" })
  await writeAsSystem("test", async (ctx) => {
    const [home] = await ctx.tx.select().from(people).where(eq(people.id, office))
    await ctx.tx
      .update(people)
      .set({ departmentId: home?.departmentId ?? 0 })
      .where(eq(people.id, who.cat))
    await organisationChanged(ctx)
    emit(ctx, { type: "person.moved", recordId: who.cat, data: { personIds: [who.cat] } })
  })
  const longer = refused(sends(who.cat, extendAction, { id: other.id, until: inDays(20) }))
  expect((await longer).sentence).toBe("guests.error.ground")
})

test("a head's yes opens nothing that its host may not open any more", async () => {
  const id = await waits()
  await leaves(who.ann, project)
  expect((await refused(agrees(who.head, id))).sentence).toBe("guests.error.ground")
  expect(stateOf(await invitation(id), new Date())).toBe("waiting")
  await agrees(who.head, id, "no")
  expect(stateOf(await invitation(id), new Date())).toBe("refused")
})

test("whoever answers for a group finds its guests, from the day they do until the day they don't", async () => {
  const { id } = await inviting(who.ann, [`group:${client}:talk`])
  expect(await lists(who.bob, id)).toBe(false)
  await does(who.ann, async (ctx) => setRole(ctx, await group(client), who.bob, "manager"))
  expect(await lists(who.bob, id)).toBe(true)
  await does(who.ann, async (ctx) => setRole(ctx, await group(client), who.bob, "member"))
  expect(await lists(who.bob, id)).toBe(false)
  expect(await sees(who.bob, id)).toBe(false)
  const rows = await db()
    .select()
    .from(access)
    .where(and(eq(access.kind, "guest"), eq(access.recordId, id)))
  const now = (await invitation(id)).grants.map(({ principal }) => principal)
  expect(rows.map(({ principal }) => principal).sort()).toEqual([...now].sort())
})

test("who leads a department now decides about what waits for it, and is asked", async () => {
  const id = await waits()
  expect(await asked(who.head, id)).toBe(true)
  await leads(who.next)
  expect(await asked(who.next, id)).toBe(true)
  expect(await asked(who.head, id)).toBe(false)
  expect(await lists(who.head, id)).toBe(false)
  expect(await does(who.next, ({ actor }) => waitingForMe(actor))).toBeGreaterThan(0)
  await agrees(who.next, id)
  expect(stateOf(await invitation(id), new Date())).toBe("open")
  await leads(who.head)
})

test("nobody is asked who has left: the next head above is, or 平台管理", async () => {
  const gone = await aPerson("gone", { department: "研发部" })
  await leads(gone)
  const id = await waits()
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: gone }))
  expect((await invitation(id)).approvals[0]?.headId).toBe(null)
  const later = await waits()
  expect((await invitation(later)).approvals[0]?.headId).toBe(null)
  await leads(who.head)
  expect((await invitation(id)).approvals[0]?.headId).toBe(who.head)
  await agrees(who.head, id)
  expect(stateOf(await invitation(id), new Date())).toBe("open")
})

test("once it is decided, ended or taken back nobody's inbox asks for anything any more", async () => {
  const agreed = await waits()
  await agrees(who.head, agreed)
  expect(await asked(who.head, agreed)).toBe(false)
  const decidedForThem = await waits()
  await agrees(who.boss, decidedForThem)
  expect(await asked(who.head, decidedForThem)).toBe(false)
  const back = await waits()
  await sends(who.ann, revokeAction, { id: back })
  expect(await asked(who.head, back)).toBe(false)
  const over = await waits()
  await sweepGuests((await invitation(over)).expiresAt)
  expect(await asked(who.head, over)).toBe(false)
})

test("extended or revoked it needs nobody's reminder, and what is short from the start is no news", async () => {
  const { id } = await inviting(who.ann, [`group:${client}:talk`])
  const end = (await invitation(id)).expiresAt.getTime()
  await sweepGuests(new Date(end - 2 * 24 * 3600 * 1000))
  expect(await asked(who.ann, id)).toBe(true)
  await sends(who.ann, extendAction, { id, until: inDays(20) })
  expect(await asked(who.ann, id)).toBe(false)
  const short = await inviting(who.ann, [`group:${client}:talk`], { until: inDays(1) })
  await sweepGuests()
  expect(await asked(who.ann, short.id)).toBe(false)
})

test("what a leaver leaves is told to 平台管理 where nobody else answers for it, until it is taken over", async () => {
  const leaver = await aPerson("leaver", { department: "客服部" })
  const lone = await newGroup(leaver, [who.ann], { kind: "client", name: "只有一位负责人" })
  const { id } = await inviting(leaver, [`group:${lone}:talk`])
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: leaver }))
  expect(stateOf(await invitation(id), new Date())).toBe("suspended")
  expect(await asked(who.boss, id)).toBe(true)
  await writeAsSystem("test", async (ctx) => setRole(ctx, await group(lone), who.ann, "manager"))
  await sends(who.ann, takeOverAction, { id })
  expect(await asked(who.boss, id)).toBe(false)
  expect(stateOf(await invitation(id), new Date())).toBe("open")
})

test("an invitation that rests counts in nobody's badge", async () => {
  const before = await does(who.head, ({ actor }) => waitingForMe(actor))
  const leaver = await aPerson("leaver2", { department: "客服部" })
  await writeAsSystem("test", async (ctx) => {
    await addMembers(ctx, await group(project), [leaver])
  })
  const { id } = await inviting(leaver, [`group:${project}:view`])
  expect(await does(who.head, ({ actor }) => waitingForMe(actor))).toBe(before + 1)
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: leaver }))
  expect(stateOf(await invitation(id), new Date())).toBe("suspended")
  expect(await does(who.head, ({ actor }) => waitingForMe(actor))).toBe(before)
  const said = await db()
    .select({ type: events.type })
    .from(events)
    .where(and(eq(events.kind, "guest"), eq(events.recordId, id)))
  expect(said.map(({ type }) => type)).toContain("guest.suspended")
})
