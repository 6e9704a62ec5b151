import { and, eq, isNull, sql } from "drizzle-orm"
import { guestApprovals, guestInvitations } from "@/db/schema/guests"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { doneWith } from "@/lib/platform/notify"
import { refuse } from "@/lib/platform/refusal"
import { settled } from "@/lib/platform/settled"
import { admit } from "./admitting"
import { requireGround } from "./ground"
import { findInvitation, type Invitation } from "./invitation"
import { say } from "./saying"

/**
 * A head says yes or no for their department. The last yes puts the invitation in force; one no
 * refuses it.
 * @returns whether it is in force now
 * @throws Refusal when somebody was faster, or its host may not open it any more
 */
export async function decide(
  ctx: Ctx & { actor: PersonActor },
  invitation: Invitation,
  { department, accepts }: { department: number; accepts: boolean },
): Promise<boolean> {
  const decided = await ctx.tx
    .update(guestApprovals)
    .set({ decidedAt: ctx.now, decidedById: ctx.actor.personId, accepted: accepts })
    .where(
      and(
        eq(guestApprovals.invitationId, invitation.id),
        eq(guestApprovals.departmentId, department),
        isNull(guestApprovals.decidedAt),
      ),
    )
    .returning({ id: guestApprovals.invitationId })
  if (decided.length === 0) refuse("conflict")
  say(ctx, invitation, accepts ? "approved" : "refused", { departmentId: department })
  if (!accepts) {
    await settled(ctx, "guests.asked", "guest", invitation.id)
    await ctx.tx
      .update(guestInvitations)
      .set({ refusedAt: ctx.now, version: sql`${guestInvitations.version} + 1` })
      .where(eq(guestInvitations.id, invitation.id))
    return false
  }
  const after = (await findInvitation(ctx.tx, invitation.id)) ?? refuse("not_found")
  if (!after.approvals.every(({ accepted }) => accepted)) {
    const asked = invitation.approvals.filter(({ departmentId }) => departmentId === department)
    const heads = asked.flatMap(({ headId }) => headId ?? [])
    await doneWith(ctx, [ctx.actor.personId, ...heads], "guest", invitation.id)
    return false
  }
  await requireGround(ctx, after)
  await settled(ctx, "guests.asked", "guest", invitation.id)
  await admit(ctx, invitation.id)
  return true
}
