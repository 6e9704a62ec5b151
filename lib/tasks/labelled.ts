import { and, count, eq, inArray } from "drizzle-orm"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { emit } from "@/lib/platform/events"
import type { Labelled } from "@/lib/platform/module"

/** Tasks under labels, done ones too: whoever isn't cleared any more could open none of them. */
export const labelledTasks: Labelled = {
  kind: "task",
  count: async (db, sensitivityId) => {
    const [row] = await db
      .select({ count: count() })
      .from(tasks)
      .where(eq(tasks.sensitivityId, sensitivityId))
    return row?.count ?? 0
  },
  ownedBy: async (db, sensitivityId, personId) => {
    const rows = await db
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.ownerId, personId), eq(tasks.sensitivityId, sensitivityId)))
      .orderBy(tasks.sortKey, tasks.id)
    return rows.map(({ id }) => id)
  },
  leave: async (ctx, sensitivityId, personId) => {
    const under = ctx.tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(eq(tasks.sensitivityId, sensitivityId))
    const left = await ctx.tx
      .delete(taskCoworkers)
      .where(and(eq(taskCoworkers.personId, personId), inArray(taskCoworkers.taskId, under)))
      .returning({ taskId: taskCoworkers.taskId })
    for (const { taskId } of left)
      emit(ctx, {
        type: "task.edited",
        recordId: taskId,
        data: { coworkers: { added: [], gone: [personId] } },
      })
  },
}
