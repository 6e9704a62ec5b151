import { managerIds, memberCount, membersOf } from "@/lib/groups/members"
import { headAbove } from "@/lib/people/superiors"
import type { Ctx } from "@/lib/platform/context"
import { organisation } from "@/lib/platform/organisation"
import type { Task } from "./task"

/** A larger group isn't asked as a whole: everybody who writes would wait for that. */
const mostAsked = 100

/**
 * Who can help with a task: co-workers, its creator, the owner's head and that of its department,
 * its group (G2.7); of a large group those who run it.
 */
export async function whoCanHelp(ctx: Ctx, task: Task): Promise<number[]> {
  const group = task.groupId === null ? [] : await askedIn(ctx, task.groupId)
  const above = (await headAbove(ctx.tx, task.ownerId)) ?? []
  return [task.coworkerIds, task.creatorId, above, await headOf(ctx, task), group].flat()
}

async function askedIn(ctx: Ctx, groupId: number): Promise<number[]> {
  if ((await memberCount(ctx.tx, groupId)) > mostAsked) return managerIds(ctx.tx, groupId)
  return (await membersOf(ctx.tx, groupId)).map(({ personId }) => personId)
}

/** The head of a task's department, if there is one. */
export async function headOf(ctx: Ctx, { departmentId }: Task): Promise<number[]> {
  if (departmentId === null) return []
  const head = (await organisation(ctx.tx)).departments.get(departmentId)?.headId ?? null
  return head === null ? [] : [head]
}
