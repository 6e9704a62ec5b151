import { createHash } from "node:crypto"
import { and, gt, inArray, like, lte, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { rateLimits } from "@/db/schema/platform"
import type { Ctx } from "@/lib/platform/context"
import { networkOf } from "@/lib/platform/network"
import { countOnce, farthest } from "@/lib/platform/rate-limit"

/**
 * Failures are counted where they can't be told apart: by the name typed, whether somebody has it
 * or not. They only ever delay, growing and up to a limit; nobody is locked out, and a browser
 * that signed this person in before waits for nobody's failures but its own (decision 37).
 */
interface Growth {
  /** Failures without a delay. */
  free: number
  /** Seconds they are remembered. */
  remembered: number
  /** The longest delay in seconds. */
  most: number
}

const growths = {
  login: { free: 5, remembered: 24 * 3600, most: 60 },
  device: { free: 5, remembered: 24 * 3600, most: 60 },
  second: { free: 5, remembered: 24 * 3600, most: 60 },
  address: { free: 30, remembered: 15 * 60, most: 8 },
} satisfies Record<string, Growth>

type Subject = { kind: keyof typeof growths; name: string }

/** An address that fails at more accounts than this is refused until it no longer does. */
const mostAccounts = 30

export interface Attempt {
  /** What stands in for the account: the login as typed, or the person. */
  login: string
  address: string | null
  /** The hash of a device that signed this person in before. */
  knownDevice: string | null
  /** Guessing the second step counts by itself. */
  second?: boolean
}

const short = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 22)

function subjectsOf({ login, address, knownDevice, second }: Attempt): Subject[] {
  // Whoever has got hold of a password must not keep its owner waiting here either.
  if (second) return [{ kind: "second", name: short(`${login} ${knownDevice ?? ""}`) }]
  if (knownDevice) return [{ kind: "device", name: short(knownDevice) }]
  const named: Subject = { kind: "login", name: short(login) }
  return address === null ? [named] : [named, { kind: "address", name: short(networkOf(address)) }]
}

const countKey = ({ kind, name }: Subject) => `guess:${kind}:${name}`
const gapKey = ({ kind, name }: Subject) => `guess-gap:${kind}:${name}`
const accountsAt = (address: string) => `guess-at:${short(networkOf(address))}:`

const longestWait = Math.max(...Object.values(growths).map(({ most }) => most))

/** Not over yet, and not of a time when the clock was wrong: nobody waits longer than the longest. */
const running = (now: Date, seconds: number) =>
  and(gt(rateLimits.resetsAt, now), lte(rateLimits.resetsAt, farthest(now, seconds)))

/** @returns seconds until this attempt may be made, 0 when it may be made now */
export async function waitFor(on: Db, attempt: Attempt, now: Date): Promise<number> {
  const keys = subjectsOf(attempt).map(gapKey)
  const rows = await on
    .select({ until: rateLimits.resetsAt })
    .from(rateLimits)
    .where(and(inArray(rateLimits.key, keys), running(now, longestWait)))
  const waits = rows.map((row) => Math.ceil((row.until.getTime() - now.getTime()) / 1000))
  return Math.max(0, ...waits)
}

/** Is this address trying one account after the other? */
export async function sweepsAccounts(on: Db, { address, knownDevice, second }: Attempt, now: Date) {
  if (address === null || knownDevice || second) return false
  const [row] = await on
    .select({ accounts: sql<number>`count(*)` })
    .from(rateLimits)
    .where(
      and(
        like(rateLimits.key, `${accountsAt(address)}%`),
        running(now, growths.address.remembered),
      ),
    )
  return Number(row?.accounts ?? 0) > mostAccounts
}

/** Counts a failure; it stays counted whatever else is refused, and after a restart. */
export async function countFailure(ctx: Ctx, attempt: Attempt): Promise<void> {
  for (const subject of subjectsOf(attempt)) {
    const { free, remembered, most } = growths[subject.kind]
    const { count } = await countOnce(ctx.tx, countKey(subject), remembered, ctx.now)
    if (count < free) continue
    const seconds = Math.min(most, 2 ** Math.min(count - free, 10))
    await put(ctx, gapKey(subject), seconds)
  }
  if (attempt.address !== null && !attempt.knownDevice && !attempt.second)
    await put(
      ctx,
      `${accountsAt(attempt.address)}${short(attempt.login)}`,
      growths.address.remembered,
    )
}

/** After a right answer the account and the device start afresh; the address doesn't. */
export async function forgetFailures(
  ctx: Ctx,
  logins: readonly string[],
  attempt: Attempt,
): Promise<void> {
  const subjects: Subject[] = [
    ...logins.map((login): Subject => ({ kind: "login", name: short(login) })),
    ...subjectsOf(attempt).filter((subject) => subject.kind !== "address"),
  ]
  const keys = subjects.flatMap((subject) => [countKey(subject), gapKey(subject)])
  await ctx.tx.delete(rateLimits).where(inArray(rateLimits.key, keys))
}

const put = (ctx: Ctx, key: string, seconds: number) =>
  ctx.tx
    .insert(rateLimits)
    .values({ key, count: 1, resetsAt: after(ctx, seconds) })
    .onConflictDoUpdate({ target: rateLimits.key, set: { resetsAt: after(ctx, seconds) } })

const after = (ctx: Ctx, seconds: number): Date => new Date(ctx.now.getTime() + seconds * 1000)
