import { and, count, eq, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

const open = keptForReaders((on, reader) => {
  const mine = on
    .select({ one: sql`1`.as("one") })
    .from(tasks)
    .where(
      and(
        eq(tasks.ownerId, reader.me),
        lt(tasks.sortKey, stateRange("done").from),
        visibleTo(reader),
      ),
    )
    .limit(most)
    .as("mine")
  return on.select({ count: count() }).from(mine).prepare()
})

/** Tasks of one's own that are not done. Counted up to 100: a badge shows 99+. */
export async function openTaskCount(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  const [row] = await open(db(), actor)
  return { count: row?.count ?? 0 }
}
