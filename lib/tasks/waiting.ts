import { and, asc, eq, ne, sql } from "drizzle-orm"
import { taskLinks, tasks } from "@/db/schema/tasks"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"

/** A task is done: owners of those that waited for it alone hear that they can begin. */
export async function tellWhoWaited(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const waiting = await ctx.tx
    .select({ id: tasks.id })
    .from(taskLinks)
    .innerJoin(tasks, eq(tasks.id, taskLinks.taskId))
    .where(
      and(
        eq(taskLinks.beforeId, recordId),
        ne(tasks.state, "done"),
        sql`not exists (select 1 from task_links others join tasks open on open.id = others.before_id
          where others.task_id = ${tasks.id} and open.state <> 'done')`,
      ),
    )
    .orderBy(asc(tasks.id))
    .limit(200)
  for (const { id } of waiting) emit(ctx, { type: "task.ready", recordId: id })
}
