import { and, desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { write } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { archiveClient } from "./archiving"
import { nextContacts } from "./calendar"
import { findClient } from "./client"
import { seenCommunication } from "./communication"
import { createClient } from "./creating"
import { followUpsDue } from "./due"
import { postponeFollowUp, settleFollowUp } from "./follow-ups"
import { morningOf, nextReminder, quickDays } from "./next-contact"
import { correctCommunication, recordCommunication } from "./recording"
import { remindOfFollowUps } from "./sweeping"

beforeAll(beginWithWorld)

const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
/** A Wednesday long after the sample company's last day. */
const wednesday = "2027-03-10"

async function aClient(actor: PersonActor, name: string): Promise<number> {
  return write(actor, (ctx) =>
    createClient(Object.assign(ctx, { actor }), {
      ...{ name, shortName: "", creditCode: "", stage: "talks", tags: "", region: "" },
      ...{ address: "", remark: "", department: actor.departmentId, ownerId: actor.personId },
    }),
  )
}
const clientOf = async (id: number) => {
  const client = await findClient(db(), id)
  if (!client) throw new Error("there is no such client")
  return client
}
const talk = (
  actor: PersonActor,
  id: number,
  now: Date,
  more: { ownerId?: number; next?: string | null } = {},
) =>
  write(
    actor,
    async (ctx) =>
      recordCommunication(Object.assign(ctx, { actor }), await clientOf(id), {
        ...{ contactName: "顾北", at: now, method: "phone", topic: "问价格", need: "" },
        ...{ response: "", plan: "发报价", ownerId: more.ownerId ?? actor.personId },
        nextAt: more.next ? morningOf(await companyCalendar(), more.next) : null,
      }),
    { now },
  )
const recordOf = async (id: number) => {
  const [row] = await db().select().from(communications).where(eq(communications.id, id))
  if (!row) throw new Error("there is no such record")
  return row
}
const remindersOf = (id: number) =>
  db()
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(and(eq(events.type, "client.follow_up_due"), eq(events.recordId, id)))
    .orderBy(desc(events.id))

test("3 天 counts working days; 1 周 and 2 周 never fall on a day off", async () => {
  const calendar = await companyCalendar()
  const thursday = at("2027-03-11", "10:00")
  expect(quickDays(calendar, thursday)).toEqual(["2027-03-16", "2027-03-18", "2027-03-25"])
  // A week after 24 September 2026 the National Day holidays have begun.
  const [, week] = quickDays(calendar, at("2026-09-24", "10:00"))
  expect(week).toBe("2026-10-08")
})

test("a next contact is spoken of on its morning, after a day off on the first day of work, then each working morning", async () => {
  const calendar = await companyCalendar()
  const next = morningOf(calendar, wednesday)
  expect(nextReminder(calendar, next, at("2027-03-08", "12:00"))).toEqual(next)
  expect(nextReminder(calendar, next, next)).toEqual(morningOf(calendar, "2027-03-11"))
  const sunday = morningOf(calendar, "2027-03-14")
  expect(nextReminder(calendar, sunday, at("2027-03-12", "12:00"))).toEqual(
    morningOf(calendar, "2027-03-15"),
  )
  const friday = morningOf(calendar, "2027-03-12")
  expect(nextReminder(calendar, friday, friday)).toEqual(morningOf(calendar, "2027-03-15"))
  expect(nextReminder(calendar, null, next)).toBeNull()
})

test("whoever owes it is reminded once on the day, however often the sweep runs, and their head after three days", async () => {
  const lv = await as("吕亦凡")
  const id = await aClient(lv, "钟表客户")
  await talk(lv, id, at("2027-03-08", "15:00"), { next: wednesday })
  await remindOfFollowUps(at("2027-03-09", "18:00"))
  expect(await remindersOf(id)).toHaveLength(0)
  const morning = at(wednesday, "09:01")
  await Promise.all([remindOfFollowUps(morning), remindOfFollowUps(morning)])
  await remindOfFollowUps(at(wednesday, "20:00"))
  expect(await remindersOf(id)).toMatchObject([{ data: { days: 0, ownerId: lv.personId } }])
  const mine = and(eq(bundles.kind, "client"), eq(bundles.recordId, id))
  const [owed] = await db()
    .select()
    .from(bundles)
    .where(and(mine, eq(bundles.personId, lv.personId)))
  expect(owed).toMatchObject({ needsYou: true })
  const other = await aClient(lv, "别的客户")
  await talk(lv, other, at(wednesday, "21:00"))
  expect(
    (
      await db()
        .select()
        .from(bundles)
        .where(and(mine, eq(bundles.personId, lv.personId)))
    )[0],
  ).toMatchObject({ needsYou: true })
  await remindOfFollowUps(at("2027-03-11", "09:01"))
  await remindOfFollowUps(at("2027-03-12", "09:01"))
  const head = await as("梁音")
  const told = and(mine, eq(bundles.personId, head.personId))
  expect(await db().select().from(bundles).where(told)).toEqual([])
  // Saturday the 13th is the third day, and nobody works then.
  await remindOfFollowUps(at("2027-03-15", "09:01"))
  expect((await remindersOf(id)).map(({ data }) => data.days)).toEqual([5, 2, 1, 0])
  expect(await db().select().from(bundles).where(told)).toHaveLength(1)
  // A talk is what it asks for.
  await talk(lv, id, at("2027-03-15", "10:00"))
  const [answered] = await db()
    .select()
    .from(bundles)
    .where(and(mine, eq(bundles.personId, lv.personId)))
  expect(answered).toMatchObject({ needsYou: false })
})

test("the next talk answers what was owed; a colleague's own arrangement stays", async () => {
  const [liang, lv] = [await as("梁音"), await as("吕亦凡")]
  const id = await aClient(liang, "两个人跟的客户")
  const first = await talk(liang, id, at("2027-03-01", "10:00"), { next: "2027-03-05" })
  const others = await talk(liang, id, at("2027-03-02", "10:00"), {
    ...{ ownerId: lv.personId, next: "2027-03-20" },
  })
  // Written by the same person: what she owed until then is answered.
  expect(await recordOf(first)).toMatchObject({ settledAt: at("2027-03-02", "10:00") })
  await talk(liang, id, at("2027-03-04", "10:00"), { next: "2027-03-30" })
  expect(await recordOf(others)).toMatchObject({ settledAt: null })
  expect(await clientOf(id)).toMatchObject({
    nextContactAt: morningOf(await companyCalendar(), "2027-03-20"),
    lastContactAt: at("2027-03-04", "10:00"),
  })
})

test("a follow-up is done or put off once, by whoever owes it", async () => {
  const lv = await as("吕亦凡")
  const id = await aClient(lv, "改期的客户")
  const record = await talk(lv, id, at("2027-03-01", "10:00"), { next: "2027-03-03" })
  const seen = async (ctx: Parameters<typeof seenCommunication>[0]) => {
    const found = await seenCommunication(ctx, { id, communication: record })
    if (!found) throw new Error("it isn't there")
    return found
  }
  const now = at("2027-03-03", "10:00")
  await write(lv, async (ctx) => postponeFollowUp(ctx, await seen(ctx), "2027-03-09"), { now })
  expect(dayIn("Asia/Shanghai", (await clientOf(id)).nextContactAt ?? now)).toBe("2027-03-09")
  await write(lv, async (ctx) => settleFollowUp(ctx, await seen(ctx)), { now })
  expect(await clientOf(id)).toMatchObject({ nextContactAt: null })
  await expect(
    write(lv, async (ctx) => settleFollowUp(ctx, await seen(ctx)), { now }),
  ).rejects.toMatchObject({ sentence: "clients.error.settled" })
  await remindOfFollowUps(at("2027-03-09", "09:30"))
  expect(await remindersOf(id)).toHaveLength(0)
})

test("what is owed stands in the calendar, in the feed and among what is due, as long as it is owed", async () => {
  const lv = await as("吕亦凡")
  const id = await aClient(lv, "日历里的客户")
  await talk(lv, id, at("2027-03-01", "10:00"), { next: wednesday })
  const span = { from: at(wednesday, "00:00"), until: at("2027-03-11", "00:00") }
  const here = { href: `/clients/${id}` }
  const shown = await nextContacts.entries(lv, { of: "mine" }, span)
  expect(shown).toContainEqual(
    expect.objectContaining({ title: "日历里的客户", ...here, end: null }),
  )
  const fed = async () =>
    (await nextContacts.feed?.(db(), lv, span))?.filter(({ href }) => href === here.href)
  expect(await fed()).toMatchObject([{ title: "日历里的客户" }])
  const due = async () =>
    (await followUpsDue(lv, span.until)).filter(({ clientId }) => clientId === id)
  expect(await due()).toHaveLength(1)
  const other = await as("南乔")
  expect(
    await nextContacts.entries(other, { of: "department", id: lv.departmentId }, span),
  ).toEqual([])
  await write(lv, async (ctx) => archiveClient(ctx, await clientOf(id), true))
  expect(await due()).toEqual([])
  expect(await fed()).toEqual([])
})

test("a talk can't be of the future, and being responsible for one opens the client", async () => {
  const [liang, chen] = [await as("梁音"), await as("陈晨")]
  const id = await aClient(liang, "请研发看一眼")
  const now = at("2027-03-01", "10:00")
  await expect(
    write(
      liang,
      async (ctx) =>
        recordCommunication(Object.assign(ctx, { actor: liang }), await clientOf(id), {
          ...{ contactName: "", at: at("2027-03-01", "10:01"), method: "online", topic: "明天" },
          ...{ need: "", response: "", plan: "", ownerId: liang.personId, nextAt: null },
        }),
      { now },
    ),
  ).rejects.toMatchObject({ fields: { at: "clients.error.future" } })
  const seenBy = async () =>
    db()
      .select()
      .from(clients)
      .where(eq(clients.id, id))
      .then(async () => {
        const client = await clientOf(id)
        return client.grants.some(({ principal }) => principal === `person:${chen.personId}`)
      })
  expect(await seenBy()).toBe(false)
  await talk(liang, id, now, { ownerId: chen.personId, next: wednesday })
  expect(await seenBy()).toBe(true)
})

test("a word corrected in what is settled opens nothing again; another day does", async () => {
  const ann = await as("南乔")
  const id = await aClient(ann, "改错字有限公司")
  const calendar = await companyCalendar()
  // As a file has it: at three in the afternoon, and over.
  const nextAt = at("2027-03-01", "15:00")
  const record = await write(
    ann,
    async (ctx) =>
      recordCommunication(
        Object.assign(ctx, { actor: ann }),
        await clientOf(id),
        {
          ...{ contactName: "顾北", at: at("2027-02-20", "10:00"), method: "phone", need: "" },
          ...{ topic: "问价咯", response: "", plan: "", ownerId: ann.personId, nextAt },
        },
        true,
      ),
    { now: at(wednesday, "10:00") },
  )
  const corrects = (topic: string, day: string) =>
    write(
      ann,
      async (ctx) => {
        const own = Object.assign(ctx, { actor: ann })
        const seen = await seenCommunication(own, { id, communication: record })
        if (!seen) throw new Error("it isn't there")
        const { contactName, at, method, need, response, plan, ownerId } = seen.record
        await correctCommunication(own, seen.client, seen.record, {
          ...{ contactName, at, method, need, response, plan, ownerId, topic },
          nextAt: morningOf(calendar, day),
        })
      },
      { now: at(wednesday, "11:00") },
    )
  await corrects("问价格", "2027-03-01")
  expect(await recordOf(record)).toMatchObject({ topic: "问价格", nextAt, remindAt: null })
  expect((await recordOf(record)).settledAt).not.toBe(null)
  await corrects("问价格", "2027-03-12")
  expect((await recordOf(record)).settledAt).toBe(null)
})

test("who is made responsible by a correction hears that they owe something", async () => {
  const [nan, liang] = [await as("南乔"), await as("梁音")]
  const id = await aClient(nan, "改负责人有限公司")
  const record = await talk(nan, id, at(wednesday, "10:00"), { next: "2027-03-20" })
  await write(
    nan,
    async (ctx) => {
      const own = Object.assign(ctx, { actor: nan })
      const seen = await seenCommunication(own, { id, communication: record })
      if (!seen) throw new Error("it isn't there")
      const content = { ...seen.record, ownerId: liang.personId }
      await correctCommunication(own, seen.client, seen.record, content)
    },
    { now: at(wednesday, "11:00") },
  )
  const [told] = await db()
    .select()
    .from(bundles)
    .where(
      and(
        eq(bundles.personId, liang.personId),
        eq(bundles.kind, "client"),
        eq(bundles.recordId, id),
      ),
    )
  expect(told?.needsYou).toBe(true)
})
