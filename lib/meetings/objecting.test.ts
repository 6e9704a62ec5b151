import { beforeAll, expect, test } from "vitest"
import { at, inboxOf, known, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { answerObjection, objectTo } from "./objecting"
import { objectionsFor } from "./objections"
import { addPoint, pointsOf, savePoint } from "./points"
import { canAnswerObjection, canObject } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import { endMeeting, startMeeting } from "./running"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "林默")
})

/** Minutes that are out since noon of 12 March. */
async function minuted(): Promise<number> {
  const id = await published()
  await on("柯南星", id, startMeeting, at("10:00"))
  await on("许诺", id, async (ctx, meeting) => {
    const row = await addPoint(ctx, meeting, meeting.topics[0]?.id ?? 0)
    await savePoint(ctx, meeting, { row, version: 1, text: "未通过 19 个", personId: null })
  })
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  await publish(id, 0, at("12:00"))
  return id
}
const publish = (id: number, number: number, now: Date) =>
  on("许诺", id, (ctx, meeting) => publishMinutes(ctx, meeting, { number, note: "" }), now)
const said = { what: "议题 1", why: "是 17 个" }
const object = (id: number, name = "方圆", now = at("15:00")) =>
  on(name, id, (ctx, meeting) => objectTo(ctx, meeting, said), now)
const answer = (id: number, objection: number, outcome: "corrected" | "kept", name = "许诺") =>
  on(
    name,
    id,
    (ctx, meeting) => answerObjection(ctx, meeting, { objection, outcome, answer: "查过了" }),
    at("16:00"),
  )
const shown = async (id: number, name: string, now = at("15:30")) =>
  objectionsFor(who(name), await known(id), now)

test("who was invited may object, at any level; nobody else, and not those who answer for them", async () => {
  const meeting = await known(await minuted())
  const may = (name: string) => [
    canObject(who(name), meeting),
    canAnswerObjection(who(name), meeting),
  ]
  // 方圆 may only look at things otherwise.
  expect(may("方圆")).toEqual([true, false])
  expect(may("周舟")).toEqual([true, false])
  for (const name of ["柯南星", "许诺"]) expect(may(name)).toEqual([false, true])
  for (const name of ["高远", "林默"]) expect(may(name)).toEqual([false, false])
})

test("host and note-taker are asked, and whoever objected hears the answer", async () => {
  const id = await minuted()
  const objection = await object(id)
  for (const name of ["柯南星", "许诺"])
    expect(await inboxOf(name, id)).toMatchObject({ needsYou: true })
  const before = (await inboxOf("方圆", id))?.unread ?? 0
  await answer(id, objection, "kept")
  expect((await inboxOf("方圆", id))?.unread).toBe(before + 1)
  for (const name of ["柯南星", "许诺"])
    expect(await inboxOf(name, id)).toMatchObject({ needsYou: false })
  expect((await shown(id, "周舟")).rows).toMatchObject([
    { ...said, number: 1, outcome: "kept", answer: "查过了", answeredBy: "许诺" },
  ])
})

test("it is answered once, and as corrected only when a correction is out", async () => {
  const id = await minuted()
  const objection = await object(id)
  await expect(answer(id, objection, "corrected")).rejects.toMatchObject({
    sentence: "meetings.error.correctFirst",
  })
  await on("许诺", id, async (ctx, meeting) => {
    const [row] = await pointsOf(ctx.tx, id)
    if (row) await savePoint(ctx, meeting, { ...row, row: row.id, text: "未通过 17 个" })
  })
  await publish(id, 1, at("15:30"))
  await answer(id, objection, "corrected")
  await expect(answer(id, objection, "kept", "柯南星")).rejects.toMatchObject({
    code: "not_found",
  })
})

test("a day after the version came out it is closed, by the portal's own clock", async () => {
  const id = await minuted()
  await object(id, "方圆", at("11:59", "2031-03-13"))
  await expect(object(id, "方圆", at("12:00", "2031-03-13"))).rejects.toMatchObject({
    sentence: "meetings.error.objectionsOver",
  })
  expect((await shown(id, "方圆", at("11:59", "2031-03-13"))).may).toBe(true)
  expect((await shown(id, "方圆", at("12:00", "2031-03-13"))).may).toBe(false)
  // What was raised in time is still answered.
  const [row] = (await shown(id, "柯南星")).rows
  await answer(id, row?.id ?? 0, "kept", "柯南星")
})

test("before there are minutes there is nothing to object to", async () => {
  const id = await published()
  await expect(object(id)).rejects.toMatchObject({ code: "conflict" })
})
