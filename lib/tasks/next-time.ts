import { and, eq, gt } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { nextOccurrence, occurrenceOn } from "@/lib/calendar/recurring"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { whoGoesOn } from "./next-people"
import { repeat } from "./repeated"
import { closeSeries, openSeries } from "./series"
import { findTask, type Task } from "./task"

/** A time of a series is done: the next one comes. */
export async function nextAfterDone(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const task = await findTask(ctx.tx, recordId)
  if (task) await makeNext(ctx, task)
}

/**
 * The time after a task's in its series, unless that is there already: once, whoever makes it. Times
 * that passed while the portal was down are left out.
 */
export async function makeNext(ctx: Ctx, task: Task): Promise<void> {
  const series = await openSeries(ctx.tx, task)
  if (!series || task.occurrence === null || (await hasLater(ctx, task))) return
  const calendar = await companyCalendar()
  const recurring = { rule: series.rule, start: series.startAt }
  const from = occurrenceOn(recurring, task.occurrence, calendar)
  const after = new Date(Math.max(Number(from), Number(ctx.now)))
  const dueAt = nextOccurrence(recurring, after, calendar)
  const people = dueAt && (await whoGoesOn(ctx, task))
  if (!people) return closeSeries(ctx, task.id, series.id)
  await repeat(ctx, { ...task, ...people }, dueAt, dayIn(calendar.timeZone, dueAt))
}

async function hasLater(ctx: Ctx, { seriesId, occurrence }: Task): Promise<boolean> {
  const [later] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.seriesId, seriesId ?? 0), gt(tasks.occurrence, occurrence ?? "")))
    .limit(1)
  return later !== undefined
}
