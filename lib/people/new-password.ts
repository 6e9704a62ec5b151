import { and, desc, eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { credentials, passwordHistory, passwordLinks } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { type Account, accountOf } from "./account"
import { checkPassword, type PasswordProblem } from "./password-rules"
import { hashPassword, isPassword } from "./passwords"
import type { PasswordOwner } from "./personal-parts"

/** A password may come back after this many others. */
const remembered = 5

export const ownerOf = (
  account: Pick<Account, "name" | "staffNo" | "email" | "phone" | "birthday">,
): PasswordOwner => ({
  name: account.name,
  staffNo: account.staffNo,
  email: account.email,
  phone: account.phone ?? "",
  birthday: account.birthday ?? "",
})

/**
 * What is wrong, each part once: that a birthday is easily guessed goes without saying.
 */
export function problemsOf(...given: Parameters<typeof checkPassword>): PasswordProblem[] {
  const all = checkPassword(...given)
  const named = all.flatMap((it) =>
    it.code === "common" || it.code === "too_short" ? [] : [it.part],
  )
  return all.filter((it) => it.code !== "common" || !named.includes(it.part))
}

/** @throws Refusal at the field `password` with the first thing that is wrong with it */
export function refuseWeak(problems: readonly PasswordProblem[]): void {
  const [first] = problems
  if (!first) return
  const values: Record<string, string | number> =
    first.code === "too_short" ? { least: first.least } : { part: first.part }
  refuse("invalid", { values, fields: { password: `people.password.${first.code}` } })
}

/**
 * Checks a new password by the rules and against the last five, and hashes it. Slow: before the
 * transaction.
 * @throws Refusal at the field `password`
 */
export async function readNewPassword(on: Db, personId: number, password: string): Promise<string> {
  const account = (await accountOf(on, personId)) ?? refuse("not_found")
  refuseWeak(
    problemsOf(password, ownerOf(account), { hasSecondFactor: account.totpSince !== null }),
  )
  if (await wasUsed(on, personId, password))
    refuse("invalid", { fields: { password: "people.password.reused" } })
  return hashPassword(password)
}

async function wasUsed(on: Db, personId: number, password: string): Promise<boolean> {
  const before = await on
    .select({ hash: passwordHistory.hash })
    .from(passwordHistory)
    .where(eq(passwordHistory.personId, personId))
    .orderBy(desc(passwordHistory.id))
    .limit(remembered)
  const same = await Promise.all(before.map((row) => isPassword(row.hash, password)))
  return same.includes(true)
}

/**
 * Writes a person's password. The caller ends sessions and says so.
 * @param exempt for the demo's password: no rules, no expiry
 */
export async function setPassword(
  ctx: Ctx,
  personId: number,
  hash: string,
  exempt = false,
): Promise<void> {
  const fresh = {
    passwordHash: hash,
    passwordSetAt: ctx.now,
    passwordExempt: exempt,
    passwordDue: false,
  }
  await ctx.tx
    .insert(credentials)
    .values({ personId, ...fresh })
    .onConflictDoUpdate({ target: credentials.personId, set: fresh })
  await ctx.tx.insert(passwordHistory).values({ personId, hash, at: ctx.now })
  await forgetOlder(ctx, personId)
  await voidLinks(ctx, personId)
}

async function forgetOlder(ctx: Ctx, personId: number): Promise<void> {
  const kept = await ctx.tx
    .select({ id: passwordHistory.id })
    .from(passwordHistory)
    .where(eq(passwordHistory.personId, personId))
    .orderBy(desc(passwordHistory.id))
  const older = kept.slice(remembered).map((row) => row.id)
  if (older.length > 0)
    await ctx.tx.delete(passwordHistory).where(inArray(passwordHistory.id, older))
}

/** Links that were never used lead nowhere any more. */
export const voidLinks = (ctx: Ctx, personId: number, reason?: "forgotten") =>
  ctx.tx
    .delete(passwordLinks)
    .where(
      and(
        eq(passwordLinks.personId, personId),
        reason === undefined ? undefined : eq(passwordLinks.reason, reason),
      ),
    )
