import { eq, inArray } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskCoworkers } from "@/db/schema/tasks"

const coworkers = prepared((on) =>
  on
    .select({
      taskId: taskCoworkers.taskId,
      id: people.id,
      name: people.name,
      face: people.faceFileId,
    })
    .from(taskCoworkers)
    .innerJoin(people, eq(people.id, taskCoworkers.personId))
    .where(inArray(taskCoworkers.taskId, idsGiven("ids")))
    .orderBy(taskCoworkers.taskId, people.id)
    .prepare(),
)

/** The co-workers of a page of tasks, by task. */
export async function coworkersOf(taskIds: readonly number[]) {
  const found = new Map<number, { id: number; name: string; face: number | null }[]>()
  if (taskIds.length === 0) return found
  const rows = await coworkers(db()).execute({ ids: JSON.stringify(taskIds) })
  for (const { taskId, ...person } of rows) {
    const list = found.get(taskId)
    if (list) list.push(person)
    else found.set(taskId, [person])
  }
  return found
}
