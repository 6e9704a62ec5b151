import { and, eq, inArray } from "drizzle-orm"
import { bundles } from "@/db/schema/notifications"
import type { Ctx } from "@/lib/platform/context"
import { changeInboxes } from "@/lib/platform/notify"
import type { Meeting } from "./meeting"

/** What they were asked is answered: the meeting stays in their inbox, but no longer needs them. */
export async function settle(
  ctx: Ctx,
  meetingId: number,
  personIds: readonly number[],
): Promise<void> {
  if (personIds.length === 0) return
  await changeInboxes(
    ctx,
    { needsYou: false },
    and(
      inArray(bundles.personId, [...personIds]),
      eq(bundles.kind, "meeting"),
      eq(bundles.recordId, meetingId),
      eq(bundles.needsYou, true),
    ),
  )
}

/** It is off, has begun or is over: nobody is asked any more whether they come. */
export const settleAll = (ctx: Ctx, { id, people }: Pick<Meeting, "id" | "people">) =>
  settle(
    ctx,
    id,
    people.map(({ personId }) => personId),
  )
