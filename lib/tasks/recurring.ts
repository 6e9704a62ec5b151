import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { taskSeries, tasks } from "@/db/schema/tasks"
import { writeAsSystem } from "@/lib/platform/write"
import { makeNext } from "./next-time"
import { findTask } from "./task"

/** Series of one transaction. */
const batch = 20

/**
 * The newest times of series whose next one has to come: due, and completed by nobody. Series are
 * walked, never tasks: the newest of each is one look into the index of its times.
 */
export const passedOnes = (on: ReturnType<typeof db>, now: Date, after: number) =>
  on
    .select({ id: tasks.id, seriesId: taskSeries.id })
    .from(taskSeries)
    .innerJoin(
      tasks,
      and(
        eq(tasks.seriesId, taskSeries.id),
        sql`${tasks.occurrence} = (select max(newest.occurrence) from tasks newest
          where newest.series_id = ${taskSeries.id})`,
      ),
    )
    .where(and(isNull(taskSeries.endedAt), lte(tasks.dueAt, now), gt(taskSeries.id, after)))
    .orderBy(asc(taskSeries.id))
    .limit(batch)

/**
 * Makes the next time of each series whose newest is due. All it goes by is asked again inside each
 * transaction: running it twice, at once or in several processes, makes none twice.
 */
export async function makeNextTimes(now = new Date()): Promise<void> {
  for (let after = 0; ; ) {
    const waiting = await passedOnes(db(), now, after)
    const last = waiting.at(-1)
    if (!last) return
    await writeAsSystem(
      "tasks.series",
      async (ctx) => {
        for (const { id, seriesId } of await passedOnes(ctx.tx, now, after)) {
          const task = seriesId <= last.seriesId ? await findTask(ctx.tx, id) : null
          if (task) await makeNext(ctx, task)
        }
      },
      { now, lock: "tasks.series" },
    )
    after = last.seriesId
  }
}
