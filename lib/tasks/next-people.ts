import { eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { managerIds } from "@/lib/groups/members"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import type { Task } from "./task"
import { headOf } from "./who-helps"

/**
 * Who does the next time of a series: the same people, as far as they work here. Where the owner has
 * left it is its creator's, else whoever's home it is; null when it is nobody's, or its group has
 * been archived.
 */
export async function whoGoesOn(
  ctx: Ctx,
  task: Task,
): Promise<{ ownerId: number; coworkerIds: readonly number[] } | null> {
  if (await isArchived(ctx, task.groupId)) return null
  const { ownerId, creatorId, sensitivityId } = task
  const heirs = [creatorId, ...(await headOf(ctx, task)), ...(await managersOf(ctx, task))]
  const active = new Map(
    (await actorsOf(ctx.tx, [ownerId, ...heirs, ...task.coworkerIds])).map((actor) => [
      actor.personId,
      actor,
    ]),
  )
  const cleared = (id: number) =>
    active.has(id) && (sensitivityId === null || active.get(id)?.clearances.has(sensitivityId))
  const next = active.has(ownerId) ? ownerId : heirs.find(cleared)
  if (next === undefined) return null
  return {
    ownerId: next,
    coworkerIds: task.coworkerIds.filter((id) => active.has(id) && id !== next),
  }
}

const managersOf = async (ctx: Ctx, { groupId }: Task) =>
  groupId === null ? [] : managerIds(ctx.tx, groupId)

async function isArchived(ctx: Ctx, groupId: number | null): Promise<boolean> {
  if (groupId === null) return false
  const [group] = await ctx.tx
    .select({ archivedAt: groups.archivedAt })
    .from(groups)
    .where(eq(groups.id, groupId))
  return group?.archivedAt !== null
}
