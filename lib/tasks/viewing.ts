import { and, count, eq, isNull } from "drizzle-orm"
import { taskViews } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { canGroup, canHome } from "./policy"
import type { TaskView } from "./task-view"

type Own = Ctx & { actor: PersonActor }

/** Of one person. */
const most = 50

export interface NewView {
  name: string
  query: string
  departmentId: number | null
  groupId: number | null
}

/**
 * Keeps a filter under a name.
 * @throws Refusal when it would be shared where the actor may not put tasks, or they have too many
 */
export async function saveView(ctx: Own, view: NewView): Promise<number> {
  if (view.departmentId !== null && !canHome(ctx.actor, view.departmentId))
    refuse("invalid", { fields: { share: "tasks.error.shareHome" } })
  if (view.groupId !== null && !canGroup(ctx.actor, view.groupId))
    refuse("invalid", { fields: { share: "tasks.error.shareGroup" } })
  const { personId } = ctx.actor
  const [own] = await ctx.tx
    .select({ all: count() })
    .from(taskViews)
    .where(and(eq(taskViews.personId, personId), isNull(taskViews.removedAt)))
  if ((own?.all ?? 0) >= most)
    refuse("invalid", { fields: { name: "tasks.error.manyViews" }, values: { most } })
  const [made] = await ctx.tx
    .insert(taskViews)
    .values({ ...view, personId, createdAt: ctx.now })
    .returning({ id: taskViews.id })
  if (!made) return refuse("conflict")
  const { departmentId, groupId } = view
  emit(ctx, { type: "task_view.saved", recordId: made.id, data: { departmentId, groupId } })
  return made.id
}

export async function removeView(ctx: Own, { id }: TaskView): Promise<void> {
  await ctx.tx.update(taskViews).set({ removedAt: ctx.now }).where(eq(taskViews.id, id))
  emit(ctx, { type: "task_view.removed", recordId: id })
}
