import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clientHandovers, clients, communications } from "@/db/schema/clients"
import { groupMembers } from "@/db/schema/groups"
import { bundles } from "@/db/schema/notifications"
import { tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayIn } from "@/lib/calendar/zones"
import { draftMeeting } from "@/lib/meetings/drafting"
import { publishMeeting } from "@/lib/meetings/publishing"
import { disablePerson, letGo } from "@/lib/people/disabling"
import { heldBy } from "@/lib/people/handover"
import { type PersonActor, sees } from "@/lib/platform/actor"
import { write } from "@/lib/platform/write"
import { createTask } from "@/lib/tasks/creating"
import { moveTask } from "@/lib/tasks/progressing"
import { seenTask } from "@/lib/tasks/task"
import { newGroup } from "@/tests/groups"
import { as, everybody } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { askHandover } from "./asking-handover"
import { findClient } from "./client"
import { answerHandover, canAnswer, type HandoverAnswer, seenHandover } from "./confirming"
import { createClient } from "./creating"
import { linkGroup } from "./group-link"
import { morningOf } from "./next-contact"
import { recordCommunication } from "./recording"
import { timelineOf } from "./timeline"

beforeAll(beginWithWorld)

/** Whom other rules here are about. */
const known = new Set(["梁音", "南乔", "吕亦凡"])

const clientOf = async (id: number) => {
  const client = await findClient(db(), id)
  if (!client) throw new Error("there is no such client")
  return client
}

/** A client with a talk of the past, one that is owed, an open task and a done one. */
async function aBusyClient(owner: PersonActor, name: string) {
  const id = await write(owner, (ctx) =>
    createClient(Object.assign(ctx, { actor: owner }), {
      ...{ name, shortName: "", creditCode: "", stage: "active", tags: "", region: "" },
      ...{ address: "", remark: "", department: owner.departmentId, ownerId: owner.personId },
    }),
  )
  const calendar = await companyCalendar()
  const soon = morningOf(calendar, dayIn(calendar.timeZone, new Date(Date.now() + 5 * 86_400_000)))
  const talks: number[] = []
  for (const nextAt of [null, soon])
    talks.push(
      await write(owner, async (ctx) =>
        recordCommunication(Object.assign(ctx, { actor: owner }), await clientOf(id), {
          ...{ contactName: "", at: ctx.now, method: "phone", topic: "谈事", need: "" },
          ...{ response: "", plan: "", ownerId: owner.personId, nextAt },
        }),
      ),
    )
  const task = (name: string) =>
    write(owner, (ctx) =>
      createTask(Object.assign(ctx, { actor: owner }), {
        ...{ name, description: "", coworkerIds: [], startAt: null, dueAt: null, risk: "" },
        ...{ priority: "medium", departmentId: null, sensitivityId: null },
        ...{ ownerId: owner.personId, source: { kind: "client", id } },
      }),
    )
  const [open, done] = [await task("要做的"), await task("做完的")]
  await write(owner, async (ctx) => {
    const found = await seenTask(ctx, { id: done })
    if (found) await moveTask(Object.assign(ctx, { actor: owner }), found, "done")
  })
  return { id, talks, open, done }
}
const ask = (actor: PersonActor, id: number, to: PersonActor, all = false) =>
  write(actor, async (ctx) =>
    askHandover(Object.assign(ctx, { actor }), await clientOf(id), {
      ...{ toId: to.personId, note: "价格已经谈好，别再动", all },
    }),
  )
const answer = (actor: PersonActor, id: number, said: HandoverAnswer) =>
  write(actor, async (ctx) => {
    const handover = (await clientOf(id)).handover?.id ?? 0
    const seen = await seenHandover(ctx, { id, handover })
    if (!seen || !canAnswer(actor, seen, said)) throw new Error("not theirs to answer")
    await answerHandover(Object.assign(ctx, { actor }), seen, said)
  })
const ownersOf = async (id: number) =>
  (await db().select().from(communications).where(eq(communications.clientId, id)))
    .toSorted((a, b) => a.id - b.id)
    .map(({ ownerId }) => ownerId)
const taskOwner = async (id: number) =>
  (await db().select().from(tasks).where(eq(tasks.id, id)))[0]?.ownerId

test("when both have confirmed, everything open moves and what is done stays", async () => {
  const [liang, nan] = [await as("梁音"), await as("南乔")]
  const { id, open, done } = await aBusyClient(liang, "移交给华南的客户")
  await ask(liang, id, nan)
  expect(await clientOf(id)).toMatchObject({ ownerId: liang.personId })
  const waiting = and(eq(bundles.kind, "client"), eq(bundles.recordId, id))
  const [asked] = await db()
    .select()
    .from(bundles)
    .where(and(waiting, eq(bundles.personId, nan.personId)))
  expect(asked).toMatchObject({ needsYou: true })
  await answer(nan, id, "confirm")
  const [answered] = await db()
    .select()
    .from(bundles)
    .where(and(waiting, eq(bundles.personId, nan.personId)))
  expect(answered).toMatchObject({ needsYou: false })
  expect(await clientOf(id)).toMatchObject({
    ...{ ownerId: nan.personId, departmentId: nan.departmentId, handover: null },
  })
  expect(await ownersOf(id)).toEqual([liang.personId, nan.personId])
  expect([await taskOwner(open), await taskOwner(done)]).toEqual([nan.personId, liang.personId])
  const [kept] = await db()
    .select()
    .from(clientHandovers)
    .where(eq(clientHandovers.toId, nan.personId))
  expect(kept).toMatchObject({ outcome: "taken", note: "价格已经谈好，别再动" })
})

test("a head who asks needs both; either may decline, and the head may take it back", async () => {
  const [head, lv, zou] = [await as("梁音"), await as("吕亦凡"), await as("邹知夏")]
  const { id } = await aBusyClient(lv, "组长安排移交的客户")
  await ask(head, id, zou)
  await answer(zou, id, "confirm")
  expect(await clientOf(id)).toMatchObject({ ownerId: lv.personId })
  await expect(answer(zou, id, "confirm")).rejects.toThrow("not theirs")
  await expect(answer(head, id, "confirm")).rejects.toThrow("not theirs")
  await answer(lv, id, "decline")
  expect(await clientOf(id)).toMatchObject({ ownerId: lv.personId, handover: null })
  await ask(head, id, zou)
  await expect(ask(head, id, zou)).rejects.toMatchObject({ code: "conflict" })
  await answer(head, id, "withdraw")
  await ask(head, id, zou)
  await answer(lv, id, "confirm")
  await answer(zou, id, "confirm")
  expect(await clientOf(id)).toMatchObject({ ownerId: zou.personId, departmentId: lv.departmentId })
})

test("all clients of somebody go by one question and one answer", async () => {
  const [shi, nan] = [await as("施望舒"), await as("南乔")]
  const before = await db().select().from(clients).where(eq(clients.ownerId, shi.personId))
  const open = before.filter(({ archivedAt }) => archivedAt === null)
  const [first] = open
  if (!first) throw new Error("they have none")
  await ask(shi, first.id, nan, true)
  await answer(nan, first.id, "confirm")
  const left = await db().select().from(clients).where(eq(clients.ownerId, shi.personId))
  expect(left.every(({ archivedAt }) => archivedAt !== null)).toBe(true)
  expect(open.length).toBeGreaterThan(3)
})

test("a leaver's clients and follow-ups are offered and go at once, with their history", async () => {
  const [hr, head, lv] = [await as("何静"), await as("梁音"), await as("吕亦凡")]
  const { id, talks } = await aBusyClient(lv, "离职同事的客户")
  const others = await aBusyClient(head, "组长的客户")
  await write(lv, async (ctx) =>
    recordCommunication(Object.assign(ctx, { actor: lv }), await clientOf(others.id), {
      ...{ contactName: "", at: ctx.now, method: "online", topic: "代为联系", need: "" },
      ...{ response: "", plan: "", ownerId: lv.personId },
      nextAt: new Date(Date.now() + 3 * 86_400_000),
    }),
  )
  const kinds = (await heldBy(db(), lv.personId)).map(({ holding }) => holding.kind)
  expect(kinds).toEqual(expect.arrayContaining(["client", "follow_up"]))
  await write(hr, (ctx) =>
    letGo(
      Object.assign(ctx, { actor: hr }),
      { id: lv.personId },
      { receivers: new Map([["to", head.personId]]), heads: new Set(), later: false },
    ),
  )
  expect(await clientOf(id)).toMatchObject({ ownerId: head.personId })
  expect(await ownersOf(id)).toEqual([lv.personId, head.personId])
  expect(talks).toHaveLength(2)
  expect((await heldBy(db(), lv.personId)).map(({ holding }) => holding.kind)).not.toContain(
    "client",
  )
  expect((await ownersOf(others.id)).at(-1)).toBe(head.personId)
})

test("the note of a handover stays with the client's story when it is over", async () => {
  const [liang, nan] = [await as("梁音"), await as("南乔")]
  const { id } = await aBusyClient(liang, "交接说明还在有限公司")
  await ask(liang, id, nan)
  await answer(nan, id, "confirm")
  const { entries } = await timelineOf(nan, id)
  const over = entries.find(
    (entry) => entry.is === "event" && entry.event.type.endsWith("handed_over"),
  )
  expect(over?.is === "event" && over.event.note).toBe("价格已经谈好，别再动")
})

test("when the one who was to take over leaves, nothing goes to them, and the client is free again", async () => {
  const liang = await as("梁音")
  const he = (await everybody()).find(
    ({ name, level, duties }) => level === "edit" && duties.size === 0 && !known.has(name),
  )
  if (!he) throw new Error("there is nobody else")
  const { id } = await aBusyClient(liang, "接手人离职有限公司")
  await ask(liang, id, he)
  await write({ kind: "system", name: "test" }, (ctx) => disablePerson(ctx, { id: he.personId }))
  const left = await clientOf(id)
  expect(left.handover).toBe(null)
  expect(left.ownerId).toBe(liang.personId)
  expect(left.grants.map(({ principal }) => principal)).not.toContain(`person:${he.personId}`)
  const [last] = await db()
    .select()
    .from(clientHandovers)
    .where(eq(clientHandovers.toId, he.personId))
  expect(last?.outcome).toBe("withdrawn")
})

const memberOf = async (groupId: number, { personId }: PersonActor) => {
  const [row] = await db()
    .select({ role: groupMembers.role })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId)))
  return row?.role ?? null
}
async function aLinkedGroup(owner: PersonActor, clientId: number, name: string) {
  const id = await newGroup(owner.personId, [], { kind: "client", name })
  const manager = await as(owner.name)
  await write(manager, async (ctx) =>
    linkGroup(Object.assign(ctx, { actor: manager }), await clientOf(clientId), id),
  )
  return id
}
const seesClient = async (name: string, id: number) => sees(await as(name), await clientOf(id))

test("who handed a client over sees it no more, nor the groups it is spoken with in", async () => {
  const [liang, nan] = [await as("梁音"), await as("南乔")]
  const { id } = await aBusyClient(liang, "交出去就看不到有限公司")
  const group = await aLinkedGroup(liang, id, "交出去的客户群")
  await ask(liang, id, nan)
  expect(await memberOf(group, nan)).toBeNull()
  await answer(nan, id, "confirm")
  expect(await memberOf(group, nan)).toBe("manager")
  expect(await memberOf(group, liang)).toBeNull()
  expect(await seesClient("梁音", id)).toBe(false)
  expect(await seesClient("南乔", id)).toBe(true)
  // What they were responsible for stays theirs in the client's history.
  expect((await ownersOf(id))[0]).toBe(liang.personId)
  // Taken on again since, it lets them in as it does anybody.
  await write(nan, async (ctx) =>
    recordCommunication(Object.assign(ctx, { actor: nan }), await clientOf(id), {
      ...{ contactName: "", at: ctx.now, method: "phone", topic: "请教旧事", need: "" },
      ...{ response: "", plan: "", ownerId: liang.personId, nextAt: null },
    }),
  )
  expect(await seesClient("梁音", id)).toBe(true)
})

test("a meeting of a group in which a client is spoken with stands in the client's line of time", async () => {
  const liang = await as("梁音")
  const { id } = await aBusyClient(liang, "开会的客户有限公司")
  const groupId = await aLinkedGroup(liang, id, "开会的客户群")
  const host = await as("梁音")
  const meeting = await write(host, async (ctx) => {
    const own = Object.assign(ctx, { actor: host })
    const { personId } = host
    const draft = await draftMeeting(own, {
      ...{ title: "二期验收会", place: "", online: "", groupId, sensitivityId: null },
      startAt: new Date("2031-03-12T10:00:00+08:00"),
      endAt: new Date("2031-03-12T11:00:00+08:00"),
      ...{ hostId: personId, noteTakerId: personId, personIds: [] },
      topics: [{ title: "验收", goal: "签字", minutes: 20, presenterId: null }],
    })
    await publishMeeting(own, draft)
    return draft.id
  })
  const shown = async (name: string) =>
    (await timelineOf(await as(name), id)).entries.some(
      (entry) =>
        entry.is === "record" && entry.record.kind === "meeting" && entry.record.id === meeting,
    )
  expect(await shown("梁音")).toBe(true)
  // Who sees the client and not the meeting finds nothing of it.
  expect(await shown("邹知夏")).toBe(false)
})

test("within a department who handed it over still sees it, and stays in its groups as a member", async () => {
  const [liang, zou] = [await as("梁音"), await as("邹知夏")]
  const { id } = await aBusyClient(liang, "组内交接有限公司")
  const group = await aLinkedGroup(liang, id, "组内交接的客户群")
  await ask(liang, id, zou)
  await answer(zou, id, "confirm")
  expect(await memberOf(group, zou)).toBe("manager")
  expect(await memberOf(group, liang)).toBe("member")
  expect(await seesClient("梁音", id)).toBe(true)
})
