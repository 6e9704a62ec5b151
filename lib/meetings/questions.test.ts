import { beforeAll, expect, test } from "vitest"
import { at, known, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { canAsk } from "./policy"
import { askQuestion, closeQuestion, openQuestions } from "./questions"
import { endMeeting, startMeeting } from "./running"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "罗盘")
})

const ask = (name: string, id: number, text: string) =>
  on(name, id, (ctx, meeting) => askQuestion(ctx, meeting, text), at("10:10"))
const close = (id: number, questionId: number) =>
  on("柯南星", id, (ctx, meeting) => closeQuestion(ctx, meeting, questionId), at("10:20"))
const waiting = async (id: number) => (await openQuestions(id)).map(({ text }) => text)

test("questions wait in the order in which they were asked, until each was answered, once", async () => {
  const id = await published()
  await expect(ask("周舟", id, "还没开始就问")).rejects.toMatchObject({ code: "conflict" })
  await on("柯南星", id, startMeeting, at("10:00"))
  await ask("周舟", id, "回退要多久？")
  await ask("方圆", id, "谁通知客户？")
  expect(await waiting(id)).toEqual(["回退要多久？", "谁通知客户？"])
  const [first] = await openQuestions(id)
  await close(id, first?.id ?? 0)
  expect(await waiting(id)).toEqual(["谁通知客户？"])
  await expect(close(id, first?.id ?? 0)).rejects.toMatchObject({ code: "not_found" })
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  await expect(ask("周舟", id, "散会了还问")).rejects.toMatchObject({ code: "conflict" })
})

test("a question of another meeting isn't answered here, and only who is in the meeting asks", async () => {
  const [one, other] = [await published(), await published()]
  for (const id of [one, other]) await on("柯南星", id, startMeeting, at("10:00"))
  await ask("许诺", one, "窗口定在几点？")
  const [asked] = await openQuestions(one)
  await expect(close(other, asked?.id ?? 0)).rejects.toMatchObject({ code: "not_found" })
  expect(await waiting(one)).toHaveLength(1)
  const may = (name: string) => known(one).then((meeting) => canAsk(who(name), meeting))
  expect([await may("周舟"), await may("罗盘")]).toEqual([true, false])
})
