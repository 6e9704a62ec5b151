import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { viewOf } from "@/lib/messages/view"
import { actor, aPerson } from "@/tests/people"
import { acting, aGroup, say } from "@/tests/talk"
import { createTask, type NewTask } from "./creating"
import { requireSource } from "./source"
import { taskPage } from "./task-page"

const who = { lin: 0, an: 0, eve: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "eve"] as const) who[name] = await aPerson(name)
})

const fields: Omit<NewTask, "ownerId"> = {
  name: "换证书",
  description: "",
  coworkerIds: [],
  startAt: null,
  dueAt: null,
  priority: "medium",
  departmentId: null,
  sensitivityId: null,
  risk: "",
}

test("a task made from a message leads back to it, for those who may read it, and shows under it", async () => {
  const group = await aGroup([who.lin, who.an])
  const { id } = await say(who.an, group, "证书周四到期")
  const source = { kind: "message", id }
  const task = await acting(who.lin, async (ctx) =>
    createTask(ctx, {
      ...fields,
      ownerId: who.eve,
      source: await requireSource(ctx.tx, ctx.actor, source),
    }),
  )
  expect((await viewOf(db(), id))?.refs).toEqual([`task:${task}`])
  const [maker, owner] = [await actor(who.lin), await actor(who.eve)]
  expect((await taskPage(maker, task))?.source).toMatchObject({
    title: "证书周四到期",
    href: `/groups/${group}?message=${id}`,
  })
  expect((await taskPage(owner, task))?.source).toBeNull()
})

test("nothing is made from what its maker may not see", async () => {
  const group = await aGroup([who.lin])
  const { id } = await say(who.lin, group, "别人看不到")
  const made = acting(who.eve, (ctx) => requireSource(ctx.tx, ctx.actor, { kind: "message", id }))
  await expect(made).rejects.toMatchObject({ code: "not_found" })
})
