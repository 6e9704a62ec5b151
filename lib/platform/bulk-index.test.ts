import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { access } from "@/db/schema/access"
import { searchFor } from "@/lib/search/queries"
import { findTask, type Task } from "@/lib/tasks/task"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { indexMany } from "./bulk-index"

let all: Task[] = []

beforeAll(async () => {
  await beginWithWorld()
  const kept = await db()
    .selectDistinct({ id: access.recordId })
    .from(access)
    .where(eq(access.kind, "task"))
  all = (await Promise.all(kept.map(({ id }) => findTask(db(), id)))).flatMap((task) => task ?? [])
})

const named = (text: string): Task => {
  const task = all.find(({ name }) => name.includes(text))
  if (!task) throw new Error(`no task is called ${text}`)
  return task
}

test("what one change at a time has indexed, an import leaves as it is", async () => {
  const changed = await engine().write(async (tx) => {
    await indexMany(tx.db, "task", all)
    return [...tx.changed.keys()]
  })
  expect(changed).toEqual([])
})

test("a record that others may see now, under another text, is theirs alone", async () => {
  const task = named("回归测试")
  const su = await as("苏苏")
  const moved: Task = {
    ...task,
    name: "琥珀色的回归清单",
    grants: [{ principal: `person:${su.personId}`, level: "edit" }],
  }
  await engine().write((tx) => indexMany(tx.db, "task", [moved]))
  const rows = await db()
    .select({ principal: access.principal })
    .from(access)
    .where(and(eq(access.kind, "task"), eq(access.recordId, task.id)))
  expect(rows).toEqual([{ principal: `person:${su.personId}` }])
  const ids = async (who: string, query: string) =>
    (await searchFor(await as(who), query, { kind: "task" })).found.map(({ id }) => id)
  expect(await ids("秦思远", "账号停用")).not.toContain(task.id)
  expect(await ids("许诺", "琥珀色")).toEqual([])
})

test("nothing to index is nothing to do", async () => {
  await engine().write((tx) => indexMany(tx.db, "task", []))
  expect(await findTask(db(), named("压测").id)).not.toBeNull()
})
