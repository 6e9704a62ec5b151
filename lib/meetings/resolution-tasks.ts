import { and, eq, isNotNull } from "drizzle-orm"
import { meetingResolutions } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"
import { createTask } from "@/lib/tasks/creating"
import { editTask } from "@/lib/tasks/editing"
import { findTask } from "@/lib/tasks/task"
import type { Meeting } from "./meeting"
import type { ResolutionIn } from "./minutes-content"
import { words } from "./words-minutes"

type Own = Ctx & { actor: PersonActor }
export type Complete = ResolutionIn & { owner: { id: number }; dueAt: Date }

/**
 * Makes each resolution a task, once (G3.3). What a correction changed is changed in its task;
 * what stays as it was published leaves the task alone, however its owner moved it on.
 * @param before the resolutions of the version that stood
 */
export async function bringTasksUp(
  ctx: Own,
  meeting: Meeting,
  now: readonly Complete[],
  before: readonly ResolutionIn[],
  note: string,
): Promise<void> {
  const made = await tasksOf(ctx, meeting.id)
  const stood = new Map(before.map((each) => [each.id, each]))
  const { locale } = (await settings()).company
  for (const each of now) {
    const taskId = made.get(each.id)
    if (taskId === undefined) await make(ctx, meeting, each, words[locale].from)
    else await update(ctx, taskId, stood.get(each.id), each, note || words[locale].corrected)
  }
  const kept = new Set(now.map(({ id }) => id))
  for (const { id } of before) {
    const taskId = kept.has(id) ? undefined : made.get(id)
    if (taskId !== undefined) await comment(ctx, "task", taskId, words[locale].withdrawn)
  }
  await takeBack(ctx, meeting.id)
}

/** What is struck out is gone for everybody with the version that says so. */
const takeBack = (ctx: Ctx, meetingId: number) =>
  ctx.tx
    .update(meetingResolutions)
    .set({ removedAt: ctx.now, withdrawn: false })
    .where(and(eq(meetingResolutions.meetingId, meetingId), eq(meetingResolutions.withdrawn, true)))

async function tasksOf(ctx: Ctx, meetingId: number): Promise<Map<number, number>> {
  const rows = await ctx.tx
    .select({ id: meetingResolutions.id, taskId: meetingResolutions.taskId })
    .from(meetingResolutions)
    .where(and(eq(meetingResolutions.meetingId, meetingId), isNotNull(meetingResolutions.taskId)))
  return new Map(rows.flatMap(({ id, taskId }) => (taskId === null ? [] : [[id, taskId]])))
}

async function make(ctx: Own, meeting: Meeting, each: Complete, from: string): Promise<void> {
  const taskId = await createTask(ctx, {
    ...{ name: each.text, ownerId: each.owner.id, dueAt: each.dueAt, startAt: null },
    description: from.replace("{title}", meeting.title).replace("{number}", each.number),
    ...{ coworkerIds: [], priority: "medium", departmentId: null, risk: "" },
    ...{ sensitivityId: meeting.sensitivityId, labelOfSource: true },
    source: { kind: "meeting", id: meeting.id },
  })
  await ctx.tx.update(meetingResolutions).set({ taskId }).where(eq(meetingResolutions.id, each.id))
}

async function update(
  ctx: Own,
  taskId: number,
  before: ResolutionIn | undefined,
  after: Complete,
  reason: string,
): Promise<void> {
  const changes = {
    ...(before?.text !== after.text && { name: after.text }),
    ...(before?.owner?.id !== after.owner.id && { ownerId: after.owner.id }),
    ...(before?.dueAt?.getTime() !== after.dueAt.getTime() && { dueAt: after.dueAt }),
  }
  const task = Object.keys(changes).length > 0 ? await findTask(ctx.tx, taskId) : null
  if (task) await editTask(ctx, task, task.version, { ...changes, reason })
}
