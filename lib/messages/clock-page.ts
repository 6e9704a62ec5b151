import { db } from "@/db/engine"
import { type PersonActor, sees } from "@/lib/platform/actor"
import { findClock } from "./clock"
import { placeOf } from "./message"

/** An escalated answer for its pane; null when it isn't the reader's to see. */
export async function clockPage(actor: PersonActor, id: number) {
  const clock = await findClock(db(), id)
  if (!clock || !sees(actor, clock)) return null
  const inside = actor.principals.has(`group:${clock.groupId}`)
  return {
    clock,
    /** The message itself, for those who may read it. */
    message: inside ? placeOf({ groupId: clock.groupId, id: clock.messageId }) : null,
  }
}

export type ClockPage = NonNullable<Awaited<ReturnType<typeof clockPage>>>
