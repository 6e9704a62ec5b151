import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal, refuse } from "@/lib/platform/refusal"
import type { Invitation } from "./invitation"
import { canInvite } from "./policy"
import { checkScopes } from "./scope-check"

type Held = Pick<Invitation, "inviterId" | "scopes" | "approvals">

/**
 * An invitation stands on its host: whether they may still open all that it opens, and every
 * department that it touches by that has agreed. Asked whenever it would last or open longer.
 * @param hostId who answers for it from now on
 * @throws Refusal when it has lost its ground
 */
export async function requireGround(ctx: Ctx, held: Held, hostId = held.inviterId): Promise<void> {
  const [host] = await actorsOf(ctx.tx, [hostId])
  const touched = host && canInvite(host) ? await touchedBy(ctx, host, held) : null
  const agreed = new Set(
    held.approvals.flatMap(({ accepted, departmentId }) => (accepted ? departmentId : [])),
  )
  if (!touched?.every((id) => agreed.has(id)))
    refuse("conflict", { sentence: "guests.error.ground" })
}

async function touchedBy(ctx: Ctx, host: PersonActor, { scopes }: Held): Promise<number[] | null> {
  try {
    const opens = scopes.map(({ kind, recordId: id, may }) => ({ kind, id, may }))
    return (await checkScopes(ctx.tx, host, opens)).map(({ departmentId }) => departmentId)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
