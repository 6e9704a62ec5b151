import { count } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events, unsealed } from "@/db/schema/events"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { visibleIds } from "@/lib/platform/access"
import { searchFor } from "@/lib/search/queries"
import { canSee } from "@/lib/tasks/policy"
import { findTask } from "@/lib/tasks/task"
import { everybody } from "@/tests/personas"
import { seedCompany } from "./company"
import { dice } from "./dice"
import { seedTaskBatch } from "./task-batch"

const now = Date.UTC(2026, 10, 24)

beforeAll(async () => {
  await migrate()
  const roll = dice(7)
  await seedCompany(60, roll)
  const [first, ...others] = await db()
    .select({ id: people.id, departmentId: people.departmentId })
    .from(people)
  if (!first) throw new Error("nobody was hired")
  await seedTaskBatch({ from: 0, until: 150 }, [first, ...others], now, roll)
  await seedTaskBatch({ from: 150, until: 200 }, [first, ...others], now, roll)
})

test("the same dice fall the same way on every run", () => {
  const rolls = (seed: number) => {
    const roll = dice(seed)
    return Array.from({ length: 20 }, () => roll.below(1000))
  }
  expect(rolls(1)).toEqual(rolls(1))
  expect(rolls(1)).not.toEqual(rolls(2))
})

test("tasks written in bulk are seen by exactly those who may see them", async () => {
  const ids = await db().select({ id: tasks.id }).from(tasks)
  const all = (await Promise.all(ids.map(({ id }) => findTask(db(), id)))).flatMap(
    (task) => task ?? [],
  )
  expect(all).toHaveLength(200)
  for (const actor of await everybody()) {
    const rows = await engine().rows<{ record_id: number }>(
      db(),
      visibleIds(actor, "task", { limit: 1000 }),
    )
    const may = all.filter((task) => canSee(actor, task)).map(({ id }) => id)
    expect(new Set(rows.map((row) => Number(row.record_id)))).toEqual(new Set(may))
  }
})

test("they can be found, and each has a past that waits for its seal", async () => {
  const [task] = await db().select().from(tasks).limit(1)
  const owner = (await everybody()).find(({ personId }) => personId === task?.ownerId)
  if (!task || !owner) throw new Error("no task")
  const { found } = await searchFor(owner, task.name, { kind: "task" })
  expect(found.map(({ id }) => id)).toContain(task.id)
  const [said] = await db().select({ n: count() }).from(events)
  const [waiting] = await db().select({ n: count() }).from(unsealed)
  expect(said?.n).toBe(waiting?.n)
  expect(said?.n).toBeGreaterThan(300)
})
