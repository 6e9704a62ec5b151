import { expect, test } from "vitest"
import "@/lib/modules"
import { migrate } from "@/db/engine"
import { bounds } from "@/lib/calendar/bounds"
import { pageSize } from "@/lib/tasks/listed"
import { reportProgress } from "@/lib/tasks/progressing"
import { seenTask } from "@/lib/tasks/task"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { aTask } from "@/tests/tasks"
import { todayOf } from "./today"

test("工作台 counts everything due today, however much a page lists of it", async () => {
  await migrate()
  const owner = await aPerson("Q011")
  const { startOfToday, endOfToday } = await bounds()
  const [late, heard] = [3, 2]
  await acting(owner, async (ctx) => {
    for (let nth = 0; nth < pageSize + 10; nth++) {
      const dueAt = new Date(nth < late ? +startOfToday - 1 : +endOfToday - 1)
      await aTask(ctx, owner, `第 ${nth} 项`, { dueAt })
    }
    await aTask(ctx, owner, "明天的", { dueAt: endOfToday })
  })
  await acting(owner, async (ctx) => {
    for (let id = 1; id <= heard; id++) {
      const task = await seenTask(ctx, { id })
      if (task) await reportProgress(ctx, task, 40)
    }
  })
  const { due } = await todayOf(await actor(owner))
  expect(due).toMatchObject({ count: pageSize + 10, late, behind: pageSize + 10 - heard })
})
