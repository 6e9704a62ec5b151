import { and, asc, eq, inArray, lt, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"
import { stateRange } from "./order"

/** Tasks of a person that are not done; what is done stays theirs. */
const held = (db: Db, personId: number): Promise<Held[]> =>
  db
    .select({ id: tasks.id, sensitivityId: tasks.sensitivityId })
    .from(tasks)
    .where(and(eq(tasks.ownerId, personId), lt(tasks.sortKey, stateRange("done").from)))
    .orderBy(asc(tasks.id))

/** The new owner is no longer a co-worker besides. */
async function handOver(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const moved = await ctx.tx
    .update(tasks)
    .set({ ownerId: to, updatedAt: ctx.now, version: sql`${tasks.version} + 1` })
    .where(and(inArray(tasks.id, idsIn(ids)), eq(tasks.ownerId, from)))
    .returning({ id: tasks.id })
  await ctx.tx
    .delete(taskCoworkers)
    .where(and(inArray(taskCoworkers.taskId, idsIn(ids)), eq(taskCoworkers.personId, to)))
  for (const { id } of moved)
    emit(ctx, { type: "task.handed_over", recordId: id, data: { ownerId: to, before: from } })
}

export const openTasks: Holding = {
  kind: "task",
  label: { zh: "未完成的任务", en: "Open tasks" },
  held,
  handOver,
}
