import { and, eq } from "drizzle-orm"
import { taskRequests } from "@/db/schema/tasks"
import { resolvePerson } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { settled } from "@/lib/platform/settled"
import { editTask } from "./editing"
import { openRequests } from "./requesting"
import type { Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/**
 * Settles what was asked. Agreeing makes the change by the same verb as editing, with the asker's
 * reason.
 * @throws Refusal not_found when it isn't there, conflict when it was settled before; for an owner
 *   who doesn't work here; as `editTask`
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
  // Nobody agrees to what they asked for themselves.
  if (row.personId === ctx.actor.personId) refuse("forbidden")
  if (row.state !== "open") refuse("conflict", { sentence: "tasks.error.answeredBefore" })
  await ctx.tx
    .update(taskRequests)
    .set({
      ...{ state: agrees ? ("agreed" as const) : ("declined" as const), answer },
      ...{ answeredBy: ctx.actor.personId, answeredAt: ctx.now },
    })
    .where(eq(taskRequests.id, row.id))
  const { dueAt, description, reason } = row
  if (agrees)
    await editTask(ctx, task, task.version, {
      ...(dueAt && { dueAt, reason }),
      // Whoever was asked for may have left meanwhile.
      ...(row.ownerId && { ownerId: await resolvePerson(ctx.tx, `#${row.ownerId}`, "owner") }),
      ...(description !== null && { description }),
    })
  const data = { requestId, personId: row.personId }
  emit(ctx, {
    type: agrees ? "task.change_agreed" : "task.change_declined",
    recordId: task.id,
    data,
  })
  if ((await openRequests(ctx, task.id)).length === 0)
    await settled(ctx, "tasks.requests", "task", task.id)
}
