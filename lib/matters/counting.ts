import { and, eq, isNull, lt, or, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

/** What waits for oneself: parts to confirm, and support that one is asked for. */
export async function waitingForMe(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  const asked = db()
    .select({ one: sql`1` })
    .from(matterParts)
    .where(
      and(
        eq(matterParts.matterId, matters.id),
        eq(matterParts.ownerId, actor.personId),
        isNull(matterParts.confirmedAt),
      ),
    )
  const rows = db()
    .select({ one: sql`1`.as("one") })
    .from(matters)
    .where(
      and(
        lt(matters.sortKey, stateRange("done").from),
        or(
          sql`exists ${asked}`,
          and(eq(matters.supportFromId, actor.personId), eq(matters.state, "blocked")),
        ),
        visibleTo(actor),
      ),
    )
    .limit(most)
  const [row] = await engine().rows<{ count: number }>(
    db(),
    sql`select count(*) as count from (${rows}) as mine`,
  )
  return { count: Number(row?.count ?? 0) }
}
