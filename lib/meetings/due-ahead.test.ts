import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { at, known, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { keepsNotice } from "./notice-rule"
import { publishMinutes } from "./publishing-minutes"
import { addResolution, resolutionsOf, saveResolution } from "./resolutions"
import { endMeeting, startMeeting } from "./running"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆")
})

const write = (id: number, text: string, dueAt: Date, now: Date, row?: number) =>
  on(
    "许诺",
    id,
    async (ctx, meeting) => {
      const one = row ?? (await addResolution(ctx, meeting, meeting.topics[0]?.id ?? 0))
      const before = (await resolutionsOf(ctx.tx, id)).find((each) => each.id === one)
      await saveResolution(ctx, meeting, {
        ...{ row: one, version: before?.version ?? 1, text, dueAt },
        ownerId: who("周舟").personId,
      })
      return one
    },
    now,
  )
const publish = (id: number, now: Date, note = "") =>
  on(
    "许诺",
    id,
    (ctx, meeting) => publishMinutes(ctx, meeting, { number: meeting.minutesVersion, note }),
    now,
  )

async function ended() {
  const id = await published()
  await on("柯南星", id, startMeeting, at("10:00"))
  await on("柯南星", id, (ctx, meeting) => endMeeting(ctx, meeting), at("11:00"))
  return id
}

test("a resolution is to be done by a time that lies ahead, when it is written", async () => {
  const id = await ended()
  await expect(write(id, "补用例", at("10:30"), at("11:10"))).rejects.toMatchObject({
    fields: { due: "meetings.error.pastDue" },
  })
  await write(id, "补用例", at("11:30"), at("11:10"))
})

test("and when it is published: a time that passed meanwhile is put right first", async () => {
  const id = await ended()
  const row = await write(id, "补用例", at("11:30"), at("11:10"))
  await expect(publish(id, at("11:40"))).rejects.toMatchObject({
    fields: { [`resolution-${row}`]: "meetings.error.pastDue" },
  })
  await write(id, "补用例", at("18:00"), at("11:41"), row)
  await publish(id, at("11:45"))
  expect((await known(id)).minutesVersion).toBe(1)
})

test("one that was published keeps its time when others are corrected after it", async () => {
  const id = await ended()
  const first = await write(id, "补用例", at("18:00"), at("11:10"))
  await publish(id, at("11:20"))
  const later = at("09:00", "2031-03-14")
  await write(id, "再加一条", at("18:00", "2031-03-15"), later)
  await publish(id, later, "补一条")
  const rows = await resolutionsOf(db(), id)
  expect(rows.find((row) => row.id === first)?.dueAt).toEqual(at("18:00"))
  expect((await known(id)).minutesVersion).toBe(2)
})

test("notice counts by the company's day: late in the evening UTC it is tomorrow there", async () => {
  const thursday = at("10:00", "2031-03-13")
  expect(await keepsNotice(thursday, new Date("2031-03-12T15:59:00Z"))).toBe(true)
  expect(await keepsNotice(thursday, new Date("2031-03-12T16:00:00Z"))).toBe(false)
})
