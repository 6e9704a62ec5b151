import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { departments, people } from "@/db/schema/people"
import { taskViews } from "@/db/schema/tasks"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor, Principal } from "@/lib/platform/actor"

const most = 30

/** Saved views that are the actor's: their own and those shared with them, the newest first. */
export async function viewsOf(actor: PersonActor) {
  const ids = visibleIds(actor, "task_view", { limit: most })
  const rows = await db()
    .select({
      id: taskViews.id,
      name: taskViews.name,
      query: taskViews.query,
      personId: taskViews.personId,
      departmentId: taskViews.departmentId,
      groupId: taskViews.groupId,
      maker: people.name,
      sharedWith: sql<string | null>`coalesce(${departments.name}, ${groups.name})`,
    })
    .from(taskViews)
    .innerJoin(people, eq(people.id, taskViews.personId))
    .leftJoin(departments, eq(departments.id, taskViews.departmentId))
    .leftJoin(groups, eq(groups.id, taskViews.groupId))
    .where(and(isNull(taskViews.removedAt), inArray(taskViews.id, sql`(${ids})`)))
    .orderBy(asc(taskViews.id))
  return rows.map((row) => ({
    ...row,
    own: row.personId === actor.personId,
    /** Whom it is shared with. */
    principal: sharedTo(row),
  }))
}

function sharedTo({
  departmentId,
  groupId,
}: {
  departmentId: number | null
  groupId: number | null
}): Principal | null {
  if (departmentId !== null) return `department:${departmentId}`
  return groupId === null ? null : `group:${groupId}`
}

export type SavedView = Awaited<ReturnType<typeof viewsOf>>[number]
