import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { taskChecks, taskCoworkers, taskSeries, tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { nextOccurrence, occurrenceOn } from "@/lib/calendar/recurring"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeTags } from "@/lib/platform/tagging"
import { writeAsSystem } from "@/lib/platform/write"
import { checksOf } from "./checklist"
import { sortKeyOf } from "./order"
import { remindAtFor } from "./reminding"
import { openSeries } from "./series"
import { findTask, type Task } from "./task"

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

/** A time of a series is done: the next one comes. */
export async function nextAfterDone(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const task = await findTask(ctx.tx, recordId)
  if (task) await makeNext(ctx, task)
}

/**
 * The time after a task's in its series, unless that is there already: once, whoever makes it. Times
 * that passed while the portal was down are left out.
 */
async function makeNext(ctx: Ctx, task: Task): Promise<void> {
  const series = await openSeries(ctx.tx, task)
  if (!series || task.occurrence === null || (await hasLater(ctx, task))) return
  const calendar = await companyCalendar()
  const recurring = { rule: series.rule, start: series.startAt }
  const from = occurrenceOn(recurring, task.occurrence, calendar)
  const after = new Date(Math.max(Number(from), Number(ctx.now)))
  const dueAt = nextOccurrence(recurring, after, calendar)
  if (!dueAt) {
    await ctx.tx.update(taskSeries).set({ endedAt: ctx.now }).where(eq(taskSeries.id, series.id))
    emit(ctx, { type: "task.series_ended", recordId: task.id, data: { seriesId: series.id } })
    return
  }
  await repeat(ctx, task, dueAt, dayIn(calendar.timeZone, dueAt))
}

async function hasLater(ctx: Ctx, { seriesId, occurrence }: Task): Promise<boolean> {
  const [later] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.seriesId, seriesId ?? 0), gt(tasks.occurrence, occurrence ?? "")))
    .limit(1)
  return later !== undefined
}

/** The same work again: who does it and what it takes stays, how far it is begins anew. */
async function repeat(ctx: Ctx, task: Task, dueAt: Date, occurrence: string): Promise<void> {
  const { name, description, ownerId, creatorId, departmentId, groupId, sensitivityId } = task
  const ahead = task.startAt && task.dueAt ? Number(task.dueAt) - Number(task.startAt) : null
  const [made] = await ctx.tx
    .insert(tasks)
    .values({
      ...{ name, description, ownerId, creatorId, departmentId, groupId, sensitivityId },
      ...{ priority: task.priority, seriesId: task.seriesId, occurrence, dueAt },
      startAt: ahead === null ? null : new Date(Number(dueAt) - ahead),
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
      remindAt: await remindAtFor({ dueAt, state: "todo" }, ctx.now),
      sortKey: sortKeyOf({ state: "todo", dueAt, doneAt: null }),
    })
    .onConflictDoNothing()
    .returning({ id: tasks.id })
  if (!made) return
  const { coworkerIds } = task
  if (coworkerIds.length > 0)
    await ctx.tx
      .insert(taskCoworkers)
      .values(coworkerIds.map((personId) => ({ taskId: made.id, personId })))
  const checks = await checksOf(ctx.tx, task.id)
  if (checks.length > 0)
    await ctx.tx
      .insert(taskChecks)
      .values(checks.map(({ body }, nth) => ({ taskId: made.id, body, place: nth + 1 })))
  await writeTags(ctx, "task", made.id, [name, description], true)
  emit(ctx, { type: "task.repeated", recordId: made.id, data: { seriesId: task.seriesId } })
}
