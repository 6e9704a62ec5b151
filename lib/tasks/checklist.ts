import { and, eq } from "drizzle-orm"
import { taskChecks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { checksOf, mostChecks } from "./checks"

/** Says what became of the list, with how far it is now; its words may be restricted. */
async function say(ctx: Ctx, type: string, taskId: number, more: Record<string, unknown> = {}) {
  const checks = await checksOf(ctx.tx, taskId)
  const done = checks.filter(({ doneAt }) => doneAt !== null).length
  emit(ctx, { type, recordId: taskId, data: { ...more, done, of: checks.length } })
}

/** @throws Refusal when the list is full */
export async function addChecks(
  ctx: Ctx,
  taskId: number,
  bodies: readonly string[],
): Promise<void> {
  const present = await ctx.tx
    .select({ place: taskChecks.place })
    .from(taskChecks)
    .where(eq(taskChecks.taskId, taskId))
  if (present.length + bodies.length > mostChecks)
    refuse("invalid", { fields: { body: "tasks.error.manyChecks" }, values: { most: mostChecks } })
  const last = Math.max(0, ...present.map(({ place }) => place))
  await ctx.tx
    .insert(taskChecks)
    .values(bodies.map((body, nth) => ({ taskId, body, place: last + nth + 1 })))
  await say(ctx, "task.check_added", taskId, { count: bodies.length })
}

/** Ticks a step or takes the tick back. @throws Refusal not_found */
export async function tickCheck(
  ctx: Ctx & { actor: PersonActor },
  taskId: number,
  checkId: number,
  done: boolean,
): Promise<void> {
  const [row] = await ctx.tx
    .update(taskChecks)
    .set({ doneAt: done ? ctx.now : null, doneBy: done ? ctx.actor.personId : null })
    .where(and(eq(taskChecks.id, checkId), eq(taskChecks.taskId, taskId)))
    .returning({ id: taskChecks.id })
  if (!row) refuse("not_found")
  await say(ctx, done ? "task.check_ticked" : "task.check_reopened", taskId, { checkId })
}

/** @throws Refusal not_found */
export async function removeCheck(ctx: Ctx, taskId: number, checkId: number): Promise<void> {
  const gone = await ctx.tx
    .delete(taskChecks)
    .where(and(eq(taskChecks.id, checkId), eq(taskChecks.taskId, taskId)))
    .returning({ id: taskChecks.id })
  if (gone.length === 0) refuse("not_found")
  await say(ctx, "task.check_removed", taskId)
}

/** Puts a step at a place among the others, from 0. @throws Refusal not_found */
export async function moveCheck(
  ctx: Ctx,
  taskId: number,
  checkId: number,
  to: number,
): Promise<void> {
  const ids = (await checksOf(ctx.tx, taskId)).map(({ id }) => id)
  if (!ids.includes(checkId)) refuse("not_found")
  const sorted = ids.filter((id) => id !== checkId).toSpliced(to, 0, checkId)
  for (const [place, id] of sorted.entries())
    await ctx.tx
      .update(taskChecks)
      .set({ place: place + 1 })
      .where(eq(taskChecks.id, id))
  await say(ctx, "task.check_moved", taskId)
}
