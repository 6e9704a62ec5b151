import { membersOf } from "@/lib/groups/members"
import type { Ctx } from "@/lib/platform/context"
import { organisation } from "@/lib/platform/organisation"
import type { Task } from "./task"

/** Who can help with a task: co-workers, its creator, the head of its department, its group (G2.7). */
export async function whoCanHelp(ctx: Ctx, task: Task): Promise<number[]> {
  const members =
    task.groupId === null
      ? []
      : (await membersOf(ctx.tx, task.groupId)).map(({ personId }) => personId)
  return [...task.coworkerIds, task.creatorId, ...(await headOf(ctx, task)), ...members]
}

/** The head of a task's department, if there is one. */
export async function headOf(ctx: Ctx, { departmentId }: Task): Promise<number[]> {
  if (departmentId === null) return []
  const head = (await organisation(ctx.tx)).departments.get(departmentId)?.headId ?? null
  return head === null ? [] : [head]
}
