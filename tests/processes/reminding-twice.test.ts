import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { and, count, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { tasks, taskUpdateRequests } from "@/db/schema/tasks"
import { remindOfAppointments } from "@/lib/appointments/reminding"
import { createAppointment } from "@/lib/appointments/writing"
import { instantOf } from "@/lib/calendar/zones"
import { createTask } from "@/lib/tasks/creating"
import { aPerson } from "../people"
import { acting } from "../talk"

/** Several batches of every piece of work. */
const many = 60
const owners = 60
const day = "2026-11-24"
const at = (clock: string) => instantOf("Asia/Shanghai", day, clock)
const before = instantOf("Asia/Shanghai", "2026-11-20", "10:00")
const who: number[] = []

beforeAll(async () => {
  await migrate()
  for (let nth = 0; nth < owners; nth += 1) who.push(await aPerson(`p${nth}`))
})
beforeEach(async () => {
  await engine().write(async ({ db: tx }) => {
    await tx.delete(bundles)
    await tx.delete(taskUpdateRequests)
    await tx.delete(tasks)
    await tx.delete(appointments)
  })
})

const ownerOf = (nth: number) => who[nth % owners] ?? 0

/** Everybody has the same number of appointments and of tasks, all due at once. */
const appointmentsOfAll = () =>
  inTurn((nth) =>
    acting(
      ownerOf(nth),
      (ctx) =>
        createAppointment(ctx, {
          ...{ title: `第 ${nth} 个`, place: "", note: "", rule: null, allDay: false },
          ...{ startAt: at("15:00"), endAt: at("16:00"), shows: "busy", reminders: [10] },
        }),
      before,
    ),
  )
const tasksOfAll = () =>
  inTurn((nth) =>
    acting(
      ownerOf(nth),
      (ctx) =>
        createTask(ctx, {
          ...{ name: `第 ${nth} 项`, description: "", ownerId: ownerOf(nth), coworkerIds: [] },
          ...{ startAt: null, dueAt: at("15:00"), priority: "medium", departmentId: null },
          ...{ sensitivityId: null, risk: "" },
        }),
      before,
    ),
  )

async function inTurn(make: (nth: number) => Promise<unknown>) {
  for (let nth = 0; nth < many; nth += 1) await make(nth)
}

/** How often something was said of each of these records. */
async function timesOf(type: string, ids: readonly number[]) {
  const rows = await db()
    .select({ id: events.recordId, said: count(events.id) })
    .from(events)
    .where(and(eq(events.type, type), inArray(events.recordId, [...ids])))
    .groupBy(events.recordId)
  const said = new Map(rows.map((row) => [row.id, row.said]))
  return new Set(ids.map((id) => said.get(id) ?? 0))
}

const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill("SIGKILL")
})

async function aProcess(work: string) {
  const args = ["--import", "./scripts/alias.mjs", "tests/processes/sweeping-process.ts", work]
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  running.push(child)
  await once(child, "message")
  return child
}

/** Two real processes do the same work at the same moment. */
async function twice(work: string, now: Date) {
  const both = await Promise.all([aProcess(work), aProcess(work)])
  const done = both.map((child) => once(child, "message"))
  for (const child of both) child.send(now.toISOString())
  await Promise.all(done)
}

const idsOf = async (rows: Promise<{ id: number }[]>) => (await rows).map(({ id }) => id)
const unreadOf = async (kind: string) =>
  (await db().select().from(bundles).where(eq(bundles.kind, kind))).map(({ unread }) => unread)

test("two processes remind of each appointment once", { timeout: 90_000 }, async () => {
  await appointmentsOfAll()
  const ids = await idsOf(db().select({ id: appointments.id }).from(appointments))
  await twice("appointments", at("15:30"))
  expect(await timesOf("appointment.reminded", ids)).toEqual(new Set([1]))
  const unread = await unreadOf("appointment")
  expect([unread.length, new Set(unread)]).toEqual([many, new Set([1])])
  const left = await db().select().from(appointments).where(isNotNull(appointments.remindAt))
  expect(left).toEqual([])
})

test("one that is killed in the middle has told of what it marked, and another goes on", {
  timeout: 90_000,
}, async () => {
  await appointmentsOfAll()
  const ids = await idsOf(db().select({ id: appointments.id }).from(appointments))
  const child = await aProcess("appointments")
  child.send(at("15:30").toISOString())
  const marked = () => db().$count(appointments, isNull(appointments.remindAt))
  await expect.poll(marked, { interval: 1, timeout: 10_000 }).toBeGreaterThan(0)
  child.kill("SIGKILL")
  await once(child, "close")
  const told = async () => (await unreadOf("appointment")).length
  expect(await told()).toBe(await marked())
  await remindOfAppointments(at("15:30"))
  expect(await timesOf("appointment.reminded", ids)).toEqual(new Set([1]))
  expect(await told()).toBe(many)
})

test("two processes remind of each task once", { timeout: 90_000 }, async () => {
  await tasksOfAll()
  const ids = await idsOf(db().select({ id: tasks.id }).from(tasks))
  await twice("tasks", at("15:30"))
  expect(await timesOf("task.reminded", ids)).toEqual(new Set([1]))
})

test("two processes ask everybody once how their tasks stand", { timeout: 90_000 }, async () => {
  await tasksOfAll()
  await engine().write(({ db: tx }) => tx.update(tasks).set({ state: "doing" }))
  await twice("updates", at("17:30"))
  const asked = await db().select().from(taskUpdateRequests)
  expect(asked).toHaveLength(owners)
  expect(new Set(asked.map(({ personId }) => personId))).toEqual(new Set(who))
  const ids = asked.map(({ id }) => id)
  expect(await timesOf("task.update_asked", ids)).toEqual(new Set([1]))
})
