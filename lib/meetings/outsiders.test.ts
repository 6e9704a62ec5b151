import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { deliveries } from "@/db/schema/notifications"
import { people, sensitivities } from "@/db/schema/people"
import { noOrigin } from "@/lib/platform/context"
import { sendDeliveries } from "@/lib/platform/deliveries"
import { bodyOf, subjectOf, useMailServer } from "@/tests/company-mail"
import { startMailServer } from "@/tests/mail-server"
import {
  aDraft,
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
import { colleaguesLink, outsidersLink, readAnswerLink } from "./answer-link"
import { answerByLink } from "./answering-by-link"
import { bookMeeting } from "./booking"
import { editMeeting } from "./editing"
import { newMeeting } from "./inputs"
import { cancelMeeting, publishMeeting } from "./publishing"
import { startMeeting } from "./running"
import { sweepMeetings } from "./sweeping"

let post: Awaited<ReturnType<typeof startMailServer>>
const wang = { name: "王敏", email: "wang.min@client.example" }
const lee = { name: "Lee", email: "lee@client.example" }

beforeAll(async () => {
  await beginWithWorld()
  await meet("柯南星", "许诺", "周舟", "方圆", "金朵")
  post = await startMailServer()
  await useMailServer("127.0.0.1", post.port)
})
afterAll(() => post.stop())
beforeEach(async () => {
  post.box.length = 0
  await engine().write(({ db: tx }) => Promise.resolve(tx.delete(deliveries)))
})

const mailsTo = (address: string) =>
  post.box
    .filter(({ to }) => to.includes(address))
    .map(({ raw }) => {
      const body = bodyOf(raw)
      return {
        subject: subjectOf(/^subject: (.*(?:\r\n .*)*)/im.exec(raw)?.[1] ?? ""),
        body,
        method: /METHOD:(\w+)/.exec(body)?.[1],
        uid: /UID:(\S+)/.exec(body)?.[1],
        sequence: Number(/SEQUENCE:(\d+)/.exec(body)?.[1]),
      }
    })
const edit = (id: number, more: Parameters<typeof content>[0]) =>
  on(
    "柯南星",
    id,
    (ctx, meeting) => editMeeting(ctx, meeting, meeting.version, contentFor(meeting, more)),
    at("10:00", "2031-03-10"),
  )
const tokenOf = (link: string) => link.split("/").at(-1) ?? ""
const outsiderOf = async (id: number, email = wang.email) => {
  const found = (await known(id)).outsiders.find((each) => each.email === email)
  if (!found) throw new Error("not invited")
  return found
}
const ofOutsider = async (id: number, email?: string) => {
  const link = await readAnswerLink(tokenOf(outsidersLink(await outsiderOf(id, email))))
  if (!link) throw new Error("the link opens nothing")
  return link
}

describe("people of other companies", () => {
  test("hear of a meeting by mail: invited, moved, taken off and called off, as one event", async () => {
    const id = await published({ outsiders: [wang, lee] })
    await sendDeliveries(at("12:00"))
    await edit(id, { startAt: at("14:00"), endAt: at("15:00") })
    await sendDeliveries(at("12:00"))
    await edit(id, { startAt: at("14:00"), endAt: at("15:00"), outsiders: [wang] })
    await sendDeliveries(at("12:00"))
    await on("柯南星", id, (ctx, meeting) => cancelMeeting(ctx, meeting, "改期"))
    await sendDeliveries(at("12:00"))
    const [invited, moved, off, ...none] = mailsTo(wang.email)
    expect(none).toEqual([])
    expect([invited, moved, off].map((mail) => mail?.method)).toEqual([
      "REQUEST",
      "REQUEST",
      "CANCEL",
    ])
    expect(new Set([invited, moved, off].map((mail) => mail?.uid)).size).toBe(1)
    expect(moved?.sequence).toBeGreaterThan(invited?.sequence ?? 0)
    expect(off?.sequence).toBeGreaterThan(moved?.sequence ?? 0)
    expect(invited?.subject).toContain("发布评审")
    expect(mailsTo(lee.email).map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"])
  })

  test("read subject, time and place, and nothing of the agenda", async () => {
    const id = await published({ outsiders: [wang] })
    await sendDeliveries(at("12:00"))
    const [mail] = mailsTo(wang.email)
    expect(mail?.body).toContain("青松会议室")
    expect(mail?.body).toContain("2031-03-12 10:00–11:00")
    expect(mail?.body).not.toContain("回归结论")
    expect(mail?.body).not.toContain(`/meetings/${id}`)
    expect(mail?.body).toContain("/answer/")
  })

  test("hear nothing of a draft, nor of what they wouldn't see", async () => {
    const draft = await aDraft({ outsiders: [wang] })
    await edit(draft, { place: "白桦会议室" })
    await on("柯南星", draft, (ctx, meeting) => cancelMeeting(ctx, meeting, "不开了"))
    const id = await published({ outsiders: [lee] })
    await sendDeliveries(at("12:00"))
    await edit(id, { noteTakerId: who("周舟").personId })
    await sendDeliveries(at("12:00"))
    expect(mailsTo(wang.email)).toEqual([])
    expect(mailsTo(lee.email)).toHaveLength(1)
  })

  test("of a series, are invited to each meeting when it comes near", async () => {
    const first = await doing(
      "柯南星",
      (ctx) =>
        bookMeeting(ctx, content({ outsiders: [wang] }), {
          every: "week",
          interval: 1,
          on: ["wed"],
        }),
      at("09:00", "2031-03-10"),
    )
    const now = at("09:00", "2031-03-10")
    await on("柯南星", first.id, (ctx, meeting) => publishMeeting(ctx, meeting), now)
    await sendDeliveries(at("12:00"))
    expect(mailsTo(wang.email)).toHaveLength(1)
    await sweepMeetings(at("10:01", "2031-03-12"))
    await sendDeliveries(at("10:02"))
    expect(new Set(mailsTo(wang.email).map(({ uid }) => uid)).size).toBe(2)
  })

  test("aren't invited to what is under a label", async () => {
    const label = [...who("金朵").clearances][0] ?? null
    const asked = doing("金朵", (ctx) =>
      bookMeeting(
        ctx,
        content({
          ...{ hostId: who("金朵").personId, noteTakerId: who("金朵").personId, personIds: [] },
          ...{ sensitivityId: label, outsiders: [wang] },
        }),
        null,
      ),
    )
    await expect(asked).rejects.toMatchObject({
      fields: { outsiders: "meetings.error.outsidersLabel" },
    })
  })

  test("are read from lines as people write and paste them", () => {
    const form = { title: "例会", start: "2031-03-12T10:00", end: "2031-03-12T11:00" }
    const read = (outsiders: string) => newMeeting.safeParse({ ...form, outsiders })
    expect(
      read("王敏 wang@client.example\nLee Ho <lee@client.example>; WANG@client.example").data
        ?.outsiders,
    ).toEqual([
      { name: "王敏", email: "wang@client.example" },
      { name: "Lee Ho", email: "lee@client.example" },
    ])
    for (const wrong of ["王敏", "a@b", "王敏 wang@client.example\r\nBcc: x", "x@y.z\0"])
      expect(read(wrong).success, wrong).toBe(false)
    const many = Array.from({ length: 21 }, (_, at) => `p${at}@client.example`).join("\n")
    expect(read(many).success).toBe(false)
  })
})

describe("an answer by a mail's link", () => {
  test("stands beside the name, and the host is told", async () => {
    const id = await published({ outsiders: [wang] })
    expect(
      await answerByLink(await ofOutsider(id), { answer: "yes", reason: "" }, noOrigin),
    ).toBeNull()
    expect(await outsiderOf(id)).toMatchObject({ answer: "yes" })
    expect(await inboxOf("柯南星", id)).toMatchObject({ unread: 1 })
  })

  test("a colleague's is their own answer, with a reason for not coming", async () => {
    const id = await published()
    const link = await readAnswerLink(tokenOf(colleaguesLink(id, who("周舟").personId)))
    if (!link) throw new Error("the link opens nothing")
    expect(await answerByLink(link, { answer: "no", reason: "" }, noOrigin)).toBe("why")
    expect(await answerByLink(link, { answer: "no", reason: "出差" }, noOrigin)).toBeNull()
    const own = (await known(id)).people.find(({ personId }) => personId === who("周舟").personId)
    expect(own).toMatchObject({ answer: "no", answerReason: "出差" })
    expect(await inboxOf("周舟", id)).toMatchObject({ needsYou: false })
  })

  test("is told to whoever it was given for, since a mail can be forwarded", async () => {
    const id = await published()
    await sendDeliveries(at("12:00"))
    post.box.length = 0
    const link = await readAnswerLink(tokenOf(colleaguesLink(id, who("周舟").personId)))
    if (!link) throw new Error("the link opens nothing")
    const before = (await inboxOf("周舟", id))?.unread ?? 0
    await answerByLink(link, { answer: "maybe", reason: "" }, noOrigin)
    expect((await inboxOf("周舟", id))?.unread).toBe(before + 1)
    expect(await inboxOf("柯南星", id)).toMatchObject({ unread: 1 })
    // Nobody is mailed in the night.
    await sendDeliveries(new Date(Date.now() + 86_400_000))
    const [row] = await db()
      .select()
      .from(people)
      .where(eq(people.id, who("周舟").personId))
    const [told] = mailsTo(row?.email ?? "")
    expect(told?.body).toContain("周舟 的邮件链接答复：待定")
  })

  test("by the one it belongs to, signed in, is their own and told to the host alone", async () => {
    const id = await published()
    const link = await readAnswerLink(tokenOf(colleaguesLink(id, who("周舟").personId)))
    if (!link) throw new Error("the link opens nothing")
    const before = (await inboxOf("周舟", id))?.unread
    expect(
      await answerByLink(link, { answer: "yes", reason: "" }, noOrigin, who("周舟")),
    ).toBeNull()
    expect((await inboxOf("周舟", id))?.unread).toBe(before)
    expect(await inboxOf("柯南星", id)).toMatchObject({ unread: 1 })
  })

  test("isn't taken from somebody else who is signed in, invited or not", async () => {
    const id = await published({ outsiders: [wang] })
    const colleagues = await readAnswerLink(tokenOf(colleaguesLink(id, who("周舟").personId)))
    const links = [colleagues, await ofOutsider(id)]
    for (const link of links)
      for (const name of ["方圆", "金朵", "柯南星"]) {
        if (!link) throw new Error("the link opens nothing")
        const said = answerByLink(link, { answer: "yes", reason: "" }, noOrigin, who(name))
        expect(await said).toBe("other")
      }
    const meeting = await known(id)
    expect([...meeting.people, ...meeting.outsiders].every(({ answer }) => answer === null)).toBe(
      true,
    )
  })

  test("of somebody of another company is mailed to them, once for each that they give", async () => {
    const id = await published({ outsiders: [wang] })
    await sendDeliveries(at("12:00"))
    post.box.length = 0
    for (const answer of ["yes", "maybe", "yes"] as const)
      await answerByLink(await ofOutsider(id), { answer, reason: "" }, noOrigin)
    await sendDeliveries(new Date(Date.now() + 60_000))
    const told = mailsTo(wang.email)
    expect(told).toHaveLength(2)
    // As it stands when it is sent.
    expect(told[0]?.subject).toContain("参加")
    expect(told[0]?.body).toContain("/answer/")
    expect(told[0]?.method).toBeUndefined()
  })

  test("asking for the page changes nothing", async () => {
    const id = await published({ outsiders: [wang] })
    await ofOutsider(id)
    expect(await outsiderOf(id)).toMatchObject({ answer: null })
  })

  test("is good for one person and one meeting, and nothing of it is kept", async () => {
    const id = await published({ outsiders: [wang, lee] })
    const link = outsidersLink(await outsiderOf(id))
    const rows = JSON.stringify([
      ...(await db().select().from(meetingOutsiders)),
      ...(await db().select().from(deliveries)),
    ])
    expect(rows).not.toContain(tokenOf(link))
    const token = tokenOf(link)
    const [coded = "", sign = ""] = token.split(".")
    const other = Buffer.from(Buffer.from(coded, "base64url").toString().replace(/^o/, "p"))
    const wrong = [
      ...["", "x", token.slice(0, -2), `${token}A`, `${coded}.`, `.${sign}`],
      `${other.toString("base64url")}.${sign}`,
    ]
    for (const each of wrong) expect(await readAnswerLink(each), each).toBeNull()
    expect(await readAnswerLink(tokenOf(colleaguesLink(id, who("金朵").personId)))).toBeNull()
  })

  test("ends with the invitation, and when the meeting begins or is off", async () => {
    const id = await published({ outsiders: [wang, lee] })
    const [one, two] = [await outsiderOf(id), await outsiderOf(id, lee.email)].map(outsidersLink)
    const late = await ofOutsider(id, lee.email)
    await edit(id, { outsiders: [lee] })
    expect(await readAnswerLink(tokenOf(one ?? ""))).toBeNull()
    await on("柯南星", id, startMeeting, at("10:00"))
    expect(await readAnswerLink(tokenOf(two ?? ""))).toBeNull()
    expect(await answerByLink(late, { answer: "yes", reason: "" }, noOrigin)).toBe("over")
    const other = await published({ outsiders: [wang] })
    const link = outsidersLink(await outsiderOf(other))
    await on("柯南星", other, (ctx, meeting) => cancelMeeting(ctx, meeting, "改期"))
    expect(await readAnswerLink(tokenOf(link))).toBeNull()
    const past = await published({ outsiders: [wang] })
    const ended = outsidersLink(await outsiderOf(past))
    await engine().write(({ db: tx }) =>
      tx
        .update(meetings)
        .set({ startAt: new Date(Date.now() - 60_000) })
        .where(eq(meetings.id, past)),
    )
    expect(await readAnswerLink(tokenOf(ended))).toBeNull()
  })
})

test("a colleague's answer link shows nothing of a meeting that isn't theirs to see any more", async () => {
  const id = await published()
  const link = tokenOf(colleaguesLink(id, who("周舟").personId))
  expect((await readAnswerLink(link))?.meeting.id).toBe(id)
  await engine().write(async ({ db: tx }) => {
    const [label] = await tx
      .insert(sensitivities)
      .values({ name: "并购", nameEn: "Merger", createdAt: new Date() })
      .returning()
    await tx
      .update(meetings)
      .set({ sensitivityId: label?.id ?? null })
      .where(eq(meetings.id, id))
  })
  expect(await readAnswerLink(link)).toBe(null)
})

test("the answer link of somebody who has left shows and answers nothing", async () => {
  const id = await published()
  const { personId } = who("方圆")
  const link = tokenOf(colleaguesLink(id, personId))
  expect((await readAnswerLink(link))?.meeting.id).toBe(id)
  await engine().write(({ db: tx }) =>
    Promise.resolve(
      tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId)),
    ),
  )
  expect(await readAnswerLink(link)).toBe(null)
  await engine().write(({ db: tx }) =>
    Promise.resolve(tx.update(people).set({ disabledAt: null }).where(eq(people.id, personId))),
  )
})
