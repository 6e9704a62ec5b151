import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { taskViews } from "@/db/schema/tasks"
import type { Grant } from "@/lib/platform/actor"
import { sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

/** A filter of tasks that was given a name. */
export interface TaskView {
  id: number
  personId: number
  name: string
  query: string
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((on) =>
  on
    .select()
    .from(taskViews)
    .where(eq(taskViews.id, sql.placeholder("id")))
    .prepare(),
)

/** Its maker's, and that of the department or group it is shared with; a removed one is nobody's. */
export async function findView(on: Db, id: number): Promise<TaskView | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(on).execute({ id })
  if (!row) return null
  const grants: Grant[] = row.removedAt
    ? []
    : [
        { principal: `person:${row.personId}`, level: "edit" },
        ...(row.departmentId
          ? [{ principal: `department:${row.departmentId}`, level: "admin" } as const]
          : []),
        ...(row.groupId ? [{ principal: `group:${row.groupId}`, level: "admin" } as const] : []),
      ]
  return { ...row, grants, sensitivityId: null }
}

/** For actions: the view that an input names, if it is the actor's to see. */
export async function seenView(ctx: Ctx, { id }: { id: number }): Promise<TaskView | null> {
  const view = await findView(ctx.tx, id)
  return view && sees(ctx.actor, view) ? view : null
}
