/** P15 in a process of its own: somebody's calendar with thousands of appointments. */
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { appointments } from "@/db/schema/appointments"
import { feedOf } from "@/lib/appointments/feed"
import { calendarPage } from "@/lib/appointments/page"
import { readEnv } from "@/lib/platform/env"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { writeAsSystem } from "@/lib/platform/write"
import { companyIn } from "./portal"
import { rounds } from "./rounds"

const many = 2_000
const HOUR = 3_600_000
const together = 200

const [person] = companyIn(readEnv().data).makers
const [actor] = await actorsOf(db(), [person?.personId ?? 0])
if (!actor) throw new Error("the company has no such person")
const { personId } = actor

/** Three months back and nine months on, every tenth one again each week. */
const appointment = (nth: number, now: number) => {
  const startAt = new Date(now + (nth - many / 4) * 4 * HOUR)
  const endAt = new Date(startAt.getTime() + HOUR)
  const weekly = nth % 10 === 0
  return {
    ...{ personId, title: `第 ${nth} 次对齐，带上接口清单`, place: "青松会议室", note: "" },
    ...{ startAt, endAt, lastAt: weekly ? null : endAt, rule: weekly ? "FREQ=WEEKLY" : null },
    ...{ reminders: [10], createdAt: startAt, updatedAt: startAt },
  }
}

await writeAsSystem("bench", async (ctx) => {
  const now = Date.now()
  for (let from = 0; from < many; from += together)
    await ctx.tx
      .insert(appointments)
      .values(Array.from({ length: together }, (_, nth) => appointment(from + nth, now)))
  emit(ctx, { type: "calendar.subscribed", recordId: personId })
})

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  await work()
  for (let round = 0; round < rounds; round++) {
    const since = performance.now()
    await work()
    times.push(performance.now() - since)
  }
  return times
}

process.send?.({
  feed: await timed(() => feedOf(actor)),
  month: await timed(() => calendarPage(actor, { view: "month" })),
})
await engine().close()
process.disconnect?.()
