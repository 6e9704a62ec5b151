import { and, eq } from "drizzle-orm"
import { taskRequests } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
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
  const same = lines(wanted.description ?? task.description) === lines(task.description)
  const description = same ? null : wanted.description
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

/** A form sends its line breaks otherwise than they are kept. */
const lines = (text: string): string => text.replaceAll("\r\n", "\n")

/** What of a task waits for an answer. */
export const openRequests = (ctx: Ctx, taskId: number) =>
  ctx.tx
    .select({ id: taskRequests.id })
    .from(taskRequests)
    .where(and(eq(taskRequests.taskId, taskId), eq(taskRequests.state, "open")))
