import { and, count, eq, isNull, sql } from "drizzle-orm"
import { guestInvitations, guestSessions } from "@/db/schema/guests"
import type { Ctx } from "@/lib/platform/context"
import { openGuestSession } from "@/lib/platform/guest-session"
import { countAgainst } from "@/lib/platform/rate-limit"
import { settingsIn } from "@/lib/platform/settings"
import { sendCode, takeCode } from "./code"
import type { Invitation } from "./invitation"
import { byLink } from "./link"
import { say } from "./saying"

/** What comes of pressing the one button: in, or what stands between. */
export type Redeemed =
  | { step: "in"; token: string }
  | { step: "over" | "code" | "wrong" | "later" | "full" }

/**
 * Exchanges a link for a session on one more device. Only its POST does: mail scanners open links.
 * @param code what was mailed, where the invitation asks for that; empty to have one mailed
 */
export async function redeem(ctx: Ctx, token: string, code: string): Promise<Redeemed> {
  const invitation = await byLink(ctx.tx, token, ctx.now)
  if (!invitation) return { step: "over" }
  if (await isFull(ctx, invitation)) return turnedAway(ctx, invitation)
  if (invitation.wantsCode) {
    if (code === "") return { step: (await sendCode(ctx, invitation)) ? "code" : "later" }
    if (!(await takeCode(ctx, invitation, code))) return wrong(ctx, invitation)
  }
  const opened = await openGuestSession(ctx, invitation.id)
  if (!invitation.usedAt)
    await ctx.tx
      .update(guestInvitations)
      .set({ usedAt: ctx.now, version: sql`${guestInvitations.version} + 1` })
      .where(eq(guestInvitations.id, invitation.id))
  say(ctx, invitation, "came", { session: opened.sessionId })
  return { step: "in", token: opened.token }
}

/** A link that is opened on more devices than are allowed was likely passed on: its host hears of it. */
async function turnedAway(ctx: Ctx, invitation: Invitation): Promise<Redeemed> {
  const key = `guests.turned_away:${invitation.id}`
  const known = await countAgainst(ctx.tx, key, { times: 1, per: 3600 }, ctx.now)
  if (known === 0) say(ctx, invitation, "turned_away")
  return { step: "full" }
}

function wrong(ctx: Ctx, invitation: Invitation): Redeemed {
  say(ctx, invitation, "code_wrong")
  return { step: "wrong" }
}

async function isFull(ctx: Ctx, { id }: Invitation): Promise<boolean> {
  const { guests } = await settingsIn(ctx.tx)
  const [open] = await ctx.tx
    .select({ count: count() })
    .from(guestSessions)
    .where(and(eq(guestSessions.invitationId, id), isNull(guestSessions.endedAt)))
  return (open?.count ?? 0) >= guests.devices
}
