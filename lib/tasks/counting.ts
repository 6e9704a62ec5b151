import { sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

/** Tasks of one's own that are not done. Counted up to 100: a badge shows 99+. */
export async function openTaskCount(actor: Actor): Promise<{ count: number }> {
  if (!isPerson(actor)) return { count: 0 }
  const [row] = await engine().rows<{ count: number }>(
    db(),
    sql`select count(*) as count from (select 1 as one from tasks where owner_id = ${actor.personId}
      and sort_key < ${stateRange("done").from} and ${visibleTo(actor)} limit ${most}) as mine`,
  )
  return { count: Number(row?.count ?? 0) }
}
