import { beforeAll, expect, test } from "vitest"
import { at, meet, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { timesFor } from "./times-for"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远")
})

const asks = (name: string, day: string, meeting?: number) =>
  timesFor(who(name), {
    ...{ people: [who("周舟").personId], start: `${day}T10:00`, minutes: 60 },
    ...(meeting && { meeting }),
  })
const on = (day: string, from: string, until: string) =>
  published({ startAt: at(from, day), endAt: at(until, day) })

test("who moves a meeting has its own time free, also beside another one", async () => {
  const day = "2031-04-09"
  const id = await on(day, "10:00", "11:00")
  await on(day, "09:00", "10:00")
  expect((await asks("柯南星", day, id))?.missing).toEqual([])
})

test("another meeting at the same time still takes it", async () => {
  const day = "2031-04-10"
  const id = await on(day, "10:00", "11:00")
  await on(day, "10:00", "11:00")
  expect((await asks("柯南星", day, id))?.missing).toContain(who("周舟").personId)
})

test("nobody finds out by asking which meeting takes somebody's time", async () => {
  const day = "2031-04-11"
  const id = await on(day, "10:00", "11:00")
  const without = await asks("高远", day)
  expect(without?.missing).toEqual([who("周舟").personId])
  expect(await asks("高远", day, id)).toEqual(without)
  // Who takes part sees it, but moves it as little.
  expect((await asks("周舟", day, id))?.missing).toEqual([who("周舟").personId])
})
