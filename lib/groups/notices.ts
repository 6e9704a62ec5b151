import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { managerIds } from "./members"

const named = (event: NewEvent): number[] => {
  const ids = event.data?.personIds
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "number") : []
}

/** Who was brought in by somebody, or whose asking was granted. */
const brought: ReadonlySet<unknown> = new Set(["added", "request"])

export async function toAdded(_: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  if (event.type === "group.joined" && !brought.has(event.data?.by)) return []
  // A private chat speaks for itself, and what the company made is everybody's anyway.
  if (event.data?.kind === "direct" || event.data?.by === "company") return []
  return [{ personIds: named(event), category: "groups.added", needsYou: false }]
}

export const toNamed = async (_: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  { personIds: named(event), category: "groups.added", needsYou: false },
]

/** Somebody waits at the door. */
export const toManagers = async (ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  {
    personIds: await managerIds(ctx.tx, event.recordId),
    category: "groups.requests",
    needsYou: true,
  },
]
