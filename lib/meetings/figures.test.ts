import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { tasks } from "@/db/schema/tasks"
import { moveTask } from "@/lib/tasks/progressing"
import { findTask } from "@/lib/tasks/task"
import { at, doing, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { markAttendance } from "./attendance"
import { meetingFigures } from "./figures"
import { visibleTo } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import { addResolution, saveResolution } from "./resolutions"
import { endMeeting, startMeeting } from "./running"

const day = { from: at("00:00"), until: at("00:00", "2031-03-13") }
let meeting = 0

/** 柯南星 holds an hour with 许诺, 周舟 and 方圆; it runs 15 minutes over and 方圆 doesn't come. */
beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "高远", "陈晨")
  meeting = await published()
  await on("柯南星", meeting, startMeeting, at("10:00"))
  for (const [name, how] of [
    ["柯南星", "present"],
    ["许诺", "present"],
    ["周舟", "late"],
    ["方圆", "absent"],
  ] as const)
    await on("柯南星", meeting, (ctx, it) => markAttendance(ctx, it, who(name).personId, how))
  for (const [text, clock] of [
    ["补用例", "15:00"],
    ["借机器", "16:00"],
  ] as const)
    await on("许诺", meeting, async (ctx, it) => {
      const row = await addResolution(ctx, it, it.topics[0]?.id ?? 0)
      const said = { text, ownerId: who("陈晨").personId, dueAt: at(clock) }
      await saveResolution(ctx, it, { row, version: 1, ...said })
    })
  await on("柯南星", meeting, (ctx, it) => endMeeting(ctx, it), at("11:15"))
  await on(
    "许诺",
    meeting,
    (ctx, it) => publishMinutes(ctx, it, { number: 0, note: "" }),
    at("13:15"),
  )
})

const finish = (name: string, now: Date) =>
  doing(
    "陈晨",
    async (ctx) => {
      const [row] = await ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.name, name))
      const task = await findTask(ctx.tx, row?.id ?? 0)
      if (task) await moveTask(ctx, task, "done")
    },
    now,
  )
const of = async (name: string, now = at("20:00")) =>
  (await meetingFigures(day, now)).get(who(name).departmentId)

test("hours count for the department of whoever was there, the rest for the host's", async () => {
  const departments = new Map<number, number>()
  for (const name of ["柯南星", "许诺", "周舟"]) {
    const { departmentId } = who(name)
    departments.set(departmentId, (departments.get(departmentId) ?? 0) + 1.25)
  }
  const book = await meetingFigures(day, at("20:00"))
  for (const [id, hours] of departments) expect(book.get(id)?.hours).toBeCloseTo(hours)
  const total = [...book.values()].reduce((sum, { hours }) => sum + hours, 0)
  expect(total).toBeCloseTo(3.75)
  expect([...book.values()].reduce((sum, each) => sum + each.meetings, 0)).toBe(1)
})

test("notice, overrun and minutes are measured as the rules say them", async () => {
  expect(await of("柯南星")).toMatchObject({
    meetings: 1,
    notice: { kept: 1, of: 1 },
    overrun: { meetings: 1, minutes: 15 },
    // Two real hours after the end is still in time.
    minutes: { kept: 1, of: 1 },
  })
})

test("a resolution counts when it is due, as kept only when its task was done by then", async () => {
  const share = async (now: Date) => (await of("陈晨", now))?.resolutions ?? { kept: 0, of: 0 }
  expect(await share(at("14:00"))).toEqual({ kept: 0, of: 0 })
  await finish("补用例", at("14:30"))
  expect(await share(at("14:40"))).toEqual({ kept: 1, of: 1 })
  await finish("借机器", at("17:00"))
  expect(await share(at("20:00"))).toEqual({ kept: 1, of: 2 })
})

test("narrowed to what somebody sees, what they don't see doesn't count", async () => {
  const seen = await meetingFigures(day, at("20:00"), visibleTo(who("高远")))
  expect([...seen.values()].reduce((sum, each) => sum + each.meetings, 0)).toBe(0)
})

test("one that is yet to come, runs or was called off counts for nothing", async () => {
  const before = await db().$count(meetings, eq(meetings.state, "ended"))
  await published({ startAt: at("15:00"), endAt: at("16:00") })
  expect(await db().$count(meetings, eq(meetings.state, "ended"))).toBe(before)
  expect((await of("柯南星"))?.meetings).toBe(1)
})
