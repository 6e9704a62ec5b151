import { createHmac, randomInt, timingSafeEqual } from "node:crypto"
import { and, eq, isNull, lt, or } from "drizzle-orm"
import { generateURI, verifySync } from "otplib"
import type { Db } from "@/db/database"
import { credentials, recoveryCodes, sessions } from "@/db/schema/people"
import { base32 } from "@/lib/people/base32"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { needsSecondFactor } from "@/lib/platform/due-first"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { secrets } from "@/lib/platform/secrets"
import { renewToken } from "@/lib/platform/session"
import type { Settings } from "@/lib/platform/settings"
import { lockAway, takeOut } from "@/lib/platform/vault"
import type { Account } from "./account"

/** Codes of 30 seconds; the one before and the one after count too, clocks differ. */
const tolerance = 30
const codeCount = 10
// Without 0/O, 1/I/L: they are copied by hand.
const signs = "23456789abcdefghjkmnpqrstuvwxyz"

const keyed = (purpose: string, text: string): Buffer =>
  createHmac("sha256", secrets().authSecret).update(`${purpose}:${text}`).digest()

/**
 * The key that a session offers for an authenticator. It is worked out from the session's token
 * rather than kept, so a half-finished set-up leaves nothing behind, and a reload shows the same.
 */
export async function offeredSecret(on: Db, actor: PersonActor): Promise<string> {
  const [session] = await on
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.id, actor.sessionId))
  if (!session) return refuse("signed_out")
  return base32(keyed("totp", `${actor.personId}:${session.tokenHash}`).subarray(0, 20))
}

/** What an authenticator reads from the picture. @param company shown above the code */
export const authenticatorAddress = (secret: string, company: string, staffNo: string): string =>
  generateURI({ issuer: company, label: staffNo, secret })

/** @returns the 30-second step of the code, null when it is wrong or not newer than `after` */
function stepOf(secret: string, code: string, now: Date, after: number | null): number | null {
  const token = code.replace(/\s/g, "")
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const found = verifySync({
    secret,
    token,
    epoch,
    epochTolerance: tolerance,
    ...(after === null ? {} : { afterTimeStep: after }),
  })
  return found.valid && "timeStep" in found ? found.timeStep : null
}

/**
 * Turns the second factor on, once a first code was right.
 * @param token the session's new token: what it may do has changed
 * @returns ten recovery codes, shown this one time
 */
export async function addSecondFactor(
  ctx: Ctx & { actor: PersonActor },
  code: string,
  token: string,
): Promise<string[]> {
  const { personId, sessionId } = ctx.actor
  // Replacing it begins with removing it, which asks for the password.
  const [kept] = await ctx.tx
    .select({ since: credentials.totpSince })
    .from(credentials)
    .where(eq(credentials.personId, personId))
  if (kept?.since) refuse("conflict")
  const secret = await offeredSecret(ctx.tx, ctx.actor)
  const step = stepOf(secret, code, ctx.now, null)
  if (step === null) return refuse("invalid", { fields: { code: "people.secondFactor.wrong" } })
  const proof = { totpSecret: lockAway(secret), totpSince: ctx.now, totpLastStep: step }
  await ctx.tx
    .insert(credentials)
    .values({ personId, ...proof })
    .onConflictDoUpdate({ target: credentials.personId, set: proof })
  await renewToken(ctx, sessionId, token)
  const codes = await replaceCodes(ctx, personId)
  emit(ctx, { type: "person.second_factor", recordId: personId, data: { change: "added" } })
  return codes
}

/**
 * Turns it off; the person has just shown the password again.
 * @param rule the company's, which some may not be without it
 */
export async function removeSecondFactor(
  ctx: Ctx & { actor: PersonActor },
  token: string,
  rule: Settings["passwords"],
): Promise<void> {
  if (needsSecondFactor(ctx.actor, rule))
    refuse("forbidden", { sentence: "people.secondFactor.companyRule" })
  const { personId, sessionId } = ctx.actor
  await ctx.tx
    .update(credentials)
    .set({ totpSecret: null, totpSince: null, totpLastStep: null })
    .where(eq(credentials.personId, personId))
  await ctx.tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await renewToken(ctx, sessionId, token)
  emit(ctx, { type: "person.second_factor", recordId: personId, data: { change: "removed" } })
}

/** New recovery codes; the old ones are worth nothing. */
export async function renewRecoveryCodes(ctx: Ctx & { actor: PersonActor }): Promise<string[]> {
  const codes = await replaceCodes(ctx, ctx.actor.personId)
  emit(ctx, {
    type: "person.second_factor",
    recordId: ctx.actor.personId,
    data: { change: "codes" },
  })
  return codes
}

async function replaceCodes(ctx: Ctx, personId: number): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newCode)
  await ctx.tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await ctx.tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, hash: hashCode(code) })))
  return codes
}

const newCode = (): string =>
  Array.from({ length: 10 }, () => signs[randomInt(signs.length)])
    .join("")
    .replace(/(.{5})/, "$1-")

const hashCode = (code: string): string =>
  keyed("recovery", code.toLowerCase().replace(/[^0-9a-z]/g, "")).toString("base64url")

/** Uses up a code of the authenticator or a recovery code. @returns which, null when it is wrong */
export async function spendSecondStep(
  ctx: Ctx,
  account: Account,
  code: string,
): Promise<"totp" | "recovery" | null> {
  if (!account.totpSecret) return null
  const step = stepOf(takeOut(account.totpSecret), code, ctx.now, account.totpLastStep)
  if (step !== null) return (await spendStep(ctx, account.id, step)) ? "totp" : null
  return (await spendRecoveryCode(ctx, account.id, code)) ? "recovery" : null
}

async function spendStep(ctx: Ctx, personId: number, step: number): Promise<boolean> {
  const spent = await ctx.tx
    .update(credentials)
    .set({ totpLastStep: step })
    .where(
      and(
        eq(credentials.personId, personId),
        or(isNull(credentials.totpLastStep), lt(credentials.totpLastStep, step)),
      ),
    )
    .returning({ personId: credentials.personId })
  return spent.length === 1
}

async function spendRecoveryCode(ctx: Ctx, personId: number, code: string): Promise<boolean> {
  const wanted = Buffer.from(hashCode(code))
  const open = await ctx.tx
    .select({ id: recoveryCodes.id, hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  const found = open.find((row) => timingSafeEqual(Buffer.from(row.hash), wanted))
  if (!found) return false
  await ctx.tx.update(recoveryCodes).set({ usedAt: ctx.now }).where(eq(recoveryCodes.id, found.id))
  return true
}
