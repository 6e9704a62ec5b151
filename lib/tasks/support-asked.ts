import { and, asc, eq, gte, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { departments, people } from "@/db/schema/people"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { peopleUnder } from "@/lib/people/superiors"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const shown = 20

/** Tasks that wait for somebody to help, of those where the actor is one who can. */
export async function supportAsked(actor: PersonActor) {
  const under = peopleUnder(await organisation(db()), actor.personId)
  return db()
    .select({
      id: tasks.id,
      name: tasks.name,
      risk: tasks.risk,
      support: tasks.support,
      dueAt: tasks.dueAt,
      owner: { id: people.id, name: people.name, face: people.faceFileId },
    })
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(
      and(
        inArray(tasks.id, sql`(${askedOf(actor, under)})`),
        isNull(tasks.supporterId),
        ne(tasks.ownerId, actor.personId),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(tasks.sortKey), asc(tasks.id))
    .limit(shown)
}

/** Whose help is asked for, each way of being asked in a range of an index of its own. */
function askedOf(actor: PersonActor, under: ReturnType<typeof peopleUnder>) {
  const { from, until } = stateRange("need_support")
  const asking = and(gte(tasks.sortKey, from), lt(tasks.sortKey, until))
  const inGroups = [...actor.principals.keys()].flatMap((principal) =>
    principal.startsWith("group:") ? [Number(principal.slice("group:".length))] : [],
  )
  const headed = db()
    .select({ id: departments.id })
    .from(departments)
    .where(eq(departments.headId, actor.personId))
  const owners = db()
    .select({ id: people.id })
    .from(people)
    .where(
      or(
        inArray(people.departmentId, [0, ...under.departmentIds]),
        inArray(people.id, [0, ...under.headIds]),
      ),
    )
  const those = (where: SQL | undefined) =>
    db().select({ id: tasks.id }).from(tasks).where(and(where, asking))
  const helping = db()
    .select({ id: tasks.id })
    .from(taskCoworkers)
    .innerJoin(tasks, eq(tasks.id, taskCoworkers.taskId))
    .where(and(eq(taskCoworkers.personId, actor.personId), asking))
  return those(eq(tasks.creatorId, actor.personId))
    .union(those(inArray(tasks.departmentId, headed)))
    .union(those(inArray(tasks.ownerId, owners)))
    .union(those(inArray(tasks.groupId, [0, ...inGroups])))
    .union(helping)
}

export type SupportAsked = Awaited<ReturnType<typeof supportAsked>>[number]
