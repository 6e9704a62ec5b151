import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { meetingDaysOff } from "@/db/schema/meetings/days-off"
import { removeDay, setDays } from "@/lib/calendar/changing"
import { writeAsSystem } from "@/lib/platform/write"
import {
  at,
  content,
  contentFor,
  doing,
  inboxOf,
  known,
  meet,
  on,
  published,
  who,
} from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { bookMeeting } from "./booking"
import { sweepDaysOff } from "./days-off"
import { editMeeting } from "./editing"
import { meetingActivity } from "./meeting-activity"
import { cancelMeeting, publishMeeting } from "./publishing"

const now = at("09:00", "2031-03-10")
const wednesday = "2031-03-12"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆")
})
beforeEach(async () => {
  // Every test begins with a calendar of its own.
  await setOff()
  await engine().write(({ db: tx }) => Promise.resolve(tx.delete(meetingDaysOff)))
  await sweepDaysOff(now)
})

/** The company's own days off from here on: these and no others. */
async function setOff(...days: string[]) {
  const name = { zh: "公司日", en: "Company day" }
  await writeAsSystem("calendar.day", (ctx) =>
    setDays(ctx, [
      { day: "2031-01-02", kind: "off", name },
      ...days.map((day) => ({ day, kind: "off" as const, name })),
    ]),
  )
}
const setOn = (day: string) => writeAsSystem("calendar.remove_day", (ctx) => removeDay(ctx, day))

const told = async (id: number) =>
  (await meetingActivity(id)).filter(({ type }) => type === "meeting.day_off").length

describe("a day off that comes into the calendar later", () => {
  test("is pointed out to the host of what was announced for it, once, and nothing is moved", async () => {
    const id = await published()
    await sweepDaysOff(now)
    expect(await told(id)).toBe(0)
    await setOff(wednesday)
    await sweepDaysOff(now)
    await sweepDaysOff(now)
    expect(await told(id)).toBe(1)
    expect(await inboxOf("柯南星", id)).toMatchObject({ needsYou: true })
    expect(await inboxOf("周舟", id)).toMatchObject({ unread: 1 })
    expect((await known(id)).startAt).toEqual(at("10:00"))
    await setOn(wednesday)
  })

  test("is pointed out anew when it was a working day in between", async () => {
    const id = await published()
    for (const times of [1, 2]) {
      await setOff(wednesday)
      await sweepDaysOff(now)
      expect(await told(id)).toBe(times)
      await setOn(wednesday)
      await sweepDaysOff(now)
    }
  })

  test("needs the host no longer once the meeting has another day", async () => {
    const id = await published()
    await setOff(wednesday)
    await sweepDaysOff(now)
    const startAt = at("10:00", "2031-03-13")
    await on(
      "柯南星",
      id,
      (ctx, meeting) =>
        editMeeting(
          ...([ctx, meeting, meeting.version] as const),
          contentFor(meeting, { startAt, endAt: at("11:00", "2031-03-13") }),
        ),
      now,
    )
    expect(await inboxOf("柯南星", id)).toMatchObject({ needsYou: false })
    await sweepDaysOff(now)
    expect(await told(id)).toBe(1)
    await setOn(wednesday)
  })

  test("is no news for who put the meeting there knowingly", async () => {
    const saturday = { startAt: at("10:00", "2031-03-15"), endAt: at("11:00", "2031-03-15") }
    const id = await published(saturday)
    await sweepDaysOff(now)
    expect(await told(id)).toBe(0)
  })

  test("says nothing of what is a draft, off, or over", async () => {
    const off = await published()
    await on("柯南星", off, (ctx, meeting) => cancelMeeting(ctx, meeting, "不开了"), now)
    const past = await published()
    await setOff(wednesday)
    await sweepDaysOff(at("12:00"))
    expect([await told(off), await told(past)]).toEqual([0, 0])
    await setOn(wednesday)
  })

  test("touches of a series the meetings of that day alone, each once", async () => {
    const first = await doing(
      "柯南星",
      (ctx) => bookMeeting(ctx, content(), { every: "week", interval: 1, on: ["wed"] }),
      now,
    )
    await on("柯南星", first.id, (ctx, meeting) => publishMeeting(ctx, meeting), now)
    await setOff("2031-03-26")
    await sweepDaysOff(now)
    await sweepDaysOff(now)
    const rows = await db().select().from(meetingDaysOff)
    const days = rows.filter(({ day }) => day === "2031-03-26")
    expect(days).toHaveLength(1)
    const meeting = await known(days[0]?.meetingId ?? 0)
    expect(meeting).toMatchObject({ occurrence: "2031-03-26", state: "published" })
    expect(await told(meeting.id)).toBe(1)
    expect(await told(first.id)).toBe(0)
    expect(who("柯南星").personId).toBe(meeting.hostId)
    await setOn("2031-03-26")
  })
})
