import { and, count, eq, exists, isNull, lt, or, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

const waiting = keptForReaders((on, reader) => {
  const asked = on
    .select({ one: sql`1` })
    .from(matterParts)
    .where(
      and(
        eq(matterParts.matterId, matters.id),
        eq(matterParts.ownerId, reader.me),
        isNull(matterParts.confirmedAt),
      ),
    )
  const mine = on
    .select({ one: sql`1`.as("one") })
    .from(matters)
    .where(
      and(
        lt(matters.sortKey, stateRange("done").from),
        or(exists(asked), and(eq(matters.supportFromId, reader.me), eq(matters.state, "blocked"))),
        visibleTo(reader),
      ),
    )
    .limit(most)
    .as("mine")
  return on.select({ count: count() }).from(mine).prepare()
})

/** What waits for oneself: parts to confirm, and support that one is asked for. */
export async function waitingForMe(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  const [row] = await waiting(db(), actor)
  return { count: row?.count ?? 0 }
}
