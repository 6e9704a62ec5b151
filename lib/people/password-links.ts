import { and, eq, gt, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { deliveries } from "@/db/schema/notifications"
import { passwordLinks, people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { hashToken, newToken } from "@/lib/platform/random-token"
import { countAgainst } from "@/lib/platform/rate-limit"
import { refuse } from "@/lib/platform/refusal"
import { endSessions } from "@/lib/platform/session"
import { siteAddress } from "@/lib/platform/site-address"
import { lockAway } from "@/lib/platform/vault"
import { type Account, accountByLogin, accountOf, spelled } from "./account"
import { forgetFailures } from "./guessing"
import { setPassword, voidLinks } from "./new-password"
import { type Entered, enter, type HalfWay } from "./signing-in"

export type LinkReason = "first" | "forgotten" | "reset"

/** Hours a link lasts: one for a first password may lie on paper over a holiday. */
const hours: Record<LinkReason, number> = { first: 14 * 24, forgotten: 1, reset: 24 }

const expiryOf = (ctx: Ctx, reason: LinkReason): Date =>
  new Date(ctx.now.getTime() + hours[reason] * 3600 * 1000)

export const linkAddress = (token: string): string => `${siteAddress()}/password/${token}`

/**
 * A link that sets a person's password once. Earlier ones lead nowhere any more.
 * @returns the token, which nothing here remembers
 */
export async function makePasswordLink(
  ctx: Ctx,
  personId: number,
  reason: LinkReason,
): Promise<string> {
  const token = newToken()
  // Anybody may say that somebody forgot: that must not take a printed link away.
  await voidLinks(ctx, personId, reason === "forgotten" ? reason : undefined)
  await ctx.tx.insert(passwordLinks).values({
    personId,
    reason,
    tokenHash: hashToken(token),
    createdAt: ctx.now,
    expiresAt: expiryOf(ctx, reason),
  })
  emit(ctx, { type: "person.password_link", recordId: personId, data: { reason } })
  return token
}

/**
 * Mails a link to whoever forgot the password. Says nothing about whether there is such an
 * account; at most three mails an hour for one person.
 */
export async function mailForgotten(ctx: Ctx, login: string): Promise<void> {
  const account = await accountByLogin(ctx.tx, login)
  const wait = await countAgainst(
    ctx.tx,
    `forgotten:${account?.id ?? spelled(login)}`,
    { times: 3, per: 3600 },
    ctx.now,
  )
  if (wait > 0 || !account || account.disabledAt) return
  await mailLink(ctx, account, "forgotten")
}

/** Puts a link into the outbox; what the mail says is locked until it leaves. */
export async function mailLink(
  ctx: Ctx,
  account: Pick<Account, "id" | "email">,
  reason: LinkReason,
) {
  const token = await makePasswordLink(ctx, account.id, reason)
  const mail = { url: linkAddress(token), reason, expiresAt: expiryOf(ctx, reason) }
  await ctx.tx.insert(deliveries).values({
    key: `password-link:${hashToken(token)}`,
    channel: "email",
    personId: account.id,
    address: account.email,
    template: "password_link",
    payload: lockAway(JSON.stringify(mail)),
    dueAt: ctx.now,
  })
}

/** Whose password a link sets; null when it was used, is too old, or the person left. */
export async function findLink(on: Db, token: string, now: Date) {
  const [row] = await on
    .select({
      id: passwordLinks.id,
      personId: people.id,
      name: people.name,
      staffNo: people.staffNo,
      reason: passwordLinks.reason,
    })
    .from(passwordLinks)
    .innerJoin(people, eq(people.id, passwordLinks.personId))
    .where(
      and(
        eq(passwordLinks.tokenHash, hashToken(token)),
        isNull(passwordLinks.usedAt),
        gt(passwordLinks.expiresAt, now),
        isNull(people.disabledAt),
      ),
    )
  return row ?? null
}

/**
 * Sets the password by a link, which is used up. All sessions end; then the person is signed in,
 * or goes on to the second step.
 * @throws Refusal when the link is no longer good
 */
export async function passwordByLink(
  ctx: Ctx,
  token: string,
  hash: string,
  device: string | null,
): Promise<Entered | HalfWay> {
  const link = await findLink(ctx.tx, token, ctx.now)
  const account = link && (await accountOf(ctx.tx, link.personId))
  if (!link || !account) return refuse("not_found", { sentence: "people.link.gone" })
  await setPassword(ctx, account.id, hash)
  await endSessions(ctx, account.id)
  await forgetFailures(ctx, [account.email, account.staffNo].map(spelled), {
    login: spelled(account.staffNo),
    address: null,
    knownDevice: null,
  })
  emit(ctx, {
    type: "person.password_changed",
    recordId: account.id,
    data: { personIds: [account.id], by: "link", reason: link.reason },
  })
  if (account.totpSince)
    return { personId: account.id, against: hash, login: spelled(account.staffNo) }
  return enter(ctx, account, device, "link")
}
