import { and, eq, gt } from "drizzle-orm"
import type { Db } from "@/db/database"
import { knownDevices, sessions } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { dayMs } from "@/lib/platform/due-first"
import { networkOf } from "@/lib/platform/network"
import { hashToken } from "@/lib/platform/random-token"

const rememberedDays = 90

/** The device's hash when it signed this person in before, null when it didn't. */
export async function knownDevice(on: Db, personId: number, token: string | null, now: Date) {
  if (!token) return null
  const since = new Date(now.getTime() - rememberedDays * dayMs)
  const tokenHash = hashToken(token)
  const [row] = await on
    .select({ tokenHash: knownDevices.tokenHash })
    .from(knownDevices)
    .where(
      and(
        eq(knownDevices.personId, personId),
        eq(knownDevices.tokenHash, tokenHash),
        gt(knownDevices.seenAt, since),
      ),
    )
  return row?.tokenHash ?? null
}

export async function rememberDevice(ctx: Ctx, personId: number, token: string): Promise<void> {
  await ctx.tx
    .insert(knownDevices)
    .values({ personId, tokenHash: hashToken(token), seenAt: ctx.now })
    .onConflictDoUpdate({
      target: [knownDevices.personId, knownDevices.tokenHash],
      set: { seenAt: ctx.now },
    })
}

export const forgetDevices = (ctx: Ctx, personId: number) =>
  ctx.tx.delete(knownDevices).where(eq(knownDevices.personId, personId))

/** Somewhere this person hasn't been lately? The first time is nothing unusual. */
export async function cameFrom(
  ctx: Ctx,
  personId: number,
): Promise<{ first: boolean; newPlace: boolean }> {
  const since = new Date(ctx.now.getTime() - rememberedDays * dayMs)
  const before = await ctx.tx
    .select({ address: sessions.address })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.seenAt, since)))
    .limit(200)
  const here = placeOf(ctx.origin.address)
  const first = before.length === 0
  return { first, newPlace: !first && !before.some((row) => placeOf(row.address) === here) }
}

/** Addresses change within a network: 180.102.*.* is one place, the first 48 bits of IPv6 too. */
const placeOf = (address: string | null): string =>
  address?.includes(":") ? networkOf(address, 3) : (address ?? "").split(".", 2).join(".")
