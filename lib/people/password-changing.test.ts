import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { credentials } from "@/db/schema/people"
import { dayMs, dueOf, needsSecondFactor } from "@/lib/platform/due-first"
import { actorOfSession, signedInByToken } from "@/lib/platform/session-row"
import { writeSetting } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { disablePerson, enablePerson } from "./disabling"
import { setDuties } from "./duties"
import { readNewPassword } from "./new-password"
import { changePassword, readyPassword } from "./password-changing"
import { findLink, makePasswordLink, passwordByLink } from "./password-links"
import { warnOfPasswords } from "./password-warning"
import { disownSignIn, signOutEverywhereElse, signOutThere } from "./sessions"
import { actorNamed, comeIn, givePassword, hire, inSession, tryDoor } from "./test-people"

const first = "qing-shan-4-lv-shui"
const next = (n: number) => `bai-yun-${n}-lan-tian-${n}`

let ke = 0
let boss = 0

beforeAll(async () => {
  await migrate()
  ke = await hire("Q201", first)
  boss = await hire("Q202", first, ["platform"])
})

const change = async (sessionId: number, currentPassword: string, password: string) => {
  const ready = await readyPassword(db(), await actorNamed(ke), { currentPassword, password })
  await inSession(sessionId, (ctx) => changePassword(ctx, ready))
  return ready
}

test("a new password ends every other session at once; the old cookie of this one is worth nothing", async () => {
  const here = await comeIn("Q201", first)
  const there = await comeIn("q201@qibu.example", first)
  const { token } = await change(here.sessionId, first, next(1))
  expect(await actorOfSession(there.sessionId)).toBe("signed_out")
  expect(await signedInByToken(here.token)).toBe("signed_out")
  expect(await signedInByToken(token)).toMatchObject({ actor: { personId: ke } })
  const [said] = await db().select().from(events).where(eq(events.type, "person.password_changed"))
  expect(said?.data).toMatchObject({ personIds: [ke] })
  expect(await tryDoor("Q201", first)).toMatchObject({ code: "invalid" })
})

test("the present password has to be right, the new one good", async () => {
  const actor = await actorNamed(ke)
  const wrong = readyPassword(db(), actor, { currentPassword: "no", password: next(2) })
  await expect(wrong).rejects.toMatchObject({
    fields: { currentPassword: "people.password.notCurrent" },
  })
  await expect(readNewPassword(db(), ke, "kenanxing-20260101")).rejects.toMatchObject({
    fields: { password: "people.password.contains_name" },
  })
})

test("the last five passwords don't come back, the sixth may", async () => {
  for (let n = 2; n <= 5; n++) await givePassword(ke, next(n))
  await expect(readNewPassword(db(), ke, next(1))).rejects.toMatchObject({
    fields: { password: "people.password.reused" },
  })
  await givePassword(ke, next(6))
  expect(await readNewPassword(db(), ke, next(1))).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
})

const aged = (days: number) =>
  engine().write(async ({ db: tx }) => {
    await tx
      .update(credentials)
      .set({ passwordSetAt: new Date(Date.now() - days * dayMs) })
      .where(eq(credentials.personId, ke))
  })

test("after 90 days a new password comes before anything else, with warnings 14, 7 and 1 days before", async () => {
  const { token } = await comeIn("Q201", next(6))
  const due = async () => {
    const found = await signedInByToken(token)
    return typeof found === "string" ? found : found.due
  }
  const told = async () => {
    await warnOfPasswords()
    await warnOfPasswords()
    const said = await db().select().from(events).where(eq(events.type, "person.password_ending"))
    return said.map((event) => event.data.days)
  }
  expect(await told()).toEqual([])
  await aged(77)
  expect(await told()).toEqual([14])
  await aged(84)
  expect(await told()).toEqual([14, 7])
  await aged(89.5)
  expect(await told()).toEqual([14, 7, 1])
  expect(await due()).toBeNull()
  await aged(91)
  expect(await told()).toEqual([14, 7, 1])
  expect(await due()).toBe("password")
  const [inbox] = await db().select().from(bundles).where(eq(bundles.personId, ke))
  expect(inbox).toMatchObject({ kind: "person", recordId: ke, needsYou: true })
  await writeAsSystem("test", async (ctx) => {
    await writeSetting(ctx, "passwords", { expireAfter: 0, secondFactorFor: ["platform"] })
    ctx.said.push({ type: "settings.changed", recordId: 0 })
  })
  expect(await due()).toBeNull()
  const admin = await signedInByToken((await comeIn("Q202", first)).token)
  expect(admin).toMatchObject({ due: "second_factor" })
})

test("who may see what is sensitive needs a second factor where the company says so, and keeps it", () => {
  const now = { method: "password", passwordSetAt: null, passwordExempt: null } as const
  const proof = { ...now, passwordDue: false, totpSince: null }
  const rule = { expireAfter: 0, secondFactorFor: ["cleared" as const] }
  const plain = { duties: new Set<never>(), clearances: new Set<number>() }
  const finance = { ...plain, clearances: new Set([1]) }
  expect(dueOf(proof, plain, rule)).toBeNull()
  expect(dueOf(proof, finance, rule)).toBe("second_factor")
  expect(dueOf({ ...proof, totpSince: new Date() }, finance, rule)).toBeNull()
  expect(needsSecondFactor(finance, rule)).toBe(true)
})

test("a link sets a password once and signs in; a newer link replaces it", async () => {
  const [old, good] = await writeAsSystem("test", async (ctx) => [
    await makePasswordLink(ctx, ke, "first"),
    await makePasswordLink(ctx, ke, "reset"),
  ])
  expect(await findLink(db(), old ?? "", new Date())).toBeNull()
  expect(await findLink(db(), good ?? "", new Date())).toMatchObject({
    personId: ke,
    reason: "reset",
  })
  expect(await findLink(db(), good ?? "", new Date(Date.now() + 2 * dayMs))).toBeNull()
  const stored = await engine().rows<{ hash: string }>(
    db(),
    sql`select token_hash as hash from password_links`,
  )
  expect(stored.some((row) => row.hash === good)).toBe(false)
  const hash = await readNewPassword(db(), ke, next(7))
  const spend = () => writeAsSystem("test", (ctx) => passwordByLink(ctx, good ?? "", hash, null))
  expect(await spend()).toMatchObject({ personId: ke })
  await expect(spend()).rejects.toMatchObject({ sentence: "people.link.gone" })
  expect(await tryDoor("Q201", next(7))).toMatchObject({ personId: ke })
})

test("signing out there, everywhere else, and what wasn't me", async () => {
  await givePassword(ke, next(8))
  const [a, b, c] = [
    await comeIn("Q201", next(8)),
    await comeIn("Q201", next(8)),
    await comeIn("Q201", next(8)),
  ]
  await inSession(a.sessionId, (ctx) => signOutThere(ctx, b.sessionId))
  expect(await actorOfSession(b.sessionId)).toBe("signed_out")
  const admin = await comeIn("Q202", first)
  await expect(
    inSession(a.sessionId, (ctx) => signOutThere(ctx, admin.sessionId)),
  ).rejects.toMatchObject({ code: "not_found" })
  await inSession(a.sessionId, (ctx) => signOutEverywhereElse(ctx))
  expect(await actorOfSession(c.sessionId)).toBe("signed_out")
  await inSession(a.sessionId, (ctx) => disownSignIn(ctx, 1))
  expect(await signedInByToken(a.token)).toMatchObject({ due: "password" })
})

test("who leaves is out at once; the last administrator stays", async () => {
  const { sessionId } = await comeIn("Q201", next(8))
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: ke }))
  expect(await actorOfSession(sessionId)).toBe("disabled")
  const last = writeAsSystem("test", (ctx) => disablePerson(ctx, { id: boss }))
  await expect(last).rejects.toMatchObject({ sentence: "people.error.lastAdministrator" })
  const without = writeAsSystem("test", (ctx) => setDuties(ctx, { id: boss }, []))
  await expect(without).rejects.toMatchObject({ sentence: "people.error.lastAdministrator" })
  await writeAsSystem("test", (ctx) => enablePerson(ctx, { id: ke }))
  expect(await actorOfSession(sessionId)).toBe("signed_out")
  expect(await tryDoor("Q201", next(8))).toMatchObject({ personId: ke })
})
