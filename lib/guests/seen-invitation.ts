import type { Ctx } from "@/lib/platform/context"
import { findInvitation, type Invitation } from "./invitation"
import { canSee } from "./policy"

/** For actions: the invitation that an input names, if it is the actor's to see. */
export async function seenInvitation(ctx: Ctx, input: { id: number }): Promise<Invitation | null> {
  const invitation = await findInvitation(ctx.tx, input.id)
  return invitation && canSee(ctx.actor, invitation) ? invitation : null
}
