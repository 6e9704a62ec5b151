import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/engine"
import { canSee as canSeeTask } from "@/lib/tasks/policy"
import { moveTask } from "@/lib/tasks/progressing"
import { findTask } from "@/lib/tasks/task"
import { at, content, doing, inboxOf, known, meet, on, published, who } from "@/tests/meetings"
import { ended, publish, resolve, tasksFor } from "@/tests/minutes"
import { beginWithWorld } from "@/tests/world"
import { markAttendance } from "./attendance"
import { bookMeeting } from "./booking"
import { carriedOver } from "./carried-over"
import { canSee } from "./policy"
import { carriedTopic } from "./reading-input"
import { endMeeting, startMeeting } from "./running"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "陈晨", "高远")
})

const taskNow = async (id = 0) => {
  const task = await findTask(db(), id)
  if (!task) throw new Error("there is no task")
  return task
}

describe("the next meeting", () => {
  test("begins with what is open of the one before, as its task is by then", async () => {
    const before = await ended()
    await resolve(before, { text: "补用例" })
    await resolve(before, { text: "改缓存", owner: "周舟" })
    await publish(before)
    const [done] = (await tasksFor(before)).filter(({ name }) => name === "改缓存")
    await doing("周舟", async (ctx) => moveTask(ctx, await taskNow(done?.id), "done"), at("15:00"))
    const next = await doing(
      "柯南星",
      async (ctx) =>
        bookMeeting(
          ctx,
          content({ startAt: at("10:00", "2031-03-19"), endAt: at("11:00", "2031-03-19") }),
          null,
          { id: before, topic: await carriedTopic() },
        ),
      at("09:00", "2031-03-13"),
    )
    const meeting = await known(next.id)
    expect(meeting.topics[0]).toMatchObject({ carried: true })
    const carried = await carriedOver(who("柯南星"), meeting)
    expect(carried.map(({ text, state }) => [text, state]).toSorted()).toEqual([
      ["改缓存", "done"],
      ["补用例", "todo"],
    ])
    // Whoever sees none of those tasks finds none of them there.
    expect(await carriedOver(who("高远"), meeting)).toEqual([])
  })
})

describe("published minutes", () => {
  test("give an owner who wasn't there the task, and nothing of the meeting", async () => {
    const id = await ended()
    await resolve(id, { owner: "高远" })
    await publish(id)
    const [made] = await tasksFor(id)
    expect(canSeeTask(who("高远"), await taskNow(made?.id))).toBe(true)
    expect(canSee(who("高远"), await known(id))).toBe(false)
    expect(await inboxOf("高远", id)).toBeNull()
  })

  test("ask the absent to read them, and tell the others", async () => {
    const id = await published()
    await on("柯南星", id, startMeeting, at("10:00"))
    for (const [name, how] of [
      ["周舟", "present"],
      ["方圆", "absent"],
    ] as const)
      await on(
        "许诺",
        id,
        (ctx, meeting) => markAttendance(ctx, meeting, who(name).personId, how, ""),
        at("10:05"),
      )
    await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
    await publish(id)
    expect(await inboxOf("方圆", id)).toMatchObject({ needsYou: true })
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: false })
  })
})
