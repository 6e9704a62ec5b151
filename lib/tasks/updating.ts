import { and, asc, eq, inArray, isNull, lt, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { bounds } from "@/lib/calendar/bounds"
import type { PersonActor } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 100

/** Tasks under way that nobody has heard of since a moment, and that stood before it. */
export const unheard = (since: Date) =>
  and(
    inArray(tasks.state, ["doing", "need_support"]),
    lt(tasks.sortKey, stateRange("done").from),
    lt(tasks.createdAt, since),
    or(isNull(tasks.progressAt), lt(tasks.progressAt, since)),
  )

/** One's own tasks under way that haven't been heard of today, what is due first. */
export async function tasksToUpdate(actor: PersonActor) {
  const { startOfToday } = await bounds()
  return db()
    .select({
      id: tasks.id,
      name: tasks.name,
      state: tasks.state,
      progress: tasks.progress,
      dueAt: tasks.dueAt,
    })
    .from(tasks)
    .where(and(eq(tasks.ownerId, actor.personId), unheard(startOfToday), visibleTo(actor)))
    .orderBy(asc(tasks.sortKey), asc(tasks.id))
    .limit(most)
}

export type TaskToUpdate = Awaited<ReturnType<typeof tasksToUpdate>>[number]
