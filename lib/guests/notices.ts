import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { findInvitation, type Invitation } from "./invitation"

const tells =
  (category: "asked" | "news" | "ending", needsYou: boolean, who: (it: Invitation) => number[]) =>
  async (ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> => {
    const invitation = await findInvitation(ctx.tx, event.recordId)
    if (!invitation) return []
    return [{ category: `guests.${category}`, needsYou, personIds: who(invitation) }]
  }

/** Everybody of its access list by name: inviter, heads, and who answers for what it opens. */
const involved = ({ grants }: Invitation): number[] =>
  grants.flatMap(({ principal }) =>
    principal.startsWith("person:") ? [Number(principal.slice("person:".length))] : [],
  )

export const toHeads = tells("asked", true, ({ approvals }) =>
  approvals.flatMap(({ headId, decidedAt }) => (headId && !decidedAt ? [headId] : [])),
)
export const toInviter = tells("news", false, ({ inviterId }) => [inviterId])
export const toInvolved = tells("news", false, involved)
export const toExtend = tells("ending", true, ({ inviterId }) => [inviterId])
/** Somebody has to take it over, or end it. */
export const toThoseLeft = tells("ending", true, involved)
