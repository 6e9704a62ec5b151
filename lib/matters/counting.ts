import { and, eq, exists, isNull, lt, or, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { counting } from "@/lib/platform/counting"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const waiting = counting(matters, (reader) => {
  const asked = db()
    .select({ one: sql`1` })
    .from(matterParts)
    .where(
      and(
        eq(matterParts.matterId, matters.id),
        eq(matterParts.ownerId, reader.me),
        isNull(matterParts.confirmedAt),
      ),
    )
  return and(
    lt(matters.sortKey, stateRange("done").from),
    or(exists(asked), and(eq(matters.supportFromId, reader.me), eq(matters.state, "blocked"))),
    visibleTo(reader),
  )
})

/** What waits for oneself: parts to confirm, and support that one is asked for. */
export const waitingForMe = async (actor: Actor): Promise<{ count: number }> => ({
  count: isPerson(actor) ? await waiting(actor) : 0,
})
