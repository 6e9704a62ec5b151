import { and, count, eq, exists, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Labelled } from "@/lib/platform/module"
import { refuse } from "@/lib/platform/refusal"

/** What tasks do when somebody is no longer cleared for a label (decision 5). */
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
  handOver: async (ctx, { sensitivityId, from, to }) => {
    for (const task of await taskedWith(ctx.tx, sensitivityId, from)) {
      const ownerId = task.ownerId === from ? (to ?? refuse("conflict")) : task.ownerId
      await give(ctx, task, from, ownerId)
    }
  },
}

/** Labelled tasks that somebody owns or helps with. */
const taskedWith = (db: Db, sensitivityId: number, personId: number) =>
  db
    .select({ id: tasks.id, ownerId: tasks.ownerId, version: tasks.version })
    .from(tasks)
    .where(
      and(
        eq(tasks.sensitivityId, sensitivityId),
        or(
          eq(tasks.ownerId, personId),
          exists(
            db
              .select({ taskId: taskCoworkers.taskId })
              .from(taskCoworkers)
              .where(and(eq(taskCoworkers.taskId, tasks.id), eq(taskCoworkers.personId, personId))),
          ),
        ),
      ),
    )
    .orderBy(tasks.id)

async function give(
  ctx: Ctx,
  task: { id: number; ownerId: number; version: number },
  from: number,
  ownerId: number,
): Promise<void> {
  await ctx.tx
    .update(tasks)
    .set({ ownerId, updatedAt: ctx.now, version: task.version + 1 })
    .where(eq(tasks.id, task.id))
  const leaving = ownerId === task.ownerId ? [from] : [from, ownerId]
  const gone: number[] = []
  for (const personId of leaving) {
    const rows = await ctx.tx
      .delete(taskCoworkers)
      .where(and(eq(taskCoworkers.taskId, task.id), eq(taskCoworkers.personId, personId)))
      .returning({ personId: taskCoworkers.personId })
    gone.push(...rows.map((row) => row.personId))
  }
  if (ownerId !== task.ownerId)
    emit(ctx, {
      type: "task.assigned",
      recordId: task.id,
      data: { ownerId, before: task.ownerId },
    })
  if (gone.length > 0)
    emit(ctx, {
      type: "task.edited",
      recordId: task.id,
      data: { coworkers: { added: [], gone } },
    })
}
