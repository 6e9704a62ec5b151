import { and, inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { taskLinks } from "@/db/schema/tasks"

/** The links between tasks that are shown together. */
export const linksAmong = (taskIds: readonly number[]) =>
  db()
    .select({ taskId: taskLinks.taskId, beforeId: taskLinks.beforeId })
    .from(taskLinks)
    .where(
      and(inArray(taskLinks.taskId, idsIn(taskIds)), inArray(taskLinks.beforeId, idsIn(taskIds))),
    )
    .limit(500)
