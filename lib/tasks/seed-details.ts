import { eq } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import { refuse } from "@/lib/platform/refusal"
import { addChecks, tickCheck } from "./checklist"
import { checksOf } from "./checks"
import { linkTask } from "./linking"
import { canEdit, canReport, canRequest, canSupport } from "./policy"
import { repeatFromNow } from "./repeating"
import { requestChange } from "./requesting"
import type { Moment, SampleStep, SampleTask } from "./sample/reading"
import type { Own } from "./seed"
import { takeSupport } from "./supporting"
import { seenTask, type Task } from "./task"

/** Steps, tasks before it and how it comes again, as its creator sets them at the beginning. */
export async function setDetails(ctx: Own, id: number, story: SampleTask): Promise<void> {
  const task = (await seenTask(ctx, { id })) ?? refuse("not_found")
  if (!canEdit(ctx.actor, task)) refuse("forbidden")
  if (story.checks.length > 0) await addChecks(ctx, id, story.checks)
  for (const name of story.before) {
    const [row] = await ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.name, name))
    await linkTask(ctx, task, row?.id ?? refuse("not_found", { values: { who: name } }))
  }
  if (story.repeat) await repeatFromNow(ctx, id, story.repeat)
}

type Detail = Extract<
  SampleStep["does"],
  { ticks: number } | { supports: true } | { asksFor: Moment }
>

export const isDetail = (does: SampleStep["does"]): does is Detail =>
  "ticks" in does || "supports" in does || "asksFor" in does

/** What happens to a task beside its state: ticks, help, requests. */
export async function takeDetail(
  ctx: Own,
  task: Task,
  does: Detail,
  at: (moment: Moment) => Date,
): Promise<unknown> {
  if ("supports" in does) {
    if (!canSupport(ctx.actor, task)) refuse("forbidden")
    return takeSupport(ctx, task)
  }
  if ("asksFor" in does) {
    if (!canRequest(ctx.actor, task)) refuse("forbidden")
    const wanted = { dueAt: at(does.asksFor), ownerId: null, description: null }
    return requestChange(ctx, task, { ...wanted, reason: does.reason })
  }
  if (!canReport(ctx.actor, task)) refuse("forbidden")
  const checks = await checksOf(ctx.tx, task.id)
  for (const { id } of checks.slice(0, does.ticks)) await tickCheck(ctx, task.id, id, true)
}
