import { beforeAll, describe, expect, test } from "vitest"
import { at, meet, on, who } from "@/tests/meetings"
import { ended, publish, resolve, rewrite, tasksFor } from "@/tests/minutes"
import { beginWithWorld } from "@/tests/world"

import { resolutionReport } from "./report"
import { removeResolution, restoreResolution, saveResolution } from "./resolutions"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默", "陈晨")
})

const reported = async (id: number) => {
  const { rows } = await resolutionReport(who("柯南星"), null, at("17:00"))
  return rows.filter(({ meetingId }) => meetingId === id).map(({ text }) => text)
}

describe("a resolution that is struck out of published minutes", () => {
  const struck = async () => {
    const id = await ended()
    const row = await resolve(id)
    await resolve(id, { text: "发通知" })
    await publish(id)
    await on("许诺", id, (ctx, meeting) => removeResolution(ctx, meeting, row))
    return { id, row }
  }

  test("stands in every report as in the minutes, until the correction is published", async () => {
    const { id } = await struck()
    expect((await reported(id)).toSorted()).toEqual(["发通知", "补用例"])
    await publish(id, at("13:00"))
    expect(await reported(id)).toEqual(["发通知"])
  })

  test("comes back when it was struck out by mistake, with the task it had", async () => {
    const { id, row } = await struck()
    await on("许诺", id, (ctx, meeting) => restoreResolution(ctx, meeting, row))
    await publish(id, at("13:00"))
    expect(await reported(id)).toHaveLength(2)
    expect(await tasksFor(id)).toHaveLength(2)
  })

  test("isn't emptied instead: a row that is a task says what it is", async () => {
    const id = await ended()
    const row = await resolve(id)
    await publish(id)
    await on("许诺", id, (ctx, meeting) =>
      saveResolution(ctx, meeting, { row, version: 2, text: "", ownerId: null, dueAt: null }),
    )
    await expect(publish(id, at("13:00"))).rejects.toMatchObject({
      fields: { [`resolution-${row}`]: "meetings.error.noText" },
    })
    await rewrite(id, row, { text: "补两条用例", owner: "陈晨", due: at("18:00") })
    await publish(id, at("13:00"))
    expect((await tasksFor(id)).map(({ name }) => name)).toEqual(["补两条用例"])
  })
})
