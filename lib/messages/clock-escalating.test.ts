import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { clocks } from "@/db/schema/messages"
import { deliveries, notificationPreferences } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { instantOf } from "@/lib/calendar/zones"
import { listInbox } from "@/lib/notifications/queries"
import { visibleIds } from "@/lib/platform/access"
import { sees } from "@/lib/platform/actor"
import { templates } from "@/lib/platform/mail-templates"
import { registry } from "@/lib/platform/registry"
import { searchFor } from "@/lib/search/queries"
import { aGroup, ask, clockOf, doing, gone, heads } from "@/tests/clocks"
import { actor, aPerson } from "@/tests/people"
import { findClock } from "./clock"
import { answerClocks } from "./clock-answering"
import { cancelClocks } from "./clock-cancelling"
import { clockPage } from "./clock-page"
import { sweepClocks } from "./clock-sweep"

const who = { ann: 0, bob: 0, lead: 0, head: 0, max: 0, far: 0 }
let group = 0
const secret = "远山科技的报价是三十二万"

beforeAll(async () => {
  await migrate()
  who.ann = await aPerson("ann", { name: "安然", department: "客服部" })
  who.bob = await aPerson("bob", { name: "陈晨", department: "后端组" })
  who.lead = await aPerson("lead", { name: "石磊", department: "后端组" })
  who.head = await aPerson("head", { name: "周舟", department: "研发部" })
  who.max = await aPerson("max", { name: "林默", department: "产品部" })
  who.far = await aPerson("far", { name: "何静", department: "行政部" })
  await heads("研发部", who.head)
  await heads("后端组", who.lead, "研发部")
  group = await aGroup({ managers: [who.max], members: [who.ann, who.bob] })
})

const monday = (clock: string) => instantOf("Asia/Shanghai", "2026-11-23", clock)

/** Asked at ten, not answered by noon. */
async function overdue(
  asked: number,
  { groupId = group, by = who.ann, urgency = "ordinary" as const } = {},
) {
  const said = { at: monday("10:00"), urgency, body: secret, reason: "定报价" }
  const id = await ask({ groupId, by, asked: [asked], ...said })
  await sweepClocks(monday("12:00"))
  return clockOf(id, asked)
}

describe("an overdue answer goes to", () => {
  test("the nearest head above who owes it, and the managers of the group", async () => {
    expect((await overdue(who.bob)).escalatedTo).toEqual([who.lead, who.max])
  })

  test("the head above, when the head owes it", async () => {
    const here = await aGroup({ managers: [who.max], members: [who.ann, who.lead] })
    expect((await overdue(who.lead, { groupId: here })).escalatedTo).toEqual([who.head, who.max])
  })

  test("nobody twice, and not to the manager who owes it", async () => {
    const here = await aGroup({ managers: [who.lead, who.bob], members: [who.ann] })
    expect((await overdue(who.bob, { groupId: here })).escalatedTo).toEqual([who.lead])
  })

  test("only people who still work here", async () => {
    await gone(who.lead)
    try {
      expect((await overdue(who.bob)).escalatedTo).toEqual([who.head, who.max])
    } finally {
      await gone(who.lead, null)
    }
  })

  test("the head alone in a private chat, whose members manage nothing", async () => {
    const chat = await aGroup({ kind: "direct", name: "", managers: [who.ann, who.bob] })
    const clock = await overdue(who.bob, { groupId: chat })
    expect(clock.escalatedTo).toEqual([who.lead])
    expect((await findClock(db(), clock.id))?.title).toBe("安然 → 陈晨 · 11-23 12:00")
  })

  test("the line manager of a head with nobody above", async () => {
    const boss = await aPerson("boss", { department: "总经办" })
    await engine().write((tx) =>
      Promise.resolve(tx.db.update(people).set({ managerId: boss }).where(eq(people.id, who.head))),
    )
    const here = await aGroup({ members: [who.ann, who.head] })
    expect((await overdue(who.head, { groupId: here })).escalatedTo).toEqual([boss])
  })

  test("nobody where there is neither, and is still written down", async () => {
    const here = await aGroup({ members: [who.ann, who.far] })
    expect(await overdue(who.far, { groupId: here })).toMatchObject({
      escalatedTo: [],
      escalatedAt: monday("12:00"),
      open: true,
    })
  })
})

describe("who can't see the group", () => {
  const strings = (value: unknown) => JSON.stringify(value)

  test("reads names, group and time in the inbox, and nothing of what was said", async () => {
    const clock = await overdue(who.bob)
    const lead = await actor(who.lead)
    const { bundles } = await listInbox(lead, "open", true)
    const bundle = bundles.find(({ kind, recordId }) => kind === "clock" && recordId === clock.id)
    expect(bundle).toMatchObject({
      title: "安然 → 陈晨 · 秋季版本 V3.2 · 11-23 12:00",
      href: `/groups/awaiting?clock=${clock.id}`,
    })
    const clocksTold = bundles.filter(({ kind }) => kind === "clock")
    expect(strings(clocksTold)).not.toMatch(/远山|报价/)
    const page = await clockPage(lead, clock.id)
    expect(page?.message).toBeNull()
    expect(strings(page)).not.toMatch(/远山|报价/)
  })

  test("finds nothing of it by searching, nor does anybody else by this record", async () => {
    const clock = await overdue(who.bob)
    for (const id of [who.lead, who.bob, who.far])
      for (const query of ["远山", "报价", "陈晨"]) {
        const { found } = await searchFor(await actor(id), query)
        expect(found.filter(({ kind }) => kind === "clock")).toEqual([])
        const here = found.filter(({ href }) => href.startsWith(`/groups/${group}?`))
        expect(here.length > 0).toBe(id === who.bob && !query.startsWith("陈"))
      }
    expect(clock.escalatedTo).toContain(who.lead)
  })

  test("gets a mail without it, and others none at all", async () => {
    const choice = { category: "messages.escalated", channel: "email" as const, wanted: true }
    await engine().write((tx) =>
      tx.db.insert(notificationPreferences).values({ personId: who.lead, ...choice }),
    )
    const clock = await overdue(who.bob)
    const mails = await db().select().from(deliveries).where(eq(deliveries.personId, who.lead))
    const payload = mails.at(-1)?.payload ?? ""
    const reader = { locale: "zh" as const, timeZone: "Asia/Shanghai" }
    const letter = await templates.event?.(payload, { actor: await actor(who.lead), ...reader })
    expect(letter?.subject).toContain("安然 → 陈晨 · 秋季版本 V3.2")
    expect(letter?.link?.url).toContain(`/groups/awaiting?clock=${clock.id}`)
    expect(strings(letter)).not.toMatch(/远山|报价/)
    expect(await templates.event?.(payload, { actor: await actor(who.far), ...reader })).toBeNull()
  })

  test("leaves no words in the event either, which the audit log shows", async () => {
    const clock = await overdue(who.bob)
    const said = await db().select().from(events).where(eq(events.recordId, clock.id))
    expect(said.filter(({ type }) => type === "clock.escalated")).toHaveLength(1)
    expect(strings(said)).not.toMatch(/远山|报价/)
  })

  test("gets no link to the message, and who is in the group does", async () => {
    const clock = await overdue(who.bob)
    const max = await clockPage(await actor(who.max), clock.id)
    expect(max?.message).toBe(`/groups/${group}?message=${clock.messageId}`)
    expect(await clockPage(await actor(who.far), clock.id)).toBeNull()
  })
})

test("an answer that isn't overdue is nobody's record", async () => {
  const at = monday("14:00")
  const id = await ask({ groupId: group, by: who.ann, asked: [who.bob], at })
  const { id: clockId } = await clockOf(id, who.bob)
  expect(await findClock(db(), clockId)).toBeNull()
  for (const name of ["ann", "bob", "max"] as const)
    expect(await clockPage(await actor(who[name]), clockId)).toBeNull()
})

test("list and lock agree on who has an escalated answer", async () => {
  const kept = await db()
    .selectDistinct({ id: access.recordId })
    .from(access)
    .where(eq(access.kind, "clock"))
  expect(kept.length).toBeGreaterThan(5)
  const all = await db().select({ id: clocks.id }).from(clocks)
  for (const personId of Object.values(who)) {
    const reader = await actor(personId)
    const listed = await engine().rows<{ record_id: number }>(
      db(),
      visibleIds(reader, "clock", { limit: 1_000 }),
    )
    const open = await Promise.all(
      all.map(async ({ id }) => {
        const clock = await findClock(db(), id)
        return clock && sees(reader, clock) ? [id] : []
      }),
    )
    expect(listed.map((row) => Number(row.record_id)).toSorted((a, b) => a - b)).toEqual(
      open.flat().toSorted((a, b) => a - b),
    )
  }
})

test("those it went to hear that it came, or that it is no longer needed", async () => {
  const [late, dropped] = [await overdue(who.bob), await overdue(who.bob)]
  await doing(who.bob, monday("12:30"), (ctx) =>
    answerClocks(ctx, { personId: who.bob, messageIds: [late.messageId], how: "reply" }),
  )
  await doing(who.ann, monday("12:30"), (ctx) =>
    cancelClocks(ctx, { messageIds: [dropped.messageId] }),
  )
  const { bundles } = await listInbox(await actor(who.lead), "done", true)
  const done = bundles.map(({ recordId }) => recordId)
  expect(done).toEqual(expect.arrayContaining([late.id, dropped.id]))
  const about = async (id: number) =>
    (await db().select().from(events).where(eq(events.recordId, id))).map(({ type }) => type)
  expect(await about(late.id)).toContain("clock.answered")
  expect(await about(dropped.id)).toContain("clock.cancelled")
})

test("every word of it stands in the audit log's language", () => {
  const said = registry().modules.flatMap(({ said: each }) => Object.keys(each?.zh ?? {}))
  for (const type of registry().events.keys())
    if (/^clock\./.test(type)) expect(said).toContain(type)
})
