import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Invitation } from "./invitation"

/** Says it of the invitation, also to open pages of what it opens: they show who reads along. */
export const say = (
  ctx: Ctx,
  { id, scopes }: Pick<Invitation, "id" | "scopes">,
  what: string,
  data: Record<string, unknown> = {},
): void =>
  emit(ctx, {
    type: `guest.${what}`,
    recordId: id,
    data,
    topics: scopes.map(({ kind, recordId }) => `${kind}:${recordId}`),
  })
