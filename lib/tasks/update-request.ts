import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { taskUpdateRequests } from "@/db/schema/tasks"
import type { Grant } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"

/** A question to one person, seen by nobody else. */
export interface UpdateRequest {
  id: number
  personId: number
  day: string
  tasks: number
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((on) =>
  on
    .select()
    .from(taskUpdateRequests)
    .where(eq(taskUpdateRequests.id, sql.placeholder("id")))
    .prepare(),
)

export async function findUpdateRequest(on: Db, id: number): Promise<UpdateRequest | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(on).execute({ id })
  return row
    ? {
        ...row,
        grants: [{ principal: `person:${row.personId}`, level: "edit" }],
        sensitivityId: null,
      }
    : null
}

export async function whoIsAsked(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const request = await findUpdateRequest(ctx.tx, event.recordId)
  return request
    ? [{ category: "tasks.progress", needsYou: true, personIds: [request.personId] }]
    : []
}
