import { inArray, sql } from "drizzle-orm"
import { meetingResolutions } from "@/db/schema/meetings"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"
import { findTask } from "@/lib/tasks/task"
import { seenMeeting } from "./meeting"
import { canLead } from "./policy"

type Own = Ctx & { actor: PersonActor }

/** A resolution with its task, in a meeting that the actor may see. */
interface Nudged {
  id: number
  taskId: number
  nudgedAt: Date | null
}

/** The resolutions that are the actor's to see, in the meetings they belong to; null when one isn't. */
export async function seenResolutions(ctx: Ctx, { resolutions }: { resolutions: number[] }) {
  const rows = await ctx.tx
    .select()
    .from(meetingResolutions)
    .where(inArray(meetingResolutions.id, resolutions))
  if (rows.length !== new Set(resolutions).size) return null
  const seen = await Promise.all(
    [...new Set(rows.map(({ meetingId }) => meetingId))].map((id) => seenMeeting(ctx, { id })),
  )
  const meetings = seen.flatMap((meeting) => meeting ?? [])
  if (meetings.length !== seen.length) return null
  const nudged = rows.flatMap(({ id, taskId, nudgedAt }) =>
    taskId === null ? [] : [{ id, taskId, nudgedAt }],
  )
  return { meetings, nudged }
}

/** Those who lead the meetings; and heads, for their people, see them by the meetings' rules too. */
export const canNudge = (
  actor: PersonActor,
  { meetings }: NonNullable<Awaited<ReturnType<typeof seenResolutions>>>,
): boolean => meetings.every((meeting) => canLead(actor, meeting) || actor.leads.size > 0)

/**
 * 催办 of what is overdue, at most once a day for each.
 * @returns how many were sent
 * @throws Refusal when there was nothing to nudge any more
 */
export async function nudgeResolutions(ctx: Own, { nudged }: { nudged: Nudged[] }) {
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
  for (const { taskId } of due) emit(ctx, { type: "task.nudged", recordId: taskId })
  return due.length
}
