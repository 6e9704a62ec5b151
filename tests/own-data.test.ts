import { eq } from "drizzle-orm"
import { readSheet } from "read-excel-file/node"
import { beforeAll, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { ownSheets, workbook } from "@/lib/people/own-copy"
import { maskedData, showPrivate } from "@/lib/people/private-data"
import { canAsk } from "@/lib/people/private-policy"
import { comment } from "@/lib/platform/comments"
import { write } from "@/lib/platform/write"
import { as } from "./personas"
import { aTask } from "./tasks"
import { beginWithWorld } from "./world"

beforeAll(beginWithWorld)

test("the own department, heads above and HR may ask for a number; for a birthday HR alone", async () => {
  const chen = await as("Q011")
  const person = {
    id: chen.personId,
    departmentId: chen.departmentId,
    managerId: (await as("Q010")).personId,
  }
  const may = async (who: string, field: "phone" | "birthday") =>
    canAsk(await as(who), person, field)
  for (const who of ["Q011", "Q015", "Q010", "Q002"])
    expect(await may(who, "phone"), who).toBe(true)
  for (const who of ["Q013", "Q021", "Q004", "Q001"])
    expect(await may(who, "phone"), who).toBe(false)
  for (const who of ["Q011", "Q002"]) expect(await may(who, "birthday"), who).toBe(true)
  for (const who of ["Q015", "Q010", "Q001"]) expect(await may(who, "birthday"), who).toBe(false)
})

test("who asked for a number stands in the audit log, the number doesn't", async () => {
  const [chen, head] = [await as("Q011"), await as("Q010")]
  expect(await maskedData(db(), chen.personId)).toEqual({
    phone: "135****2635",
    birthday: "****-**-**",
  })
  const shown = await write(head, (ctx) => showPrivate(ctx, chen.personId, "phone"))
  expect(shown).toBe("13510242635")
  const [said] = await db().select().from(events).where(eq(events.type, "person.private_shown"))
  expect(said).toMatchObject({ recordId: chen.personId, actorId: head.personId })
  expect(JSON.stringify(said)).not.toContain("2635")
})

test("a copy of one's own data has one's words and tasks, and none that one may no longer see", async () => {
  const chen = await as("Q011")
  const said = await write(chen, async (ctx) => {
    const id = await aTask(Object.assign(ctx, { actor: chen }), chen.personId, "只属于我的任务")
    await comment(Object.assign(ctx, { actor: chen }), "task", id, "=写在这里的话")
    return id
  })
  const texts = async () => JSON.stringify(await ownSheets(await as("Q011")))
  expect(await texts()).toContain("只属于我的任务")
  expect(await texts()).toContain("写在这里的话")
  expect(await texts()).toContain("13510242635")
  expect(await texts()).not.toContain("何静")

  const [label] = await db().select().from(sensitivities)
  await engine().write(async (tx) => {
    await tx.db
      .update(tasks)
      .set({ sensitivityId: label?.id ?? 0 })
      .where(eq(tasks.id, said))
  })
  await write(chen, async (ctx) => {
    ctx.said.push({ type: "task.edited", recordId: said })
  })
  expect(await texts()).not.toContain("只属于我的任务")
  expect(await texts()).not.toContain("写在这里的话")
})

test("the copy opens as a workbook, and nothing in it is a formula", async () => {
  const bytes = await workbook(
    [
      {
        name: { zh: "评论", en: "Comments" },
        columns: [{ zh: "内容", en: "Text" }],
        rows: [["=1+1"], ["好\u0001的"], [new Date("2026-11-22T12:00:00Z")], [null]],
      },
    ],
    "zh",
  )
  const rows = await readSheet(bytes)
  expect(rows.map(([cell]) => cell)).toEqual(["内容", "'=1+1", "好的", "2026-11-22 20:00:00"])
})
