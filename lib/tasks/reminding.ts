import { and, asc, eq, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { headAbove } from "@/lib/people/superiors"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Notice } from "@/lib/platform/module"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { daysLate, nextReminder, stageOf } from "./reminder-times"
import { findTask } from "./task"

/** Tasks of one transaction. */
const batch = 25

/** When a task that stands so is next reminded of, seen from now. */
export const remindAtFor = async (
  task: { dueAt: Date | null; state: string },
  now: Date,
): Promise<Date | null> =>
  nextReminder(await companyCalendar(), (await settings()).tasks, task, now)

const due = (now: Date) => lte(tasks.remindAt, now)

/**
 * Reminds of tasks that are due or late. All it goes by is in the rows and is asked again inside
 * each transaction: running it twice, at once or in several processes, reminds nobody twice.
 */
export async function remindOfTasks(now = new Date()): Promise<void> {
  for (let done = batch; done === batch; ) {
    const waiting = await db().select({ id: tasks.id }).from(tasks).where(due(now)).limit(1)
    if (waiting.length === 0) return
    done = await writeAsSystem("tasks.reminders", remindSome, { now, lock: "tasks.reminders" })
  }
}

async function remindSome(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx
    .select({ id: tasks.id, state: tasks.state, dueAt: tasks.dueAt })
    .from(tasks)
    .where(due(ctx.now))
    .orderBy(asc(tasks.remindAt), asc(tasks.id))
    .limit(batch)
  const { timeZone } = (await settings()).company
  for (const row of rows) {
    const next = await remindAtFor(row, ctx.now)
    await ctx.tx
      .update(tasks)
      .set({ remindAt: next })
      .where(and(eq(tasks.id, row.id), lte(tasks.remindAt, ctx.now)))
    if (row.state === "done" || !row.dueAt) continue
    emit(ctx, {
      type: "task.reminded",
      recordId: row.id,
      data: {
        stage: stageOf(timeZone, row.dueAt, ctx.now),
        days: daysLate(timeZone, row.dueAt, ctx.now),
      },
    })
  }
  return rows.length
}

/** Owner and co-workers, and the owner's head once it has been late for some days. */
export async function whoIsReminded(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const task = await findTask(ctx.tx, event.recordId)
  if (!task) return []
  const { headAfterDays } = (await settings()).tasks
  const late = Number(event.data?.days)
  const tellsHead = event.data?.stage === "overdue" && headAfterDays > 0 && late >= headAfterDays
  const head = tellsHead ? await headAbove(ctx.tx, task.ownerId) : null
  return [
    { category: "tasks.due", needsYou: true, personIds: [task.ownerId] },
    { category: "tasks.due", needsYou: false, personIds: task.coworkerIds },
    ...(head === null ? [] : [{ category: "tasks.late", needsYou: false, personIds: [head] }]),
  ]
}
