import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { bounds } from "@/lib/calendar/bounds"
import { everybody } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { taskFilter } from "./inputs"
import { listTasks } from "./queries"
import { taskPage } from "./task-page"

beforeAll(beginWithWorld)

test("a task tells the name of its group to the group's members, and to nobody else who sees the task", async () => {
  const spans = await bounds()
  const names = new Map(
    (await db().select().from(groups)).map(({ id, name }) => [id, name] as const),
  )
  const counted = { inside: 0, outside: 0 }
  for (const actor of await everybody()) {
    const { rows } = await listTasks(actor, taskFilter.parse({ view: "all" }), spans)
    for (const { id, groupId, group } of rows) {
      if (groupId === null) continue
      const member = actor.principals.has(`group:${groupId}`)
      counted[member ? "inside" : "outside"] += 1
      expect(group).toBe(member ? names.get(groupId) : null)
      const page = await taskPage(actor, id)
      expect(page?.group?.name ?? null).toBe(member ? names.get(groupId) : null)
    }
  }
  expect(counted.inside).toBeGreaterThan(0)
  expect(counted.outside).toBeGreaterThan(0)
})
