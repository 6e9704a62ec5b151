import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

export type GroupRow = typeof groups.$inferSelect
export type GroupKind = GroupRow["kind"]

/** A group with what decides who sees it: its members do, and nobody else (decision 6). */
export interface Group extends GroupRow {
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select()
    .from(groups)
    .where(eq(groups.id, sql.placeholder("id")))
    .prepare(),
)

/** The group, whoever asks: `canSee` comes next. */
export async function findGroup(db: Db, id: number): Promise<Group | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  return row ? withGrants(row) : null
}

/** Managers hold their group at admin, members at their own level (decision 2). */
export const withGrants = (row: GroupRow): Group => ({
  ...row,
  sensitivityId: null,
  grants: [{ principal: `group:${row.id}`, level: "admin" }],
})

/** For actions: the group that an input names, if the actor is in it. */
export async function seenGroup(ctx: Ctx, input: { groupId: number }): Promise<Group | null> {
  const group = await findGroup(ctx.tx, input.groupId)
  return group && sees(ctx.actor, group) ? group : null
}
