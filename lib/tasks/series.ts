import { and, eq, isNull, ne, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { taskSeries, tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { type Recurrence, readRecurrence, writeRecurrence } from "@/lib/calendar/recurrence"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/** The series of a task that hasn't ended; null for a task that comes once. */
export async function openSeries(on: Db, { seriesId }: Pick<Task, "seriesId">) {
  if (seriesId === null) return null
  const [row] = await on
    .select()
    .from(taskSeries)
    .where(and(eq(taskSeries.id, seriesId), isNull(taskSeries.endedAt)))
  const rule = row && readRecurrence(row.rule)
  return row && rule ? { ...row, rule } : null
}

/**
 * From now on the task comes again by a rule, at the time of day that it is due; the rule of one
 * that does already is changed, counting from this time on.
 * @throws Refusal for a task that is never due
 */
export async function repeatTask(ctx: Own, task: Task, rule: Recurrence): Promise<void> {
  const { dueAt } = task
  if (!dueAt) return refuse("invalid", { fields: { every: "tasks.error.repeatNoDue" } })
  const present = await openSeries(ctx.tx, task)
  if (present) {
    await ctx.tx
      .update(taskSeries)
      .set({ rule: writeRecurrence(rule), startAt: dueAt })
      .where(eq(taskSeries.id, present.id))
    await standFor(ctx, task, present.id, dueAt)
    emit(ctx, { type: "task.series_changed", recordId: task.id, data: { seriesId: present.id } })
    return
  }
  const [made] = await ctx.tx
    .insert(taskSeries)
    .values({
      ...{ rule: writeRecurrence(rule), startAt: dueAt },
      ...{ personId: ctx.actor.personId, createdAt: ctx.now },
    })
    .returning({ id: taskSeries.id })
  if (!made) return refuse("conflict")
  await standFor(ctx, task, made.id, dueAt)
  emit(ctx, { type: "task.series_begun", recordId: task.id, data: { seriesId: made.id } })
}

/** The rule counts from this time, so the day it stands for is the one it is due, unless another has it. */
async function standFor(ctx: Ctx, task: Task, seriesId: number, dueAt: Date): Promise<void> {
  const { timeZone } = await companyCalendar()
  const occurrence = dayIn(timeZone, dueAt)
  const [other] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(eq(tasks.seriesId, seriesId), eq(tasks.occurrence, occurrence), ne(tasks.id, task.id)),
    )
  if (other) return
  await ctx.tx
    .update(tasks)
    .set({ seriesId, occurrence, version: sql`${tasks.version} + 1` })
    .where(eq(tasks.id, task.id))
}

/** It doesn't come again; what has come stays. @throws Refusal when it comes once, or has ended */
export async function endSeries(ctx: Own, task: Task): Promise<void> {
  const series = (await openSeries(ctx.tx, task)) ?? refuse("not_found")
  await closeSeries(ctx, task.id, series.id)
}

/** @param recordId the time that is the last */
export async function closeSeries(ctx: Ctx, recordId: number, seriesId: number): Promise<void> {
  await ctx.tx.update(taskSeries).set({ endedAt: ctx.now }).where(eq(taskSeries.id, seriesId))
  emit(ctx, { type: "task.series_ended", recordId, data: { seriesId } })
}
