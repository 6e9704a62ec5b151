import { and, eq, gt, isNull } from "drizzle-orm"
import { access } from "@/db/schema/access"
import { guestApprovals, guestInvitations, guestScopes } from "@/db/schema/guests"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { doneWith } from "@/lib/platform/notify"
import { findInvitation } from "./invitation"
import { say } from "./saying"
import { headFor } from "./scope-check"

/**
 * Who runs a group or a meeting changed: its invitations are theirs to find from now on, and not
 * those before them's any more.
 */
export async function othersAnswer(ctx: Ctx, event: NewEvent): Promise<void> {
  const kind = event.type.split(".", 1)[0] ?? ""
  const rows = await ctx.tx
    .select({ id: guestScopes.invitationId })
    .from(guestScopes)
    .where(and(eq(guestScopes.kind, kind), eq(guestScopes.recordId, event.recordId)))
  for (const { id } of rows) await listAnew(ctx, id)
}

/** The same for all that somebody answered for who left. */
export async function answererLeft(ctx: Ctx, event: NewEvent): Promise<void> {
  const rows = await ctx.tx
    .select({ id: access.recordId })
    .from(access)
    .where(and(eq(access.kind, "guest"), eq(access.principal, `person:${event.recordId}`)))
  for (const { id } of rows) await listAnew(ctx, id)
}

/** An event brings the access list up to date; without a difference there is nothing to say. */
async function listAnew(ctx: Ctx, id: number): Promise<void> {
  const invitation = await findInvitation(ctx.tx, id)
  if (!invitation) return
  const listed = await ctx.tx
    .select({ principal: access.principal })
    .from(access)
    .where(and(eq(access.kind, "guest"), eq(access.recordId, id)))
  const before = listed.map(({ principal }) => principal).sort()
  const now = invitation.grants.map(({ principal }) => principal).sort()
  if (before.join() !== now.join()) say(ctx, invitation, "owners_changed")
}

/** Whoever leads a department now is asked about what waits for its word. */
export async function headsChanged(ctx: Ctx): Promise<void> {
  const waiting = await ctx.tx
    .select({
      id: guestInvitations.id,
      inviterId: guestInvitations.inviterId,
      departmentId: guestApprovals.departmentId,
      headId: guestApprovals.headId,
    })
    .from(guestApprovals)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestApprovals.invitationId))
    .where(
      and(
        isNull(guestApprovals.decidedAt),
        isNull(guestInvitations.revokedAt),
        isNull(guestInvitations.refusedAt),
        gt(guestInvitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(guestInvitations.id)
  for (const { id, inviterId, departmentId, headId } of waiting) {
    const now = await headFor(ctx.tx, departmentId, inviterId)
    if (now === headId) continue
    await ctx.tx
      .update(guestApprovals)
      .set({ headId: now })
      .where(
        and(eq(guestApprovals.invitationId, id), eq(guestApprovals.departmentId, departmentId)),
      )
    if (headId !== null) await doneWith(ctx, [headId], "guest", id)
    const invitation = await findInvitation(ctx.tx, id)
    if (invitation)
      say(ctx, invitation, "head_asked", { departmentId, before: headId, headId: now })
  }
}
