import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { departments, people } from "@/db/schema/people"
import { taskViews } from "@/db/schema/tasks"
import { visible, visibleIds } from "@/lib/platform/access"
import type { PersonActor, Principal } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"

const most = 30

const views = keptForReaders((on, reader) => {
  const ids = visibleIds(reader, "task_view", { limit: most })
  return on
    .select({
      id: taskViews.id,
      name: taskViews.name,
      query: taskViews.query,
      personId: taskViews.personId,
      departmentId: taskViews.departmentId,
      groupId: taskViews.groupId,
      maker: people.name,
      // Its maker may have been taken out of the group: its name is its members' to read.
      sharedWith: sql<
        string | null
      >`coalesce(${departments.name}, case when ${visible(reader, "group", groups.id)} then ${groups.name} end)`,
    })
    .from(taskViews)
    .innerJoin(people, eq(people.id, taskViews.personId))
    .leftJoin(departments, eq(departments.id, taskViews.departmentId))
    .leftJoin(groups, eq(groups.id, taskViews.groupId))
    .where(and(isNull(taskViews.removedAt), inArray(taskViews.id, sql`(${ids})`)))
    .orderBy(asc(taskViews.id))
    .prepare()
})

/** Saved views that are the actor's: their own and those shared with them, the newest first. */
export const viewsOf = cache(async (actor: PersonActor) => {
  const rows = await views(db(), actor)
  return rows.map((row) => ({
    ...row,
    own: row.personId === actor.personId,
    /** Whom it is shared with. */
    principal: sharedTo(row),
  }))
})

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
