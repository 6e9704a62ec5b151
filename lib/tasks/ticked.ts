import { inArray, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { taskChecks } from "@/db/schema/tasks"

const counted = prepared((on) =>
  on
    .select({
      taskId: taskChecks.taskId,
      of: sql<number>`count(*)`,
      done: sql<number>`count(${taskChecks.doneAt})`,
    })
    .from(taskChecks)
    .where(inArray(taskChecks.taskId, idsGiven("ids")))
    .groupBy(taskChecks.taskId)
    .prepare(),
)

export interface Ticked {
  done: number
  of: number
}

/** How many steps are ticked, and of how many, by task; tasks without steps aren't in it. */
export async function tickedOf(taskIds: readonly number[]): Promise<Map<number, Ticked>> {
  if (taskIds.length === 0) return new Map()
  const rows = await counted(db()).execute({ ids: JSON.stringify(taskIds) })
  return new Map(rows.map(({ taskId, done, of }) => [taskId, count(done, of)]))
}

const count = (done: number, of: number): Ticked => ({ done: Number(done), of: Number(of) })
