import { and, count, eq, exists, isNull, lt, or, sql } from "drizzle-orm"
import { db, preparedFor } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { readerKey } from "@/lib/platform/access"
import { type Actor, isPerson, type PersonActor } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

const waiting = preparedFor((on, actor: PersonActor) => {
  const asked = on
    .select({ one: sql`1` })
    .from(matterParts)
    .where(
      and(
        eq(matterParts.matterId, matters.id),
        eq(matterParts.ownerId, actor.personId),
        isNull(matterParts.confirmedAt),
      ),
    )
  const mine = on
    .select({ one: sql`1`.as("one") })
    .from(matters)
    .where(
      and(
        lt(matters.sortKey, stateRange("done").from),
        or(
          exists(asked),
          and(eq(matters.supportFromId, actor.personId), eq(matters.state, "blocked")),
        ),
        visibleTo(actor),
      ),
    )
    .limit(most)
    .as("mine")
  return on.select({ count: count() }).from(mine).prepare()
})

/** What waits for oneself: parts to confirm, and support that one is asked for. */
export async function waitingForMe(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  const [row] = await waiting(db(), readerKey(actor), actor).execute()
  return { count: row?.count ?? 0 }
}
