import { and, eq, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskNudges } from "@/db/schema/tasks/nudges"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { editTask } from "./editing"
import type { Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/** 催办: its owner is asked for an answer; the one to a nudge before it is passed. */
export async function nudgeTask(ctx: Own, taskId: number): Promise<void> {
  const asked = { byId: ctx.actor.personId, at: ctx.now, reason: "", dueAt: null, answeredAt: null }
  await ctx.tx
    .insert(taskNudges)
    .values({ taskId, ...asked })
    .onConflictDoUpdate({ target: taskNudges.taskId, set: asked })
  emit(ctx, { type: "task.nudged", recordId: taskId })
}

const last = prepared((on) =>
  on
    .select({
      ...{ at: taskNudges.at, reason: taskNudges.reason },
      ...{ dueAt: taskNudges.dueAt, answeredAt: taskNudges.answeredAt },
      by: { id: people.id, name: people.name, face: people.faceFileId },
    })
    .from(taskNudges)
    .innerJoin(people, eq(people.id, taskNudges.byId))
    .where(eq(taskNudges.taskId, sql.placeholder("taskId")))
    .prepare(),
)

/** The last nudge of a task, with who sent it. */
export async function nudgeOf(taskId: number) {
  const [row] = await last(db()).execute({ taskId })
  return row ?? null
}

/**
 * The owner's answer to a nudge: a new time and why, or why it stays late. Given once; whoever
 * nudged hears it.
 * @throws Refusal without a reason, for a time that is past, or when there is nothing to answer
 */
export async function answerNudge(
  ctx: Own,
  task: Task,
  { reason, dueAt }: { reason: string; dueAt: Date | null },
): Promise<void> {
  if (task.state === "done") refuse("conflict")
  if (reason === "") refuse("invalid", { fields: { reason: "tasks.error.nudgeReason" } })
  if (dueAt !== null && dueAt <= ctx.now)
    refuse("invalid", { fields: { due: "tasks.error.nudgeDue" } })
  const [nudge] = await ctx.tx
    .update(taskNudges)
    .set({ reason, dueAt, answeredAt: ctx.now })
    .where(and(eq(taskNudges.taskId, task.id), isNull(taskNudges.answeredAt)))
    .returning({ byId: taskNudges.byId })
  if (!nudge) return refuse("conflict")
  if (dueAt !== null && dueAt.getTime() !== task.dueAt?.getTime())
    await editTask(ctx, task, task.version, { dueAt, reason })
  emit(ctx, {
    type: "task.nudge_answered",
    recordId: task.id,
    data: { byId: nudge.byId, later: dueAt !== null },
  })
}
