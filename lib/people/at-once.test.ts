import { generateSync } from "otplib"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { newToken } from "@/lib/platform/random-token"
import { Refusal } from "@/lib/platform/refusal"
import { writeAsSystem } from "@/lib/platform/write"
import { makePasswordLink, passwordByLink } from "./password-links"
import { hashPassword } from "./passwords"
import { addSecondFactor, offeredSecret } from "./second-factor"
import { signInSecond } from "./signing-in"
import { comeIn, hire, inSession, tryDoor } from "./test-people"

const right = "qing-shan-4-lv-shui"
const many = 12

beforeAll(async () => {
  await migrate()
})

/** The same, asked so many times before the first of them is answered. */
async function atOnce<T>(ask: () => Promise<T>) {
  const all = await Promise.allSettled(Array.from({ length: many }, ask))
  return all.flatMap((each) =>
    each.status === "fulfilled" && !(each.value instanceof Refusal) ? [each.value] : [],
  )
}

test("a link that sets a password does so for one of many who use it at once", async () => {
  const id = await hire("Q311", right)
  const token = await writeAsSystem("test", (ctx) => makePasswordLink(ctx, id, "reset"))
  const hash = await hashPassword("bai-yun-7-lan-tian")
  const came = await atOnce(() =>
    writeAsSystem("test", (ctx) => passwordByLink(ctx, token, hash, null)),
  )
  expect(came).toHaveLength(1)
})

test("a code of the authenticator or a recovery code lets one in of many who use it at once", async () => {
  for (const [staffNo, spare] of [
    ["Q312", true],
    ["Q313", false],
  ] as const) {
    await hire(staffNo, right)
    const { sessionId } = await comeIn(staffNo, right)
    const secret = await inSession(sessionId, (ctx) => offeredSecret(db(), ctx.actor))
    const codeAt = (seconds: number) =>
      generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })
    const codes = await inSession(sessionId, (ctx) => addSecondFactor(ctx, codeAt(0), newToken()))
    const half = await tryDoor(staffNo, right)
    if (!("against" in half)) throw new Error("the second step is missing")
    const code = spare ? String(codes[0]) : codeAt(30)
    const came = await atOnce(() =>
      writeAsSystem("test", (ctx) => signInSecond(ctx, half, code, null)),
    )
    expect(came).toHaveLength(1)
  }
})
