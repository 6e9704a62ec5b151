import {
  and,
  asc,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { access } from "@/db/schema/access"
import { departments, people } from "@/db/schema/people"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { peopleUnder } from "@/lib/people/superiors"
import type { PersonActor } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { organisation } from "@/lib/platform/organisation"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const shown = 20

const asked = keptForReaders((on, reader) =>
  on
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
        inArray(tasks.id, sql`(${askedOf(on, reader.me)})`),
        isNull(tasks.supporterId),
        ne(tasks.ownerId, reader.me),
        visibleTo(reader),
      ),
    )
    .orderBy(asc(tasks.sortKey), asc(tasks.id))
    .limit(shown)
    .prepare(),
)

/** Whose help is asked for, each way of being asked in a range of an index of its own. */
function askedOf(on: Db, me: Placeholder) {
  const { from, until } = stateRange("need_support")
  const asking = and(gte(tasks.sortKey, from), lt(tasks.sortKey, until))
  const headed = on
    .select({ id: departments.id })
    .from(departments)
    .where(eq(departments.headId, me))
  const owners = on
    .select({ id: people.id })
    .from(people)
    .where(
      or(
        inArray(people.departmentId, idsGiven("departments")),
        inArray(people.id, idsGiven("heads")),
      ),
    )
  const those = (where: SQL | undefined) =>
    on.select({ id: tasks.id }).from(tasks).where(and(where, asking))
  const helps = on
    .select({ id: taskCoworkers.taskId })
    .from(taskCoworkers)
    .where(and(eq(taskCoworkers.taskId, access.recordId), eq(taskCoworkers.personId, me)))
  const helping = on
    .select({ id: access.recordId })
    .from(access)
    .where(
      and(
        ...[eq(access.kind, "task"), eq(access.principal, sql.placeholder("own"))],
        ...[gte(access.sortKey, from), lt(access.sortKey, until), exists(helps)],
      ),
    )
  return those(eq(tasks.creatorId, me))
    .union(those(inArray(tasks.departmentId, headed)))
    .union(those(inArray(tasks.ownerId, owners)))
    .union(those(inArray(tasks.groupId, idsGiven("groups"))))
    .union(helping)
}

/** Tasks that wait for somebody to help, of those where the actor is one who can. */
export async function supportAsked(actor: PersonActor) {
  const under = peopleUnder(await organisation(db()), actor.personId)
  const groups = [...actor.principals.keys()].flatMap((principal) =>
    principal.startsWith("group:") ? [Number(principal.slice("group:".length))] : [],
  )
  return asked(db(), actor, {
    departments: JSON.stringify(under.departmentIds),
    heads: JSON.stringify(under.headIds),
    groups: JSON.stringify(groups),
  })
}

export type SupportAsked = Awaited<ReturnType<typeof supportAsked>>[number]
