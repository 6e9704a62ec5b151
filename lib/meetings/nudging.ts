import { inArray, sql } from "drizzle-orm"
import { meetingResolutions } from "@/db/schema/meetings"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"
import { nudgeTask } from "@/lib/tasks/nudging"
import { findTask } from "@/lib/tasks/task"
import type { Nudged } from "./seen-resolutions"

type Own = Ctx & { actor: PersonActor }

/**
 * 催办 of what is overdue, at most once a day for each.
 * @returns how many were sent
 * @throws Refusal when there was nothing to nudge any more
 */
export async function nudgeResolutions(ctx: Own, { nudged }: { nudged: readonly Nudged[] }) {
  const { timeZone } = (await settings()).company
  const today = dayIn(timeZone, ctx.now)
  const due: Nudged[] = []
  for (const each of nudged) {
    const task = await findTask(ctx.tx, each.taskId)
    const open = task && task.state !== "done" && task.dueAt !== null && task.dueAt < ctx.now
    if (open && (!each.nudgedAt || dayIn(timeZone, each.nudgedAt) < today)) due.push(each)
  }
  if (due.length === 0) refuse("invalid", { sentence: "meetings.error.nudged" })
  await ctx.tx
    .update(meetingResolutions)
    .set({ nudges: sql`${meetingResolutions.nudges} + 1`, nudgedAt: ctx.now })
    .where(
      inArray(
        meetingResolutions.id,
        due.map(({ id }) => id),
      ),
    )
  for (const { taskId } of due) await nudgeTask(ctx, taskId)
  return due.length
}
