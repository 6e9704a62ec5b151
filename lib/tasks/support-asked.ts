import { and, asc, eq, gte, inArray, isNull, lt, ne, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { departments, people } from "@/db/schema/people"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const shown = 20

/** Tasks that wait for somebody to help, of those where the actor is one who can. */
export function supportAsked(actor: PersonActor) {
  const { from, until } = stateRange("need_support")
  const groups = [...actor.principals.keys()].flatMap((principal) =>
    principal.startsWith("group:") ? [Number(principal.slice("group:".length))] : [],
  )
  const helping = db()
    .select({ id: taskCoworkers.taskId })
    .from(taskCoworkers)
    .where(eq(taskCoworkers.personId, actor.personId))
  return db()
    .select({
      id: tasks.id,
      name: tasks.name,
      risk: tasks.risk,
      dueAt: tasks.dueAt,
      owner: { id: people.id, name: people.name, face: people.faceFileId },
    })
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .leftJoin(departments, eq(departments.id, tasks.departmentId))
    .where(
      and(
        gte(tasks.sortKey, from),
        lt(tasks.sortKey, until),
        isNull(tasks.supporterId),
        ne(tasks.ownerId, actor.personId),
        or(
          eq(tasks.creatorId, actor.personId),
          eq(departments.headId, actor.personId),
          inArray(tasks.id, helping),
          inArray(tasks.groupId, [0, ...groups]),
        ),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(tasks.sortKey), asc(tasks.id))
    .limit(shown)
}

export type SupportAsked = Awaited<ReturnType<typeof supportAsked>>[number]
