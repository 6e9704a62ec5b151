import { and, eq, lt } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import { type Actor, isPerson } from "@/lib/platform/actor"
import { counting } from "@/lib/platform/counting"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const open = counting(tasks, (reader) =>
  and(
    eq(tasks.ownerId, reader.me),
    lt(tasks.sortKey, stateRange("done").from),
    visibleTo(reader.own),
  ),
)

/** Tasks of one's own that are not done. Counted up to 100: a badge shows 99+. */
export const openTaskCount = async (actor: Actor): Promise<{ count: number }> => ({
  count: isPerson(actor) ? await open(actor) : 0,
})
