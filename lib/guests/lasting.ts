import { and, eq, isNull, sql } from "drizzle-orm"
import { guestInvitations, guestSessions } from "@/db/schema/guests"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settled } from "@/lib/platform/settled"
import { endOfDay } from "./ending-day"
import { requireGround } from "./ground"
import type { Invitation } from "./invitation"
import { say } from "./saying"
import { checkScopes } from "./scope-check"
import { endsSoon, stateOf } from "./states"

const more = { version: sql`${guestInvitations.version} + 1` }

/**
 * Another last day, at most as far away as the company allows; an expired one comes back to life.
 * @throws Refusal for one that was ended, refused, or rests, and for one that lost its ground
 */
export async function extend(ctx: Ctx, invitation: Invitation, until: string): Promise<void> {
  if (["revoked", "refused", "suspended"].includes(stateOf(invitation, ctx.now)))
    refuse("conflict", { sentence: "guests.error.notInForce" })
  // One that waits is not agreed to yet: each head decides about what it opens.
  if (invitation.openedAt) await requireGround(ctx, invitation)
  const expiresAt = await endOfDay(until, ctx.now)
  const remindedAt = endsSoon(expiresAt, ctx.now) ? ctx.now : null
  await change(ctx, invitation.id, { expiresAt, remindedAt, endedAt: null })
  await settled(ctx, "guests.ending", "guest", invitation.id)
  say(ctx, invitation, "extended", { before: invitation.expiresAt, after: expiresAt })
}

/** Over at once: link, devices, pages and streams. */
export async function revoke(
  ctx: Ctx & { actor: PersonActor },
  invitation: Invitation,
): Promise<void> {
  if (invitation.revokedAt) refuse("conflict")
  await change(ctx, invitation.id, {
    ...{ revokedAt: ctx.now, revokedById: ctx.actor.personId, tokenHash: null },
  })
  await endDevices(ctx, invitation.id)
  await settled(ctx, "guests.asked", "guest", invitation.id)
  await settled(ctx, "guests.ending", "guest", invitation.id)
  say(ctx, invitation, "revoked")
}

/** Its inviter left: it rests. */
export async function suspend(ctx: Ctx, invitation: Invitation): Promise<void> {
  await change(ctx, invitation.id, { suspendedAt: ctx.now })
  say(ctx, invitation, "suspended", { inviterId: invitation.inviterId })
}

/**
 * Somebody answers for it from now on, who may open all that it opens.
 * @throws Refusal when they may not
 */
export async function takeOver(
  ctx: Ctx & { actor: PersonActor },
  invitation: Invitation,
): Promise<void> {
  // One that waits for heads goes on waiting for them.
  if (invitation.openedAt) await requireGround(ctx, invitation, ctx.actor.personId)
  else {
    const scopes = invitation.scopes.map(({ kind, recordId: id, may }) => ({ kind, id, may }))
    await checkScopes(ctx.tx, ctx.actor, scopes)
  }
  await change(ctx, invitation.id, { suspendedAt: null, inviterId: ctx.actor.personId })
  await settled(ctx, "guests.ending", "guest", invitation.id)
  say(ctx, invitation, "taken_over", { before: invitation.inviterId })
}

/** One device is out; the link still opens on another. */
export async function endDevice(ctx: Ctx, invitation: Invitation, session: number): Promise<void> {
  const ended = await endDevices(ctx, invitation.id, session)
  if (ended.length === 0) refuse("not_found")
  say(ctx, invitation, "device_ended", { session })
}

const endDevices = (ctx: Ctx, invitationId: number, only?: number) =>
  ctx.tx
    .update(guestSessions)
    .set({ endedAt: ctx.now })
    .where(
      and(
        eq(guestSessions.invitationId, invitationId),
        isNull(guestSessions.endedAt),
        only === undefined ? undefined : eq(guestSessions.id, only),
      ),
    )
    .returning({ id: guestSessions.id })

const change = (ctx: Ctx, id: number, to: Partial<typeof guestInvitations.$inferInsert>) =>
  ctx.tx
    .update(guestInvitations)
    .set({ ...to, ...more })
    .where(eq(guestInvitations.id, id))
