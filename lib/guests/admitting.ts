import { eq, sql } from "drizzle-orm"
import { guestInvitations } from "@/db/schema/guests"
import { deliveries } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { hashToken, newToken } from "@/lib/platform/random-token"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"
import { siteAddress } from "@/lib/platform/site-address"
import { lockAway } from "@/lib/platform/vault"
import { requireGround } from "./ground"
import { findInvitation, type Invitation } from "./invitation"
import { say } from "./saying"
import { holds } from "./states"

export const linkAddress = (token: string): string => `${siteAddress()}/g/${token}`

/** In force from now on: the guest gets the link, and whoever answers for what it opens hears of it. */
export async function admit(ctx: Ctx, id: number): Promise<string> {
  await ctx.tx
    .update(guestInvitations)
    .set({ openedAt: ctx.now, version: sql`${guestInvitations.version} + 1` })
    .where(eq(guestInvitations.id, id))
  const invitation = (await findInvitation(ctx.tx, id)) ?? refuse("not_found")
  say(ctx, invitation, "admitted")
  return makeLink(ctx, invitation)
}

/**
 * A new link; the one before it leads nowhere any more. Devices that are in stay in.
 * @returns its address, which nothing here remembers
 * @throws Refusal when the invitation isn't in force
 */
export async function makeLink(ctx: Ctx, invitation: Invitation): Promise<string> {
  if (!holds(invitation, ctx.now)) refuse("conflict", { sentence: "guests.error.notInForce" })
  const token = newToken()
  await ctx.tx
    .update(guestInvitations)
    .set({ tokenHash: hashToken(token) })
    .where(eq(guestInvitations.id, invitation.id))
  const url = linkAddress(token)
  if (invitation.email !== "") await mailLink(ctx, invitation, url)
  say(ctx, invitation, "link_made", { mailed: invitation.email !== "" })
  return url
}

/**
 * The same when somebody asks for another one.
 * @throws Refusal also when it has lost its ground
 */
export async function makeAnotherLink(ctx: Ctx, invitation: Invitation): Promise<string> {
  await requireGround(ctx, invitation)
  return makeLink(ctx, invitation)
}

async function mailLink(ctx: Ctx, invitation: Invitation, url: string): Promise<void> {
  const { company } = await settingsIn(ctx.tx)
  const [inviter] = await ctx.tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, invitation.inviterId))
  await mailOutside(ctx, invitation, "guest_link", {
    url,
    host: [company.name, inviter?.name].filter(Boolean).join(" "),
    purpose: invitation.purpose,
    until: invitation.expiresAt,
  })
}

/** Puts a mail to the guest into the outbox; all it says is locked until it leaves. */
export async function mailOutside(
  ctx: Ctx,
  { id, name, locale, email }: Invitation,
  template: "guest_link" | "guest_code",
  says: Record<string, unknown>,
): Promise<void> {
  await ctx.tx.insert(deliveries).values({
    key: `${template}:${id}:${newToken().slice(0, 16)}`,
    channel: "email",
    personId: null,
    address: email,
    template,
    payload: lockAway(JSON.stringify({ name, locale, ...says })),
    dueAt: ctx.now,
  })
}
