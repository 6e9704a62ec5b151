import { afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { leaves } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { instantOf } from "@/lib/calendar/zones"
import { takeLeave } from "@/lib/people/taking-leave"
import { busyTopic } from "@/lib/platform/calendar-source"
import { endAll } from "@/lib/platform/live"
import { guardStreams } from "@/lib/platform/live-authority"
import { changeTopics, openStream } from "@/lib/platform/live-response"
import { openSession } from "@/lib/platform/session"
import { actorOfSession } from "@/lib/platform/session-row"
import { writeAsSystem } from "@/lib/platform/write"
import { createTask } from "@/lib/tasks/creating"
import { actor, aPerson } from "@/tests/people"
import { type Heard, hearStream, streamId } from "@/tests/sse"
import { acting, aGroup } from "@/tests/talk"
import { findAppointment } from "./appointment"
import { cancelAppointment } from "./cancelling"
import { appointmentFields } from "./inputs"
import { calendarPage } from "./page"
import { contentFrom } from "./reading-input"
import { createAppointment, editAppointment } from "./writing"

const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const now = at("2026-11-23", "08:00")
const who = { chen: 0, zhou: 0, eve: 0 }
const where = { group: 0, product: 0, office: 0 }

beforeAll(async () => {
  await migrate()
  guardStreams()
  who.chen = await aPerson("chen", { department: "产品部" })
  who.zhou = await aPerson("zhou", { department: "产品部" })
  who.eve = await aPerson("eve", { department: "财务部" })
  where.group = await aGroup([who.chen, who.zhou])
  where.product = (await actor(who.chen)).departmentId
  where.office = (await actor(who.eve)).departmentId
})
beforeEach(async () => {
  await engine().write(async ({ db: tx }) => {
    await tx.delete(appointments)
    await tx.delete(leaves)
    await tx.delete(tasks)
  })
})
afterEach(endAll)

const form = { title: "牙科复诊", start: "2026-11-24T15:00", end: "2026-11-24T16:00" }
const contentOf = async (more: object = {}) =>
  contentFrom(appointmentFields.parse({ ...form, ...more }), await companyCalendar())
const make = (owner: number, more: object = {}) =>
  acting(owner, async (ctx) => createAppointment(ctx, await contentOf(more)), now)
const found = async (id: number) => {
  const one = await findAppointment(db(), id)
  if (!one) throw new Error("there is no such appointment")
  return one
}
const aTask = (owner: number, name: string, more: object = {}) =>
  acting(
    owner,
    (ctx) =>
      createTask(ctx, {
        ...{ name, description: "", ownerId: owner, coworkerIds: [], startAt: null, risk: "" },
        ...{ dueAt: at("2026-11-25", "18:00"), priority: "medium", departmentId: null },
        ...{ sensitivityId: null, ...more },
      }),
    now,
  )
const page = async (person: number, filter: object) =>
  calendarPage(await actor(person), { view: "week", date: "2026-11-24", ...filter }, now)

test("a department's calendar has its tasks and leave, and of its people's appointments only when they are busy", async () => {
  await make(who.chen, { place: "春晖口腔", note: "带医保卡" })
  await aTask(who.zhou, "需求清单", { departmentId: where.product })
  await acting(
    who.zhou,
    (ctx) =>
      takeLeave(ctx, who.zhou, {
        ...{ firstDay: "2026-11-26", lastDay: "2026-11-26", deputyId: null, note: "陪家人就医" },
      }),
    now,
  )
  const shown = await page(who.zhou, { department: where.product })
  expect(shown.entries.map(({ title }) => title)).toEqual(["需求清单", "zhou 请假"])
  expect(shown.busy).toEqual([
    {
      personIds: [who.chen],
      ...{ start: at("2026-11-24", "15:00"), end: at("2026-11-24", "16:00") },
    },
  ])
  expect(shown.members.map(({ name }) => name)).toEqual(["chen", "zhou"])
  expect(JSON.stringify(shown)).not.toMatch(/牙科|春晖|医保|就医/)
})

test("a group's calendar has the group's tasks and its members' busy times, nobody else's", async () => {
  await make(who.chen)
  await make(who.eve)
  await aTask(who.chen, "群里的任务", { groupId: where.group })
  await aTask(who.chen, "别处的任务")
  const shown = await page(who.zhou, { group: where.group })
  expect(shown.entries.map(({ title }) => title)).toEqual(["群里的任务"])
  expect(shown.spans.map(({ personId }) => personId)).toEqual([who.chen])
})

test("who doesn't belong to a home gets their own calendar instead, not a name of the other", async () => {
  await make(who.chen)
  await aTask(who.chen, "需求清单", { departmentId: where.product })
  for (const filter of [{ department: where.product }, { group: where.group }]) {
    const shown = await page(who.eve, filter)
    expect(shown.whose).toEqual({ of: "mine" })
    expect([shown.home, shown.members, shown.entries, shown.spans]).toEqual([null, [], [], []])
  }
})

test("what is shown as free takes nobody's time in a home's calendar either", async () => {
  await make(who.chen, { shows: "free" })
  expect((await page(who.zhou, { group: where.group })).busy).toEqual([])
})

test("many people's busy times are one lane: stretch after stretch with who is busy then", async () => {
  await make(who.chen)
  await make(who.zhou, { start: "2026-11-24T15:30", end: "2026-11-24T17:00" })
  const { busy } = await page(who.zhou, { group: where.group })
  expect(busy).toEqual([
    {
      personIds: [who.chen],
      ...{ start: at("2026-11-24", "15:00"), end: at("2026-11-24", "15:30") },
    },
    {
      personIds: [who.chen, who.zhou],
      ...{ start: at("2026-11-24", "15:30"), end: at("2026-11-24", "16:00") },
    },
    {
      personIds: [who.zhou],
      ...{ start: at("2026-11-24", "16:00"), end: at("2026-11-24", "17:00") },
    },
  ])
})

/** An open page of Eve's that shows when Chen is busy. */
async function watching(): Promise<Heard> {
  const { sessionId } = await writeAsSystem("test", (ctx) => openSession(ctx, who.eve, "sso"))
  const eve = await actorOfSession(sessionId)
  if (typeof eve === "string") throw new Error(`not signed in: ${eve}`)
  const { body } = await openStream(eve, new AbortController().signal)
  const heard = hearStream(body)
  await expect.poll(() => heard.events.length).toBe(1)
  const stream = streamId(heard)
  const add = [busyTopic(who.chen), `person:${who.chen}`]
  const answer = await changeTopics(eve, { stream, add, remove: [] })
  expect(answer?.refused).toEqual([`person:${who.chen}`])
  return heard
}
const told = (heard: Heard) => heard.events.filter(({ event }) => event === "change")

test("an open page hears that a colleague's busy times changed, and not one word more", async () => {
  const heard = await watching()
  const id = await make(who.chen)
  await expect.poll(() => told(heard).length).toBe(1)
  expect(told(heard)[0]?.data).toEqual({ topics: [busyTopic(who.chen)] })
  await acting(who.chen, async (ctx) => cancelAppointment(ctx, await found(id)), now)
  await expect.poll(() => told(heard).length).toBe(2)
  await acting(
    who.chen,
    (ctx) =>
      takeLeave(ctx, who.chen, {
        ...{ firstDay: "2026-11-26", lastDay: "2026-11-26", deputyId: null, note: "" },
      }),
    now,
  )
  await expect.poll(() => told(heard).length).toBe(3)
  expect(JSON.stringify(heard.events)).not.toMatch(/牙科|appointment|leave/)
})

test("another title, and what is shown as free, change nobody's busy times: the page hears nothing", async () => {
  const id = await make(who.chen)
  const heard = await watching()
  await acting(
    who.chen,
    async (ctx) => editAppointment(ctx, await found(id), 1, await contentOf({ title: "体检" })),
    now,
  )
  await make(who.chen, { shows: "free" })
  // What comes after both is heard, and is the first.
  await make(who.chen, { start: "2026-11-25T15:00", end: "2026-11-25T16:00" })
  await expect.poll(() => told(heard).length).toBe(1)
  expect(told(heard)).toHaveLength(1)
})
