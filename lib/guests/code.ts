import { createHmac, randomInt, timingSafeEqual } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { guestCodes } from "@/db/schema/guests"
import type { Ctx } from "@/lib/platform/context"
import { countAgainst } from "@/lib/platform/rate-limit"
import { secrets } from "@/lib/platform/secrets"
import { mailOutside } from "./admitting"
import type { Invitation } from "./invitation"
import { say } from "./saying"

const lasts = 10 * 60 * 1000
const mostTries = 5
/** Mails with a code, for one invitation. */
const mails = { times: 3, per: 10 * 60 }
/** And a day: with five tries each nobody gets through a million codes. */
const mailsADay = { times: 10, per: 24 * 3600 }

const hashOf = (id: number, code: string): string =>
  createHmac("sha256", secrets().authSecret).update(`guest code ${id} ${code}`).digest("base64url")

/**
 * Mails a new code; the one before it works no more.
 * @returns false when too many were mailed already
 */
export async function sendCode(ctx: Ctx, invitation: Invitation): Promise<boolean> {
  const limits = [
    ["guests.code", mails],
    ["guests.code.day", mailsADay],
  ] as const
  for (const [name, limit] of limits)
    if ((await countAgainst(ctx.tx, `${name}:${invitation.id}`, limit, ctx.now)) > 0) return false
  const code = String(randomInt(1_000_000)).padStart(6, "0")
  const until = new Date(ctx.now.getTime() + lasts)
  const fresh = { codeHash: hashOf(invitation.id, code), expiresAt: until, tries: 0 }
  await ctx.tx
    .insert(guestCodes)
    .values({ invitationId: invitation.id, ...fresh })
    .onConflictDoUpdate({ target: guestCodes.invitationId, set: fresh })
  await mailOutside(ctx, invitation, "guest_code", { code, until })
  say(ctx, invitation, "code_sent")
  return true
}

/** Whether it is the code; a right one is used up, a few wrong ones use it up too. */
export async function takeCode(ctx: Ctx, { id }: Invitation, code: string): Promise<boolean> {
  const [row] = await ctx.tx
    .update(guestCodes)
    .set({ tries: sql`${guestCodes.tries} + 1` })
    .where(eq(guestCodes.invitationId, id))
    .returning()
  if (!row || row.tries > mostTries || row.expiresAt.getTime() <= ctx.now.getTime()) return false
  if (!timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(hashOf(id, code)))) return false
  await ctx.tx.delete(guestCodes).where(eq(guestCodes.invitationId, id))
  return true
}
