import { and, desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles, deliveries } from "@/db/schema/notifications"
import { guestByToken } from "@/lib/platform/guest-session"
import { takeOut } from "@/lib/platform/vault"
import { writeAsSystem } from "@/lib/platform/write"
import { newGroup } from "@/tests/groups"
import { comes, invitationForm, inviting, opening, tokenOf } from "@/tests/inviting"
import { aPerson } from "@/tests/people"
import { byLink } from "./link"
import { redeem } from "./redeeming"

const who = { ann: 0, bob: 0 }
let client = 0
const talk = () => `group:${client}:talk`

beforeAll(async () => {
  await migrate()
  who.ann = await aPerson("ann", { department: "客服部" })
  who.bob = await aPerson("bob", { department: "客服部" })
  client = await newGroup(who.ann, [who.bob], { kind: "client", name: "远山科技" })
})

const said = async (id: number, type: string) =>
  db()
    .select()
    .from(events)
    .where(and(eq(events.kind, "guest"), eq(events.recordId, id), eq(events.type, type)))

async function codeMailed(): Promise<string> {
  const mails = await db()
    .select()
    .from(deliveries)
    .where(eq(deliveries.template, "guest_code"))
    .orderBy(desc(deliveries.id))
    .limit(1)
  return JSON.parse(takeOut(String(mails[0]?.payload))).code
}

test("a link that is passed on beyond its devices opens nothing, and its host hears of it once", async () => {
  const { id, link } = await inviting(who.ann, [talk()])
  for (let device = 0; device < 3; device++) await comes(link)
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.delete(bundles).where(eq(bundles.recordId, id))
    ctx.said.push({ type: "guest.looked", recordId: id })
  })
  expect((await opening(link)).step).toBe("full")
  expect((await opening(link)).step).toBe("full")
  expect(await said(id, "guest.turned_away")).toHaveLength(1)
  const [told] = await db()
    .select()
    .from(bundles)
    .where(and(eq(bundles.personId, who.ann), eq(bundles.kind, "guest"), eq(bundles.recordId, id)))
  expect(told?.unread).toBe(1)
})

test("at the same moment no more devices come in than are allowed", async () => {
  const { link } = await inviting(who.ann, [talk()])
  const came = await Promise.all(Array.from({ length: 8 }, () => opening(link)))
  expect(came.filter(({ step }) => step === "in")).toHaveLength(3)
  expect(came.filter(({ step }) => step === "full")).toHaveLength(5)
})

test("a thousand guesses open nothing, and the right link still opens", async () => {
  const { link } = await inviting(who.ann, [talk()])
  const right = tokenOf(link)
  // Near misses: whoever guesses begins with what they know.
  const guesses = Array.from({ length: 1_000 }, (_, nth) =>
    nth % 2 === 0 ? `${right.slice(0, -2)}${String(nth % 100).padStart(2, "0")}` : `g${nth}`,
  ).filter((guess) => guess !== right)
  for (const guess of guesses) {
    expect(await byLink(db(), guess)).toBe(null)
    expect(await guestByToken(guess)).toBe("signed_out")
  }
  // Nor is a link's word a cookie, or a cookie's a link.
  expect(await guestByToken(right)).toBe("signed_out")
  const came = await opening(link)
  expect(came.step === "in" && (await byLink(db(), came.token))).toBe(null)
})

test("codes are mailed a few times a day: nobody tries all of them, nobody's inbox is filled", async () => {
  const { id, link } = await inviting(who.ann, [talk()], { code: "on" })
  const begun = Date.now()
  const steps: string[] = []
  for (let turn = 0; turn < 30; turn++) {
    // Ten minutes and more between them.
    const now = new Date(begun + turn * 11 * 60_000)
    const came = await writeAsSystem("test", (ctx) => redeem(ctx, tokenOf(link), ""), { now })
    steps.push(came.step)
  }
  expect(steps.filter((step) => step === "code")).toHaveLength(10)
  expect(await said(id, "guest.code_sent")).toHaveLength(10)
  const tomorrow = { now: new Date(begun + 25 * 3600 * 1000) }
  const again = await writeAsSystem("test", (ctx) => redeem(ctx, tokenOf(link), ""), tomorrow)
  expect(again.step).toBe("code")
})

test("names hold nothing that hides or turns round what is read", () => {
  const form = invitationForm([talk()], {
    name: "梁\u202e音\u200b",
    organisation: "远山\u0007科技",
    purpose: "验收\u2066二期\r\n第二行",
  })
  expect(form).toMatchObject({ name: "梁音", organisation: "远山科技", purpose: "验收二期 第二行" })
  expect(() => invitationForm([talk()], { name: "\u200b\u202e" })).toThrow()
})

test("of many wrong codes tried at the same moment each counts: the right one after them opens nothing", async () => {
  const { id, link } = await inviting(who.ann, [talk()], { code: "on" })
  expect((await opening(link)).step).toBe("code")
  const code = await codeMailed()
  const wrong = (nth: number) => String((Number(code) + 1 + nth) % 1_000_000).padStart(6, "0")
  const tried = await Promise.all(Array.from({ length: 8 }, (_, nth) => opening(link, wrong(nth))))
  expect(tried.map(({ step }) => step)).toEqual(Array(8).fill("wrong"))
  expect((await opening(link, code)).step).toBe("wrong")
  expect(await said(id, "guest.came")).toEqual([])
})

test("a right code lets in one of many who use it at the same moment", async () => {
  const { link } = await inviting(who.ann, [talk()], { code: "on" })
  await opening(link)
  const code = await codeMailed()
  const came = await Promise.all(Array.from({ length: 8 }, () => opening(link, code)))
  expect(came.filter(({ step }) => step === "in")).toHaveLength(1)
})
