import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { carryOut } from "@/lib/action"
import { noOrigin } from "@/lib/platform/context"
import { actorOfSession } from "@/lib/platform/session-row"
import { writeAsSystem } from "@/lib/platform/write"
import { disablePerson } from "./disabling"
import { changePasswordAction, removeSecondFactorAction, renewCodesAction } from "./own-actions"
import { changePassword, provePassword, readyPassword } from "./password-changing"
import { signOutEverywhereElse } from "./sessions"
import { comeIn, hire, inSession, tryDoor } from "./test-people"

const known = "qing-shan-4-lv-shui"
const stolen = "hei-yu-9-da-feng-chui"
const own = "bai-yun-7-lan-tian"

beforeAll(async () => {
  await migrate()
})

const signedIn = async (sessionId: number) => {
  const actor = await actorOfSession(sessionId)
  if (typeof actor === "string") throw new Error(actor)
  return actor
}

/** Sends an action in a session; once its password has been checked, something else is faster. */
async function overtaken(
  action: unknown,
  sessionId: number,
  input: object,
  faster: () => Promise<unknown>,
) {
  const { spec } = Object(action)
  const late = {
    ...spec,
    prepare: async (...given: unknown[]) => {
      const ready = await spec.prepare(...given)
      await faster()
      return ready
    },
  }
  return carryOut(late, await signedIn(sessionId), input, noOrigin)
}

const change = async (sessionId: number) => {
  const actor = await signedIn(sessionId)
  const ready = await readyPassword(db(), actor, { currentPassword: known, password: own })
  await inSession(sessionId, (ctx) => changePassword(ctx, ready))
}
const toStolen = { currentPassword: known, password: stolen, passwordAgain: stolen }

test("of two who change one password at once the second doesn't win, in another session or the same", async () => {
  for (const [staffNo, same] of [
    ["Q301", false],
    ["Q302", true],
  ] as const) {
    await hire(staffNo, known)
    const owner = await comeIn(staffNo, known)
    const thief = same ? owner : await comeIn(staffNo, known, { address: "10.9.0.1" })
    const theft = overtaken(changePasswordAction, thief.sessionId, toStolen, () =>
      change(owner.sessionId),
    )
    await expect(theft).rejects.toMatchObject({ code: same ? "invalid" : "signed_out" })
    expect(await tryDoor(staffNo, stolen)).toMatchObject({ code: "invalid" })
    await comeIn(staffNo, own)
    expect(await actorOfSession(owner.sessionId)).toMatchObject({ staffNo })
  }
})

test("a password that is no longer the present one takes off no second factor and makes no codes", async () => {
  for (const [staffNo, action] of [
    ["Q303", removeSecondFactorAction],
    ["Q305", renewCodesAction],
  ] as const) {
    await hire(staffNo, known)
    const { sessionId } = await comeIn(staffNo, known)
    const input = { currentPassword: known }
    await expect(
      overtaken(action, sessionId, input, () => change(sessionId)),
    ).rejects.toMatchObject({ fields: { currentPassword: "people.password.notCurrent" } })
  }
})

test("who guesses the password from a session they got hold of keeps the owner's own from nothing", async () => {
  await hire("Q306", known)
  const [owner, thief] = [await comeIn("Q306", known), await comeIn("Q306", known)]
  const prove = async ({ sessionId }: typeof owner, password: string) =>
    provePassword(await signedIn(sessionId), password)
  for (let i = 0; i < 5; i++)
    await expect(prove(thief, "not-the-password")).rejects.toMatchObject({ code: "invalid" })
  await expect(prove(thief, known)).rejects.toMatchObject({ code: "busy" })
  expect(await prove(owner, known)).toMatch(/^\$argon2id/)
})

test("who is signed out or disabled while their password is checked changes nothing any more", async () => {
  const left = await hire("Q304", known)
  for (const end of [
    async (here: number) => inSession(here, (ctx) => signOutEverywhereElse(ctx)),
    async () => writeAsSystem("test", (ctx) => disablePerson(ctx, { id: left })),
  ]) {
    const here = await comeIn("Q304", known)
    const there = await comeIn("Q304", known)
    const late = overtaken(changePasswordAction, there.sessionId, toStolen, () =>
      end(here.sessionId),
    )
    await expect(late).rejects.toMatchObject({ code: "signed_out" })
  }
})
