import { and, asc, eq, gte, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 60

/** One's own open tasks due within a span, soonest first: for the day rail and the calendar. */
export const deadlinesBetween = (actor: PersonActor, from: Date, until: Date) =>
  db()
    .select({ id: tasks.id, name: tasks.name, dueAt: tasks.dueAt, state: tasks.state })
    .from(tasks)
    .where(
      and(
        eq(tasks.ownerId, actor.personId),
        lt(tasks.sortKey, stateRange("done").from),
        gte(tasks.dueAt, from),
        lt(tasks.dueAt, until),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(most)
