import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { followFrom } from "./following"
import type { Group } from "./group"

/** Puts a group away: it can be read and found, and nothing is added. */
export async function archiveGroup(ctx: Ctx, group: Group): Promise<void> {
  const [row] = await ctx.tx
    .update(groups)
    .set({ archivedAt: ctx.now, version: sql`${groups.version} + 1` })
    .where(and(eq(groups.id, group.id), isNull(groups.archivedAt)))
    .returning({ id: groups.id })
  if (!row) refuse("conflict", { sentence: "groups.error.archived" })
  emit(ctx, { type: "group.archived", recordId: group.id })
}

/** Opens it again; a department's group catches up with its department. */
export async function reopenGroup(ctx: Ctx, group: Group): Promise<void> {
  const [row] = await ctx.tx
    .update(groups)
    .set({ archivedAt: null, version: sql`${groups.version} + 1` })
    .where(and(eq(groups.id, group.id), isNotNull(groups.archivedAt)))
    .returning({ id: groups.id })
  if (!row) refuse("conflict", { sentence: "groups.error.notArchived" })
  emit(ctx, { type: "group.reopened", recordId: group.id })
  if (group.kind === "department") await followFrom(ctx, { groupId: group.id })
}
