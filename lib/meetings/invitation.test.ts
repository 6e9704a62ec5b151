import ICAL from "ical.js"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { deliveries } from "@/db/schema/notifications"
import { sendDeliveries } from "@/lib/platform/deliveries"
import { calendarProgram } from "@/tests/calendar-program"
import { useMailServer } from "@/tests/company-mail"
import { startMailServer } from "@/tests/mail-server"
import { at, contentFor, meet, on, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { editMeeting } from "./editing"
import { invitationTo } from "./invitation"
import { cancelMeeting } from "./publishing"

let post: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆")
  post = await startMailServer()
  await useMailServer("127.0.0.1", post.port)
})
afterAll(() => post.stop())
beforeEach(async () => {
  post.box.length = 0
  await engine().write(({ db }) => Promise.resolve(db.delete(deliveries)))
})

/** The calendar part of the mail that somebody got last. */
function calendarFor(address: string) {
  const mail = post.box.findLast(({ to }) => to.includes(address))
  const part = mail?.raw
    .split(/\r\n--[^\r\n]+\r\n/)
    .find((each) => /^content-type: text\/calendar/im.test(each))
  const [head = "", ...body] = (part ?? "").split("\r\n\r\n")
  const raw = body.join("\r\n\r\n").trim()
  const text = /base64/i.test(head)
    ? Buffer.from(raw, "base64").toString("utf8")
    : raw
        .replaceAll("=\r\n", "")
        .replace(/(=[0-9A-F]{2})+/g, (hex) =>
          Buffer.from(hex.replaceAll("=", ""), "hex").toString("utf8"),
        )
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined)
  return { head, text, method: calendar.getFirstPropertyValue("method"), event }
}

const zhou = "zhou.zhou@qibu.example"

test("a calendar program takes an invitation in, and a change as the same event at its new time", async () => {
  const khal = await calendarProgram()
  const id = await published()
  await sendDeliveries(at("12:00"))
  const invited = calendarFor(zhou)
  await on(
    "柯南星",
    id,
    (ctx, meeting) =>
      editMeeting(
        ctx,
        meeting,
        meeting.version,
        contentFor(meeting, { startAt: at("14:00"), endAt: at("15:00") }),
      ),
    at("11:00", "2031-03-10"),
  )
  await sendDeliveries(at("12:00"))
  const moved = calendarFor(zhou)
  if (!khal) {
    console.log("khal can't be installed here: the invitation was read by ical.js only")
    return expect(moved.event.uid).toBe(invited.event.uid)
  }
  await khal.takeIn(invited.text)
  expect(await khal.list("2031-03-12", "1d")).toEqual(["2031-03-12 10:00 发布评审"])
  await khal.takeIn(moved.text)
  expect(await khal.list("2031-03-12", "1d")).toEqual(["2031-03-12 14:00 发布评审"])
}, 240_000)

test("invitation, change and cancellation reach a mail program as one event that it understands", async () => {
  const id = await published()
  await sendDeliveries(at("12:00"))
  const invited = calendarFor(zhou)
  expect(invited.head).toMatch(/method=REQUEST/i)
  expect(invited.method).toBe("REQUEST")
  expect(invited.event.summary).toBe("发布评审")
  expect(invited.event.startDate.toJSDate()).toEqual(at("10:00"))
  expect(invited.event.organizer).toBe("mailto:ke.nanxing@qibu.example")
  expect(invited.event.attendees.map((each) => each.getFirstValue())).toEqual([`mailto:${zhou}`])

  await on(
    "柯南星",
    id,
    (ctx, meeting) =>
      editMeeting(
        ctx,
        meeting,
        meeting.version,
        contentFor(meeting, { startAt: at("14:00"), endAt: at("15:00") }),
      ),
    at("11:00", "2031-03-10"),
  )
  await sendDeliveries(at("12:00"))
  const moved = calendarFor(zhou)
  expect(moved.event.uid).toBe(invited.event.uid)
  expect(moved.event.startDate.toJSDate()).toEqual(at("14:00"))
  expect(moved.event.sequence).toBeGreaterThan(invited.event.sequence)

  await on(
    "柯南星",
    id,
    (ctx, meeting) => cancelMeeting(ctx, meeting, "客户改期"),
    at("12:00", "2031-03-10"),
  )
  await sendDeliveries(at("13:00"))
  const gone = calendarFor(zhou)
  expect(gone.method).toBe("CANCEL")
  expect(gone.event.uid).toBe(invited.event.uid)
  expect(gone.event.component.getFirstPropertyValue("status")).toBe("CANCELLED")
})

test("who isn't invited gets none, and the host doesn't write to themselves", async () => {
  await published()
  await sendDeliveries(at("12:00"))
  const reached = post.box.flatMap(({ to }) => to)
  expect(reached.toSorted()).toEqual(
    ["fang.yuan@qibu.example", "xu.nuo@qibu.example", zhou].toSorted(),
  )
})

test("a return in a title begins no line of the calendar's own", async () => {
  const id = await published({ title: "评审\rATTENDEE:mailto:x@example.com" })
  const invitation = await invitationTo(db(), id, who("周舟").personId)
  expect(invitation?.text).toContain("SUMMARY:评审\\nATTENDEE")
  expect(invitation?.text).not.toMatch(/\r(?!\n)/)
})
