import { and, asc, eq, inArray, isNull, or } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { createTask } from "@/lib/tasks/creating"
import type { Matter } from "./matter"

const most = 2_000

/** A task of a department for a matter: it is made from it, and has its label. */
export const addSubTask = (
  ctx: Ctx & { actor: PersonActor },
  matter: Matter,
  task: { departmentId: number; name: string; ownerId: number; dueAt: Date | null },
): Promise<number> =>
  createTask(ctx, {
    ...task,
    description: "",
    coworkerIds: [],
    startAt: null,
    priority: matter.urgency,
    sensitivityId: matter.sensitivityId,
    risk: "",
    source: { kind: "matter", id: matter.id },
  })

const columns = {
  id: tasks.id,
  matterId: tasks.sourceId,
  name: tasks.name,
  state: tasks.state,
  progress: tasks.progress,
  dueAt: tasks.dueAt,
  createdAt: tasks.createdAt,
  departmentId: tasks.departmentId,
  creatorId: tasks.creatorId,
  ownerId: tasks.ownerId,
  ownerName: people.name,
  ownerFace: people.faceFileId,
}

/**
 * The tasks that belong to matters which the actor sees; whoever sees the matter sees them
 * (`opens` in the manifest). Labelled ones aren't there for who isn't cleared.
 */
export async function subTasksOf(on: Db, actor: PersonActor, matterIds: readonly number[]) {
  if (matterIds.length === 0) return []
  const rows = await on
    .select(columns)
    .from(tasks)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(
      and(
        eq(tasks.sourceKind, "matter"),
        inArray(tasks.sourceId, idsIn(matterIds)),
        or(isNull(tasks.sensitivityId), inArray(tasks.sensitivityId, [0, ...actor.clearances])),
      ),
    )
    .orderBy(asc(tasks.sortKey), asc(tasks.id))
    .limit(most)
  return rows.flatMap(({ matterId, ...row }) => (matterId === null ? [] : [{ ...row, matterId }]))
}

export type SubTask = Awaited<ReturnType<typeof subTasksOf>>[number]

/** Done and all, for a matter or for one department's part. */
export const countOf = (list: readonly SubTask[]) => ({
  done: list.filter(({ state }) => state === "done").length,
  all: list.length,
})
