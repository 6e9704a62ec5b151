import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { departments, people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { createTask } from "@/lib/tasks/creating"
import { listTasks } from "@/lib/tasks/queries"
import { findTask } from "@/lib/tasks/task"
import { emit } from "./events"
import { actorsOf } from "./organisation"
import { SilentChange, write, writeAsSystem } from "./write"

const now = new Date()

async function hire(staffNo: string, departmentId: number) {
  const [row] = await engine().write((tx) =>
    Promise.resolve(
      tx.db
        .insert(people)
        .values({
          staffNo,
          name: staffNo,
          pinyin: staffNo,
          initials: staffNo,
          email: `${staffNo}@x.example`,
          departmentId,
          level: "edit",
          createdAt: now,
        })
        .returning(),
    ),
  )
  if (!row) throw new Error("not hired")
  return row.id
}

const seat = { kitchen: 0, office: 0, ann: 0, bob: 0, eve: 0 }
const actor = async (id: number) => {
  const [found] = await actorsOf(db(), [id])
  if (!found) throw new Error("nobody")
  return found
}
const newTask = {
  name: "写压测报告",
  description: "",
  coworkerIds: [],
  startAt: null,
  dueAt: null,
  priority: "medium",
  departmentId: null,
  sensitivityId: null,
  risk: "",
} as const

beforeAll(async () => {
  await migrate()
  for (const name of ["kitchen", "office"] as const) {
    const [row] = await engine().write((tx) =>
      Promise.resolve(tx.db.insert(departments).values({ name, createdAt: now }).returning()),
    )
    seat[name] = row?.id ?? 0
  }
  seat.ann = await hire("ann", seat.office)
  seat.bob = await hire("bob", seat.office)
  seat.eve = await hire("eve", seat.kitchen)
})

test("a change says what happened, tells the owner, and is found by those who may see it", async () => {
  const ann = await actor(seat.ann)
  const id = await write(ann, (ctx) =>
    createTask(Object.assign(ctx, { actor: ann }), { ...newTask, ownerId: seat.bob }),
  )
  const said = await db().select().from(events).where(eq(events.recordId, id))
  expect(said.map((event) => event.type)).toEqual(["task.created"])
  expect(said[0]?.topics).toContain(`person:${seat.bob}`)
  const inbox = await db().select().from(bundles)
  expect(inbox).toMatchObject([
    { personId: seat.bob, kind: "task", recordId: id, needsYou: true, unread: 1 },
  ])
  const rows = await db().select().from(access).where(eq(access.recordId, id))
  expect(rows.map((row) => row.principal).sort()).toEqual(
    [`person:${seat.ann}`, `person:${seat.bob}`].sort(),
  )
  const bounds = { timeZone: "Asia/Shanghai", endOfToday: now, endOfWeek: now, now }
  for (const view of ["all", "mine"] as const) {
    const seen = await listTasks(await actor(seat.bob), { view, sort: "state" }, bounds)
    expect(seen.rows.map((row) => row.name)).toEqual(["写压测报告"])
    expect((await listTasks(await actor(seat.eve), { view, sort: "state" }, bounds)).rows).toEqual(
      [],
    )
  }
})

test("a change that says nothing is refused and leaves nothing", async () => {
  await expect(
    writeAsSystem("test", async (ctx) => {
      await ctx.tx.update(tasks).set({ name: "silently" })
    }),
  ).rejects.toThrow(SilentChange)
  const task = await findTask(db(), 1)
  expect(task?.name).toBe("写压测报告")
})

test("a refused part takes its events with it; what stood before stays", async () => {
  await writeAsSystem("test", async (ctx) => {
    emit(ctx, { type: "person.changed", recordId: seat.ann })
    await ctx
      .part(async () => {
        await ctx.tx.update(tasks).set({ name: "half-done" })
        emit(ctx, { type: "task.edited", recordId: 1 })
        throw new Error("refused")
      })
      .catch(() => {})
  })
  expect((await findTask(db(), 1))?.name).toBe("写压测报告")
  const said = await engine().rows<{ type: string }>(db(), sql`select type from events order by id`)
  expect(said.map((event) => event.type)).toEqual(["task.created", "person.changed"])
})
