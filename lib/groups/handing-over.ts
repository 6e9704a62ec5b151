import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { groupMembers, groups } from "@/db/schema/groups"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"
import { putMembers } from "./joining"

/**
 * Groups in use that somebody runs alone. A department's is run by who leads the department: it goes
 * with that.
 */
async function held(db: Db, personId: number): Promise<Held[]> {
  const rows = await db
    .select({ id: groups.id })
    .from(groups)
    .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(
      and(
        eq(groupMembers.personId, personId),
        eq(groupMembers.role, "manager"),
        isNull(groups.archivedAt),
        ne(groups.kind, "department"),
        sql`not exists (select 1 from group_members as other join people on people.id = other.person_id
          where other.group_id = ${groups.id} and other.role = 'manager'
            and other.person_id <> ${personId} and people.disabled_at is null)`,
      ),
    )
    .orderBy(asc(groups.id))
  return rows.map(({ id }) => ({ id, sensitivityId: null }))
}

/** The new manager is brought in where they weren't; the old one stays as a member. */
async function handOver(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const rows = await ctx.tx
    .select({ id: groups.id, lastSeq: groups.lastSeq })
    .from(groups)
    .where(inArray(groups.id, [...ids]))
    .orderBy(asc(groups.id))
  for (const group of rows) {
    const role = (personId: number, role: "manager" | "member") =>
      ctx.tx
        .update(groupMembers)
        .set({ role })
        .where(and(eq(groupMembers.groupId, group.id), eq(groupMembers.personId, personId)))
    await putMembers(ctx, group, [to])
    await role(to, "manager")
    await role(from, "member")
    emit(ctx, {
      type: "group.handed_over",
      recordId: group.id,
      data: { personIds: [from, to], before: from, ownerId: to },
    })
  }
}

export const managedGroups: Holding = {
  kind: "group",
  label: { zh: "独自管理的沟通组", en: "Groups run alone" },
  held,
  handOver,
}
