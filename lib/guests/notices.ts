import { dutyHolders } from "@/lib/people/duty-holders"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { actorsOf } from "@/lib/platform/organisation"
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

/** Only the one who is asked now. */
export async function toHead(_: Ctx, { data }: NewEvent): Promise<readonly Notice[]> {
  const headId = data?.headId
  return typeof headId === "number"
    ? [{ category: "guests.asked", needsYou: true, personIds: [headId] }]
    : []
}

/** Somebody has to take it over, or end it; 平台管理 where nobody else answers for it. */
export async function toThoseLeft(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const invitation = await findInvitation(ctx.tx, event.recordId)
  const here = await actorsOf(ctx.tx, invitation ? involved(invitation) : [])
  const personIds =
    here.length > 0
      ? here.map(({ personId }) => personId)
      : (await dutyHolders(ctx.tx)).flatMap(({ id, duties }) =>
          duties.includes("platform") ? id : [],
        )
  return [{ category: "guests.ending", needsYou: true, personIds }]
}
