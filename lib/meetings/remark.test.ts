import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { at, known, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { lastVersion } from "./minutes-content"
import { writePoint, writeResolution } from "./plain-writing"
import { pointsOf } from "./points"
import { publishMinutes } from "./publishing-minutes"
import { saveRemark } from "./remark"
import { resolutionsOf } from "./resolutions"
import { endMeeting, startMeeting } from "./running"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "陈晨")
})

const ended = async () => {
  const id = await published()
  await on("柯南星", id, startMeeting, at("10:00"))
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  return id
}
const publish = (id: number, number: number, now = at("12:00")) =>
  on("许诺", id, (ctx, meeting) => publishMinutes(ctx, meeting, { number, note: "" }), now)
const remark = (id: number, text: string) =>
  on("许诺", id, (ctx, meeting) => saveRemark(ctx, meeting, text), at("11:30"))

test("a remark is part of the version that is published next, and changing it is a correction", async () => {
  const id = await ended()
  await remark(id, "环境账号不同步")
  await publish(id, 0)
  expect((await lastVersion(db(), id))?.content.remark).toBe("环境账号不同步")
  await expect(publish(id, 1)).rejects.toMatchObject({ sentence: "meetings.error.unchanged" })
  await remark(id, "环境账号已同步")
  expect((await known(id)).minutesChanged).toBe(true)
  await publish(id, 1, at("13:00"))
  expect(await lastVersion(db(), id)).toMatchObject({
    number: 2,
    content: { remark: "环境账号已同步" },
  })
})

test("rows that come whole stand as if they had been written piece by piece", async () => {
  const id = await ended()
  await on("许诺", id, async (ctx, meeting) => {
    const topic = meeting.topics[1]?.id ?? 0
    await writePoint(ctx, meeting, { topic, text: "周四不行", personId: who("周舟").personId })
    const said = { text: "改到周五", ownerId: who("陈晨").personId, dueAt: at("18:00") }
    await writeResolution(ctx, meeting, { topic, ...said })
  })
  expect(await pointsOf(db(), id)).toMatchObject([{ text: "周四不行", version: 2 }])
  expect(await resolutionsOf(db(), id)).toMatchObject([{ text: "改到周五", dueAt: at("18:00") }])
})

test("a topic of another meeting takes nothing", async () => {
  const [id, other] = [await ended(), await ended()]
  const foreign = (await known(other)).topics[0]?.id ?? 0
  await expect(
    on("许诺", id, (ctx, meeting) =>
      writePoint(ctx, meeting, { topic: foreign, text: "不行", personId: null }),
    ),
  ).rejects.toMatchObject({ code: "not_found" })
})
