import { and, desc, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskRequests } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { doneWith } from "@/lib/platform/notify"
import { refuse } from "@/lib/platform/refusal"
import { editTask } from "./editing"
import type { Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/** Open at once on one task. */
const mostOpen = 20

export interface Wanted {
  dueAt: Date | null
  ownerId: number | null
  description: string | null
  reason: string
}

/**
 * Asks the owner of a task to have it changed; nothing changes before somebody agrees.
 * @throws Refusal when nothing is asked for that isn't so already, or too much is asked at once
 */
export async function requestChange(ctx: Own, task: Task, wanted: Wanted): Promise<number> {
  const dueAt = wanted.dueAt?.getTime() === task.dueAt?.getTime() ? null : wanted.dueAt
  const ownerId = wanted.ownerId === task.ownerId ? null : wanted.ownerId
  const description = wanted.description === task.description ? null : wanted.description
  if (!dueAt && !ownerId && description === null)
    refuse("invalid", { sentence: "tasks.error.nothingAsked" })
  const open = await openRequests(ctx, task.id)
  if (open.length >= mostOpen) refuse("invalid", { sentence: "tasks.error.manyRequests" })
  const [made] = await ctx.tx
    .insert(taskRequests)
    .values({
      ...{ taskId: task.id, personId: ctx.actor.personId, at: ctx.now },
      ...{ dueAt, ownerId, description, reason: wanted.reason },
    })
    .returning({ id: taskRequests.id })
  if (!made) return refuse("conflict")
  emit(ctx, {
    type: "task.change_requested",
    recordId: task.id,
    data: {
      requestId: made.id,
      ...(dueAt && { dueAt: { before: task.dueAt, after: dueAt } }),
      ...(ownerId && { owner: { before: task.ownerId, after: ownerId } }),
      ...(description !== null && { texts: ["description"] }),
    },
  })
  return made.id
}

const openRequests = (ctx: Ctx, taskId: number) =>
  ctx.tx
    .select({ id: taskRequests.id })
    .from(taskRequests)
    .where(and(eq(taskRequests.taskId, taskId), eq(taskRequests.state, "open")))

/**
 * Settles what was asked. Agreeing makes the change by the same verb as editing, with the asker's
 * reason.
 * @throws Refusal not_found when it isn't there, conflict when it was settled before; as `editTask`
 */
export async function answerRequest(
  ctx: Own,
  task: Task,
  requestId: number,
  { agrees, answer }: { agrees: boolean; answer: string },
): Promise<void> {
  const [row] = await ctx.tx
    .select()
    .from(taskRequests)
    .where(and(eq(taskRequests.id, requestId), eq(taskRequests.taskId, task.id)))
  if (!row) return refuse("not_found")
  if (row.state !== "open") refuse("conflict", { sentence: "tasks.error.answeredBefore" })
  await ctx.tx
    .update(taskRequests)
    .set({
      ...{ state: agrees ? ("agreed" as const) : ("declined" as const), answer },
      ...{ answeredBy: ctx.actor.personId, answeredAt: ctx.now },
    })
    .where(eq(taskRequests.id, row.id))
  const { dueAt, ownerId, description, reason } = row
  if (agrees)
    await editTask(ctx, task, task.version, {
      ...(dueAt && { dueAt, reason }),
      ...(ownerId && { ownerId }),
      ...(description !== null && { description }),
    })
  const data = { requestId, personId: row.personId }
  emit(ctx, {
    type: agrees ? "task.change_agreed" : "task.change_declined",
    recordId: task.id,
    data,
  })
  if ((await openRequests(ctx, task.id)).length === 0)
    await doneWith(ctx, [task.ownerId], "task", task.id)
}

/** What was asked of a task, open first, then what was settled last. */
export function requestsOf(taskId: number) {
  const [asker, wanted, settler] = [alias(people, "asker"), alias(people, "wanted"), alias(people, "settler")]
  return db()
    .select({
      id: taskRequests.id,
      state: taskRequests.state,
      dueAt: taskRequests.dueAt,
      description: taskRequests.description,
      reason: taskRequests.reason,
      answer: taskRequests.answer,
      at: taskRequests.at,
      answeredAt: taskRequests.answeredAt,
      person: { id: asker.id, name: asker.name, face: asker.faceFileId },
      ownerName: wanted.name,
      answeredBy: settler.name,
    })
    .from(taskRequests)
    .innerJoin(asker, eq(asker.id, taskRequests.personId))
    .leftJoin(wanted, eq(wanted.id, taskRequests.ownerId))
    .leftJoin(settler, eq(settler.id, taskRequests.answeredBy))
    .where(eq(taskRequests.taskId, taskId))
    .orderBy(sql`case when ${taskRequests.state} = 'open' then 0 else 1 end`, desc(taskRequests.id))
    .limit(20)
}

export type TaskRequest = Awaited<ReturnType<typeof requestsOf>>[number]
