import { asc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { taskChecks } from "@/db/schema/tasks"

/** Steps of one task. */
export const mostChecks = 100

export const checksOf = (on: Db, taskId: number) =>
  on
    .select({ id: taskChecks.id, body: taskChecks.body, doneAt: taskChecks.doneAt })
    .from(taskChecks)
    .where(eq(taskChecks.taskId, taskId))
    .orderBy(asc(taskChecks.place), asc(taskChecks.id))
    .limit(mostChecks)
