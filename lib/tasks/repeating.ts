import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { type repeats, ruleFrom } from "./repeating-input"
import { repeatTask } from "./series"
import { findTask } from "./task"

/** A task that was just made comes again, by the usual rule of its due time. */
export async function repeatFromNow(
  ctx: Ctx & { actor: PersonActor },
  id: number,
  every: (typeof repeats)[number],
): Promise<void> {
  const task = await findTask(ctx.tx, id)
  if (!task?.dueAt) return refuse("invalid", { fields: { due: "tasks.error.repeatNoDue" } })
  await repeatTask(ctx, task, await ruleFrom({ every }, task.dueAt))
}
