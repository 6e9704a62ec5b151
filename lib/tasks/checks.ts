import { asc, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { taskChecks } from "@/db/schema/tasks"

/** Steps of one task. */
export const mostChecks = 100

const checks = prepared((on) =>
  on
    .select({ id: taskChecks.id, body: taskChecks.body, doneAt: taskChecks.doneAt })
    .from(taskChecks)
    .where(eq(taskChecks.taskId, sql.placeholder("taskId")))
    .orderBy(asc(taskChecks.place), asc(taskChecks.id))
    .limit(mostChecks)
    .prepare(),
)

export const checksOf = (on: Db, taskId: number) => checks(on).execute({ taskId })
