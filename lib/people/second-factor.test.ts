import { eq } from "drizzle-orm"
import { generateSync } from "otplib"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { sessions } from "@/db/schema/people"
import { carryOut } from "@/lib/action"
import { noOrigin } from "@/lib/platform/context"
import { newToken } from "@/lib/platform/random-token"
import { Refusal } from "@/lib/platform/refusal"
import { actorOfSession, signedInByToken } from "@/lib/platform/session-row"
import { writeAsSystem } from "@/lib/platform/write"
import { addSecondFactorAction } from "./own-actions"
import { addSecondFactor, offeredSecret, removeSecondFactor } from "./second-factor"
import { type HalfWay, signInSecond } from "./signing-in"
import { comeIn, hire, inSession, tryDoor } from "./test-people"

const right = "qing-shan-4-lv-shui"
let secret = ""
let codes: string[] = []
let session = 0
let own = ""

const codeAt = (seconds: number) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })

async function halfWay(): Promise<HalfWay> {
  const outcome = await tryDoor("Q301", right)
  if (outcome instanceof Refusal || !("against" in outcome))
    throw new Error("the second step is missing")
  return outcome
}

const second = async (code: string, half?: HalfWay, device: string | null = null) => {
  const opened = half ?? (await halfWay())
  return writeAsSystem("test", (ctx) => signInSecond(ctx, opened, code, device))
}

beforeAll(async () => {
  await migrate()
  await hire("Q301", right)
  const { sessionId, token, device } = await comeIn("Q301", right)
  session = sessionId
  own = device
  secret = await inSession(sessionId, (ctx) => offeredSecret(db(), ctx.actor))
  await expect(
    inSession(sessionId, (ctx) => addSecondFactor(ctx, "000000x", newToken())),
  ).rejects.toThrow(Refusal)
  codes = await inSession(sessionId, (ctx) => addSecondFactor(ctx, codeAt(-30), newToken()))
  expect(await signedInByToken(token)).toBe("signed_out")
})

test("who came in a while ago is asked for the password, or a session left open locks its owner out", async () => {
  await hire("Q392", right)
  const { sessionId } = await comeIn("Q392", right)
  const actor = await actorOfSession(sessionId)
  if (typeof actor === "string") throw new Error(actor)
  const add = async (more: object) => {
    const key = await inSession(sessionId, (ctx) => offeredSecret(db(), ctx.actor))
    const code = generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) })
    const { spec } = Object(addSecondFactorAction)
    return carryOut(spec, actor, { code, ...more }, noOrigin)
  }
  await engine().write(({ db: tx }) =>
    tx
      .update(sessions)
      .set({ createdAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(sessions.id, sessionId)),
  )
  for (const more of [{}, { currentPassword: "not-the-password" }])
    await expect(add(more)).rejects.toMatchObject({
      fields: { currentPassword: "people.password.notCurrent" },
    })
  expect((await add({ currentPassword: right })).value).toHaveLength(10)
})

test("the key stays the same until it is taken into use, then it is another", async () => {
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(await inSession(session, (ctx) => offeredSecret(db(), ctx.actor))).not.toBe(secret)
})

test("a password alone no longer opens; a code opens once", async () => {
  const code = codeAt(0)
  expect(await second(code)).toMatchObject({ token: expect.any(String) })
  expect(await second(code)).toMatchObject({
    code: "invalid",
    fields: { code: "people.signIn.wrongCode" },
  })
  expect(await second(codeAt(-30))).toMatchObject({ code: "invalid" })
  expect(await second(codeAt(30))).toMatchObject({ token: expect.any(String) })
})

test("ten recovery codes, each works once", async () => {
  expect(new Set(codes).size).toBe(10)
  const code = (codes[0] ?? "").toUpperCase().replace("-", " ")
  expect(await second(code)).toMatchObject({ token: expect.any(String) })
  expect(await second(code)).toMatchObject({ code: "invalid" })
})

test("guessing codes is delayed too", async () => {
  const half = await halfWay()
  for (let i = 0; i < 6; i++) await second("123456", half)
  expect(await second(codes[1] ?? "", half)).toMatchObject({
    code: "busy",
    sentence: "people.signIn.wait",
  })
})

test("who knows the password and guesses codes keeps nobody waiting at a browser of theirs", async () => {
  const half = await halfWay()
  expect(await second(codes[1] ?? "", half)).toMatchObject({ code: "busy" })
  expect(await second(codes[1] ?? "", half, own)).toMatchObject({ token: expect.any(String) })
  for (let i = 0; i < 5; i++) await second("123456", half, own)
  expect(await second(codes[2] ?? "", half, own)).toMatchObject({ code: "busy" })
})

test("turned off, the password is enough again", async () => {
  const rule = { expireAfter: 0, secondFactorFor: [] }
  await inSession(session, (ctx) => removeSecondFactor(ctx, newToken(), rule))
  expect(await tryDoor("Q301", right)).toMatchObject({ token: expect.any(String) })
})
