import { and, eq, inArray } from "drizzle-orm"
import { bundles } from "@/db/schema/notifications"
import type { Ctx } from "@/lib/platform/context"
import { changeInboxes } from "@/lib/platform/notify"
import type { Matter } from "./matter"

/** What they were asked is answered: the matter stays in their inbox, but no longer needs them. */
export async function settle(
  ctx: Ctx,
  { id, ownerId }: Matter,
  personIds: readonly (number | null)[],
): Promise<void> {
  // Whoever leads the matter goes on having to do with it.
  const answered = personIds.flatMap((person) => (person && person !== ownerId ? person : []))
  if (answered.length === 0) return
  await changeInboxes(
    ctx,
    { needsYou: false },
    and(
      inArray(bundles.personId, answered),
      eq(bundles.kind, "matter"),
      eq(bundles.recordId, id),
      eq(bundles.needsYou, true),
    ),
  )
}
