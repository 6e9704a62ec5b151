import { and, count, eq, lt, sql } from "drizzle-orm"
import { db, preparedFor } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { readerKey } from "@/lib/platform/access"
import { type Actor, isPerson, type PersonActor } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

const open = preparedFor((on, actor: PersonActor) => {
  const mine = on
    .select({ one: sql`1`.as("one") })
    .from(tasks)
    .where(
      and(
        eq(tasks.ownerId, actor.personId),
        lt(tasks.sortKey, stateRange("done").from),
        visibleTo(actor),
      ),
    )
    .limit(most)
    .as("mine")
  return on.select({ count: count() }).from(mine).prepare()
})

/** Tasks of one's own that are not done. Counted up to 100: a badge shows 99+. */
export async function openTaskCount(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  const [row] = await open(db(), readerKey(actor), actor).execute()
  return { count: row?.count ?? 0 }
}
