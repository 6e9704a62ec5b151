import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { leaves, people } from "@/db/schema/people"
import { taskDueChanges, tasks } from "@/db/schema/tasks"
import { instantOf } from "@/lib/calendar/zones"
import { writeAsSystem } from "@/lib/platform/write"
import { changeSetting } from "@/lib/settings/changing"
import { aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { askForUpdates } from "./asking-for-updates"
import { createTask, type NewTask } from "./creating"
import { editTask } from "./editing"
import { moveTask, reportProgress } from "./progressing"
import { remindOfTasks } from "./reminding"
import { findTask, type Task } from "./task"

const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
const who = { zhou: 0, chen: 0, nuo: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo"] as const) who[name] = await aPerson(name)
  await engine().write(({ db: tx }) =>
    tx.update(people).set({ managerId: who.zhou }).where(eq(people.id, who.chen)),
  )
})
beforeEach(async () => {
  await engine().write(async ({ db: tx }) => {
    await tx.delete(bundles)
    await tx.delete(tasks)
  })
})

const blank: Omit<NewTask, "ownerId"> = {
  name: "压测报告",
  description: "",
  coworkerIds: [],
  startAt: null,
  dueAt: at("2026-11-26", "15:00"),
  priority: "medium",
  departmentId: null,
  sensitivityId: null,
  risk: "",
}
const monday = at("2026-11-23", "10:00")
const make = (more: Partial<NewTask> = {}) =>
  acting(who.chen, (ctx) => createTask(ctx, { ...blank, ownerId: who.chen, ...more }), monday)
const found = async (id: number): Promise<Task> => {
  const task = await findTask(db(), id)
  if (!task) throw new Error("there is no such task")
  return task
}
const reminders = async (id: number) =>
  (
    await db()
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.type, "task.reminded"), eq(events.recordId, id)))
      .orderBy(events.id)
  ).map(({ data }) => Object(data).stage)
const told = async (personId: number, kind = "task") =>
  (
    await db()
      .select({ needsYou: bundles.needsYou, state: bundles.state })
      .from(bundles)
      .where(and(eq(bundles.personId, personId), eq(bundles.kind, kind)))
  ).map(({ needsYou, state }) => [needsYou, state])

describe("a task that comes due", () => {
  test("is put before its owner and co-workers, once each time, whoever sweeps", async () => {
    const id = await make({ coworkerIds: [who.nuo] })
    await remindOfTasks(at("2026-11-25", "14:59"))
    expect(await reminders(id)).toEqual([])
    const due = at("2026-11-26", "15:00")
    await Promise.all([
      remindOfTasks(at("2026-11-25", "15:01")),
      remindOfTasks(at("2026-11-25", "15:01")),
    ])
    await Promise.all([remindOfTasks(due), remindOfTasks(due)])
    expect(await reminders(id)).toEqual(["soon", "due"])
    expect(await told(who.chen)).toEqual([[true, "open"]])
    expect(await told(who.nuo)).toEqual([[false, "open"]])
  })

  test("isn't spoken of once it is done, and again when it is taken back", async () => {
    const id = await make()
    await acting(who.chen, async (ctx) => moveTask(ctx, await found(id), "done"), monday)
    await remindOfTasks(at("2026-12-01", "10:00"))
    expect(await reminders(id)).toEqual([])
    const back = at("2026-11-24", "10:00")
    await acting(who.chen, async (ctx) => moveTask(ctx, await found(id), "doing"), back)
    await remindOfTasks(at("2026-11-25", "15:00"))
    expect(await reminders(id)).toEqual(["soon"])
  })

  test("is the head's to know of too after three days, every working morning", async () => {
    const id = await make({ departmentId: null })
    await engine().write(({ db: tx }) =>
      tx.update(tasks).set({ creatorId: who.zhou }).where(eq(tasks.id, id)),
    )
    for (const day of ["2026-11-26", "2026-11-27"]) await remindOfTasks(at(day, "23:00"))
    expect(await told(who.zhou)).toEqual([])
    await remindOfTasks(at("2026-11-30", "09:00"))
    expect(await told(who.zhou)).toEqual([[false, "open"]])
  })

  test("after a night without the portal is spoken of once, not for each time that was missed", async () => {
    const id = await make()
    await remindOfTasks(at("2026-12-04", "08:00"))
    await remindOfTasks(at("2026-12-04", "08:01"))
    expect(await reminders(id)).toHaveLength(1)
    await remindOfTasks(at("2026-12-04", "09:00"))
    expect(await reminders(id)).toHaveLength(2)
  })

  test("follows the company's figures", async () => {
    const figures = { daysBefore: 0, hoursBefore: 0, headAfterDays: 0, updateHour: 0 }
    await writeAsSystem("test", (ctx) => changeSetting(ctx, "tasks", figures))
    const id = await make()
    await remindOfTasks(at("2026-11-26", "14:59"))
    expect(await reminders(id)).toEqual([])
    await remindOfTasks(at("2026-11-26", "15:00"))
    expect(await reminders(id)).toEqual(["due"])
    await writeAsSystem("test", (ctx) =>
      changeSetting(ctx, "tasks", {
        daysBefore: 1,
        hoursBefore: 2,
        headAfterDays: 3,
        updateHour: 17,
      }),
    )
  })
})

describe("another due time", () => {
  test("needs a reason, is kept with it, and moves the reminders", async () => {
    const id = await make()
    const later = at("2026-12-02", "15:00")
    const change = (reason?: string) =>
      acting(
        who.chen,
        async (ctx) =>
          editTask(ctx, await found(id), 1, { dueAt: later, ...(reason && { reason }) }),
        monday,
      )
    await expect(change()).rejects.toMatchObject({ code: "invalid" })
    await change("压测机周一才能借到")
    await remindOfTasks(at("2026-11-27", "09:00"))
    expect(await reminders(id)).toEqual([])
    const kept = await db().select().from(taskDueChanges).where(eq(taskDueChanges.taskId, id))
    expect(kept).toMatchObject([
      { before: blank.dueAt, after: later, reason: "压测机周一才能借到" },
    ])
  })
})

describe("the day's progress", () => {
  const evening = at("2026-11-24", "17:00")
  const start = async () => {
    const ids = [await make(), await make({ name: "第二项" })]
    for (const id of ids)
      await acting(who.chen, async (ctx) => moveTask(ctx, await found(id), "doing"), monday)
    return ids
  }

  test("is asked for in one question about all tasks, from the hour on, once a day", async () => {
    await start()
    await askForUpdates(at("2026-11-24", "16:59"))
    expect(await told(who.chen, "task_update")).toEqual([])
    await Promise.all([askForUpdates(evening), askForUpdates(evening)])
    await askForUpdates(at("2026-11-24", "18:00"))
    expect(await told(who.chen, "task_update")).toEqual([[true, "open"]])
    await askForUpdates(at("2026-11-28", "17:30"))
    expect(await told(who.chen, "task_update")).toHaveLength(1)
  })

  test("is no longer asked once each of them has been heard of", async () => {
    const [first = 0, second = 0] = await start()
    const day = at("2026-11-25", "17:00")
    await askForUpdates(day)
    const report = async (id: number, percent: number) =>
      acting(who.chen, async (ctx) => reportProgress(ctx, await found(id), percent), day)
    await report(first, 40)
    expect(await told(who.chen, "task_update")).toEqual([[true, "open"]])
    await report(second, 60)
    expect(await told(who.chen, "task_update")).toEqual([[true, "done"]])
  })

  test("isn't asked of who is away", async () => {
    await start()
    await engine().write(({ db: tx }) =>
      tx.insert(leaves).values({
        ...{ personId: who.chen, firstDay: "2026-11-26", lastDay: "2026-11-26" },
        ...{ createdById: who.chen, createdAt: monday },
      }),
    )
    await askForUpdates(at("2026-11-26", "17:30"))
    expect(await told(who.chen, "task_update")).toEqual([])
  })
})
