import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { taskSeries, tasks } from "@/db/schema/tasks"
import { writeAsSystem } from "@/lib/platform/write"
import { makeNext } from "./next-time"
import { findTask } from "./task"

/** Series of one transaction. */
const batch = 20

/** The newest time of a series whose next one has to come: it is due, and nobody completed it. */
const passed = (now: Date) =>
  and(
    isNull(taskSeries.endedAt),
    lte(tasks.dueAt, now),
    sql`not exists (select 1 from tasks later where later.series_id = ${tasks.seriesId}
      and later.occurrence > ${tasks.occurrence})`,
  )

const passedOnes = (on: ReturnType<typeof db>, now: Date, after: number) =>
  on
    .select({ id: tasks.id })
    .from(taskSeries)
    .innerJoin(tasks, eq(tasks.seriesId, taskSeries.id))
    .where(and(passed(now), gt(tasks.id, after)))
    .orderBy(asc(tasks.id))
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
        for (const { id } of await passedOnes(ctx.tx, now, after)) {
          const task = id <= last.id ? await findTask(ctx.tx, id) : null
          if (task) await makeNext(ctx, task)
        }
      },
      { now, lock: "tasks.series" },
    )
    after = last.id
  }
}
