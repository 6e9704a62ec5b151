import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { z } from "zod"
import { db, engine } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { meetingOriginals } from "@/db/schema/meetings/outsiders"
import { deliveries } from "@/db/schema/notifications"
import { outwardRequests } from "@/db/schema/outward"
import { decide } from "@/lib/outward/deciding"
import { findRequest } from "@/lib/outward/request"
import { sendReleased } from "@/lib/outward/sending-released"
import { sendDeliveries } from "@/lib/platform/deliveries"
import { Refusal } from "@/lib/platform/refusal"
import { bodyOf, subjectOf, useMailServer } from "@/tests/company-mail"
import { comes, inviting, sends } from "@/tests/inviting"
import { startMailServer } from "@/tests/mail-server"
import { doing, known, meet, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { createMeetingAction, publishMeetingAction, saveMeetingAction } from "./actions"
import { meetingPage } from "./page"

let post: Awaited<ReturnType<typeof startMailServer>>
const phone = "13812345678"
const shown = "138****5678"
const outsiders = "王敏 wang.min@client.example"

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "林默", "周舟")
  post = await startMailServer()
  await useMailServer("127.0.0.1", post.port)
})
afterAll(() => post.stop())
beforeEach(async () => {
  post.box.length = 0
  await engine().write(({ db: tx }) => Promise.resolve(tx.delete(deliveries)))
})

const form = (more: Record<string, unknown> = {}) => ({
  ...{ title: `验收会，联系 ${phone}`, start: "2031-03-12T10:00", end: "2031-03-12T11:00" },
  ...{ host: "柯南星", noteTaker: "许诺", place: "青松会议室", outsiders, press: "publish" },
  topics: [{ title: "结论", goal: "定是否上线", minutes: 20 }],
  ...more,
})
const made = z.object({ id: z.number().default(0), asked: z.number().optional() })
/** Sends a form as a browser would, to the action itself. */
const press = async (action: unknown, input: object) =>
  made.parse(await sends(who("柯南星").personId, action, input))
const books = (more: Record<string, unknown> = {}) => press(createMeetingAction, form(more))
async function changes(id: number, more: Record<string, unknown>) {
  const { version, title, topics } = await known(id)
  const same = topics.map((topic) => ({
    ...{ id: topic.id, title: topic.title, goal: topic.goal, minutes: topic.minutes },
  }))
  const all = form({ id, version, title, topics: same, press: "save", ...more })
  return press(saveMeetingAction, all)
}
const stopOf = async (done: Promise<unknown>) => {
  const refusal: unknown = await done.catch((error: unknown) => error)
  if (!(refusal instanceof Refusal)) throw new Error("it was not refused")
  return Object(refusal.current).outward
}
async function mailed(): Promise<string> {
  await sendDeliveries()
  return post.box
    .filter(({ to }) => to.includes("wang.min@client.example"))
    .map(({ raw }) => {
      const subject = /^subject: (.*(?:\r\n .*)*)/im.exec(raw)?.[1] ?? ""
      return `${subjectOf(subject)}\n${bodyOf(raw)}`
    })
    .join("\n")
}
const quiet = { title: "验收会" }
async function decides(by: string, requestId: number, accepts: boolean) {
  const request = await findRequest(db(), requestId)
  if (!request) throw new Error("nobody was asked")
  await doing(by, (ctx) => decide(ctx, request, { accepts, note: "" }))
  await sendReleased()
}

test("a number in the title stops a meeting that people of other companies are invited to", async () => {
  const before = await db().$count(meetings)
  const stop = await stopOf(books())
  expect(stop.finds.map(({ kind }: { kind: string }) => kind)).toEqual(["phone"])
  expect(JSON.stringify(stop)).not.toContain(phone)
  expect(await db().$count(meetings)).toBe(before)
  expect(await mailed()).toBe("")
})

test("nothing is asked of a meeting among colleagues, of a draft, or where it is harmless", async () => {
  expect(await books({ outsiders: "" })).not.toHaveProperty("asked")
  const draft = await books({ press: "save" })
  expect((await known(draft.id)).state).toBe("draft")
  expect(await books(quiet)).not.toHaveProperty("asked")
})

test("masked, the mail, the page and the event have the mask; colleagues open the original", async () => {
  const { id } = await books({ outward: "mask", press: "save", stopped: "publish" })
  const meeting = await known(id)
  expect(meeting).toMatchObject({ title: `验收会，联系 ${shown}`, state: "published" })
  const mail = await mailed()
  expect(mail).toContain(shown)
  expect(mail).not.toContain(phone)
  expect((await meetingPage(who("周舟"), id))?.original ?? null).toBeNull()
  expect((await meetingPage(who("柯南星"), id))?.original).toContain(phone)
})

test("a series that is masked makes masked meetings", async () => {
  const { id } = await books({ repeat: "week", count: 3, outward: "mask", stopped: "publish" })
  const { ruleId } = await known(id)
  const rows = await db()
    .select({ title: meetings.title })
    .from(meetings)
    .where(eq(meetings.ruleId, ruleId ?? 0))
  expect(rows).toHaveLength(3)
  expect(new Set(rows.map(({ title }) => title))).toEqual(new Set([`验收会，联系 ${shown}`]))
})

test("asked for, it stays a draft until somebody cleared lets it out; then it is published once", async () => {
  const { id, asked = 0 } = await books({
    ...{ outward: "ask", outwardReason: "对方要打电话进来", stopped: "publish" },
  })
  expect((await known(id)).state).toBe("draft")
  expect(await mailed()).toBe("")
  await decides("林默", asked, true)
  await sendReleased()
  expect((await known(id)).state).toBe("published")
  expect(await mailed()).toContain(phone)
  const [request] = await db().select().from(outwardRequests).where(eq(outwardRequests.id, asked))
  expect(request).toMatchObject({ input: {}, text: "", failed: null })
})

test("a draft that was changed after it was asked for isn't published by that", async () => {
  const draft = await books({ press: "save" })
  const { asked = 0 } = await press(publishMeetingAction, {
    ...{ id: draft.id, outward: "ask", outwardReason: "对方要打电话进来" },
  })
  await changes(draft.id, { title: `改期，联系 ${phone}` })
  await decides("林默", asked, true)
  expect((await known(draft.id)).state).toBe("draft")
  expect(await findRequest(db(), asked)).toMatchObject({ failed: "conflict" })
})

test("a change of what outsiders read passes the gate; a change that they don't read doesn't", async () => {
  const { id } = await books(quiet)
  const title = `验收会，找 ${phone}`
  expect((await stopOf(changes(id, { title }))).finds).toHaveLength(1)
  expect((await stopOf(changes(id, { place: `前台 ${phone}` }))).finds).toHaveLength(1)
  const { topics } = await known(id)
  const agenda = topics.map((topic) => ({
    ...{ id: topic.id, title: `给 ${phone} 回电`, goal: topic.goal, minutes: topic.minutes },
  }))
  expect(await changes(id, { topics: agenda })).not.toHaveProperty("asked")
  const { asked = 0 } = await changes(id, { title, outward: "ask", outwardReason: "对方要核对" })
  expect((await known(id)).title).toBe("验收会")
  await decides("林默", asked, true)
  expect((await known(id)).title).toBe(title)
  // Released once: a new time doesn't ask again, one more outsider does.
  const moved = { start: "2031-03-13T10:00", end: "2031-03-13T11:00" }
  expect(await changes(id, moved)).not.toHaveProperty("asked")
  const more = `${outsiders}\nLee lee@client.example`
  expect((await stopOf(changes(id, { ...moved, outsiders: more }))).finds).toHaveLength(1)
})

test("where guests were let in, what they read of the agenda passes the gate, too", async () => {
  const { id } = await books({ ...quiet, outsiders: "" })
  const { link } = await inviting(who("柯南星").personId, [`meeting:${id}:view`])
  await comes(link)
  const { topics } = await known(id)
  const agenda = topics.map((topic) => ({
    ...{ id: topic.id, title: `给 ${phone} 回电`, goal: topic.goal, minutes: topic.minutes },
  }))
  expect((await stopOf(changes(id, { outsiders: "", topics: agenda }))).finds).toHaveLength(1)
  await changes(id, { outsiders: "", topics: agenda, outward: "mask" })
  expect((await known(id)).topics.map(({ title }) => title)).toEqual([`给 ${shown} 回电`])
})

test("an original goes when the meeting says something else", async () => {
  const { id } = await books({ outward: "mask", stopped: "publish" })
  await changes(id, { title: "验收会" })
  const rows = await db().select().from(meetingOriginals).where(eq(meetingOriginals.meetingId, id))
  expect(rows).toEqual([])
})
