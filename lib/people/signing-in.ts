import type { Db } from "@/db/database"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { newToken } from "@/lib/platform/random-token"
import { Refusal } from "@/lib/platform/refusal"
import { openSession } from "@/lib/platform/session"
import { type Account, accountByLogin, accountOf, spelled } from "./account"
import { cameFrom, knownDevice, rememberDevice } from "./devices"
import { type Attempt, countFailure, forgetFailures, sweepsAccounts, waitFor } from "./guessing"
import { isPassword } from "./passwords"
import { spendSecondStep } from "./second-factor"

export interface Login {
  /** E-mail or staff number. */
  login: string
  password: string
  /** The browser's own token, where it has one. */
  device: string | null
}

/** A password as it was found outside the transaction. */
export interface Checked {
  personId: number | null
  /** The hash it was checked against: another one by now means that it was changed meanwhile. */
  against: string | null
  right: boolean
}

/** A session that only the browser gets to know. */
export interface Entered {
  token: string
  sessionId: number
  device: string
  personId: number
}

/** The second step is still to come. */
export interface HalfWay {
  personId: number
  against: string
  login: string
}

/**
 * Checks a password, which takes as long for an unknown, a disabled and a real account.
 * @throws Refusal when this login or address has to wait; nothing is hashed then
 */
export async function checkLogin(
  on: Db,
  { login, password, device }: Login,
  address: string | null,
): Promise<Checked> {
  const account = await accountByLogin(on, login)
  const known = account ? await knownDevice(on, account.id, device, new Date()) : null
  const refused = await tooSoon(
    on,
    { login: spelled(login), address, knownDevice: known },
    new Date(),
  )
  if (refused) throw refused
  const right = await isPassword(account?.passwordHash ?? null, password)
  return {
    personId: account?.id ?? null,
    against: account?.passwordHash ?? null,
    right: right && !account?.disabledAt,
  }
}

async function tooSoon(on: Db, attempt: Attempt, now: Date): Promise<Refusal | null> {
  const seconds = await waitFor(on, attempt, now)
  if (seconds > 0)
    return new Refusal("busy", { sentence: "people.signIn.wait", values: { seconds } })
  if (await sweepsAccounts(on, attempt, now))
    return new Refusal("busy", { sentence: "people.signIn.tooMany" })
  return null
}

/**
 * Signs in with a checked password.
 * @returns a session, or that the second step is to come; a refusal is returned, so that the
 *   failure stays counted. Asked again here, since many may have been checked at once.
 */
export async function signIn(
  ctx: Ctx,
  input: Login,
  checked: Checked,
): Promise<Entered | HalfWay | Refusal> {
  const account = checked.personId === null ? null : await accountOf(ctx.tx, checked.personId)
  const known = account ? await knownDevice(ctx.tx, account.id, input.device, ctx.now) : null
  const attempt = { login: spelled(input.login), address: ctx.origin.address, knownDevice: known }
  const refused = await tooSoon(ctx.tx, attempt, ctx.now)
  if (refused) return refused
  const stillRight =
    checked.right && account?.passwordHash === checked.against && !account?.disabledAt
  if (!account || !stillRight) {
    await countFailure(ctx, attempt)
    emit(ctx, {
      type: "person.sign_in_failed",
      recordId: account?.id ?? 0,
      data: { step: "password" },
    })
    return new Refusal("invalid", {
      sentence: "people.signIn.wrong",
      fields: { password: "people.signIn.wrong" },
    })
  }
  await forgetFailures(ctx, [account.email, account.staffNo].map(spelled), attempt)
  if (account.totpSince && account.passwordHash)
    return { personId: account.id, against: account.passwordHash, login: spelled(input.login) }
  return enter(ctx, account, input.device, "password")
}

/**
 * The second step: a code of the authenticator, or a recovery code.
 * @returns a refusal (kept counted) when the code is wrong, used, or the password changed meanwhile
 */
export async function signInSecond(
  ctx: Ctx,
  half: HalfWay,
  code: string,
  device: string | null,
): Promise<Entered | Refusal> {
  const account = await accountOf(ctx.tx, half.personId)
  if (!account || account.disabledAt || account.passwordHash !== half.against)
    return new Refusal("signed_out", { sentence: "people.signIn.startAgain" })
  const attempt = {
    login: String(account.id),
    address: ctx.origin.address,
    knownDevice: await knownDevice(ctx.tx, account.id, device, ctx.now),
    second: true,
  }
  const refused = await tooSoon(ctx.tx, attempt, ctx.now)
  if (refused) return refused
  const step = await spendSecondStep(ctx, account, code)
  if (!step) {
    await countFailure(ctx, attempt)
    emit(ctx, { type: "person.sign_in_failed", recordId: account.id, data: { step: "code" } })
    return new Refusal("invalid", {
      sentence: "people.signIn.wrongCode",
      fields: { code: "people.signIn.wrongCode" },
    })
  }
  await forgetFailures(ctx, [], attempt)
  return enter(ctx, account, device, "password", step)
}

/** Opens the session and says so, and whether device and place are new. */
export async function enter(
  ctx: Ctx,
  account: Pick<Account, "id">,
  device: string | null,
  method: Parameters<typeof openSession>[2],
  second: "totp" | "recovery" | null = null,
): Promise<Entered> {
  const newDevice = (await knownDevice(ctx.tx, account.id, device, ctx.now)) === null
  const { first, newPlace } = await cameFrom(ctx, account.id)
  const browser = device ?? newToken()
  await rememberDevice(ctx, account.id, browser)
  const { token, sessionId } = await openSession(ctx, account.id, method)
  emit(ctx, {
    type: "person.signed_in",
    recordId: account.id,
    data: { sessionId, method, second, newDevice, newPlace, ...(first && { first }) },
  })
  return { token, sessionId, device: browser, personId: account.id }
}
