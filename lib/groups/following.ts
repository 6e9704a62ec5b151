import { and, eq, isNull, sql } from "drizzle-orm"
import { idsIn, valuesTable } from "@/db/bulk"
import { engine } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisation, subtree } from "@/lib/platform/organisation"
import { bringIn } from "./joining"
import { takeOut } from "./leaving"

/** What may have moved: one group, some people, or (with neither) anything. */
export interface Moved {
  groupId?: number
  personIds?: readonly number[]
}

/** Groups that follow a department, with every department whose people belong in them. */
async function followed(ctx: Ctx, { groupId }: Moved) {
  const rows = await ctx.tx
    .select({ id: groups.id, departmentId: groups.departmentId, lastSeq: groups.lastSeq })
    .from(groups)
    .where(
      and(
        eq(groups.kind, "department"),
        isNull(groups.archivedAt),
        groupId === undefined ? undefined : eq(groups.id, groupId),
      ),
    )
  if (rows.length === 0) return []
  const org = await organisation(ctx.tx)
  return rows.flatMap(({ departmentId, ...group }) =>
    departmentId === null
      ? []
      : [
          {
            ...group,
            headId: org.departments.get(departmentId)?.headId ?? null,
            departments: subtree(org, departmentId),
          },
        ],
  )
}

type Followed = Awaited<ReturnType<typeof followed>>

/** Lines of group and department. */
const places = (all: Followed) =>
  valuesTable(
    all.flatMap(({ id, departments }) => departments.map((department) => [id, department])),
    ["bigint", "bigint"],
  )

interface Pair {
  group_id: number
  person_id: number
}

const byGroup = (pairs: readonly Pair[]) =>
  Map.groupBy(
    pairs.map((pair) => ({ groupId: Number(pair.group_id), personId: Number(pair.person_id) })),
    ({ groupId }) => groupId,
  )

/** Who works in a department, or below it, and isn't in its group yet. */
const arrived = (ctx: Ctx, all: Followed, { personIds }: Moved) =>
  engine().rows<Pair>(
    ctx.tx,
    sql`select place.column1 as group_id, people.id as person_id from ${places(all)} as place
      join people on people.department_id = place.column2 and people.disabled_at is null
      where ${personIds ? sql`people.id in ${idsIn(personIds)} and` : sql``} not exists (
        select 1 from group_members where group_id = place.column1 and person_id = people.id)
      order by place.column1, people.id`,
  )

/** Who came with the department and isn't there any more. Who was brought in by hand stays. */
const departed = (ctx: Ctx, all: Followed, { personIds }: Moved) =>
  engine().rows<Pair>(
    ctx.tx,
    sql`select member.group_id, member.person_id from group_members as member
      where member.follows and member.group_id in ${idsIn(all.map(({ id }) => id))}
      ${personIds ? sql`and member.person_id in ${idsIn(personIds)}` : sql``} and not exists (
        select 1 from people join ${places(all)} as place on place.column2 = people.department_id
        where people.id = member.person_id and people.disabled_at is null
          and place.column1 = member.group_id)
      order by member.group_id, member.person_id`,
  )

/**
 * Department groups get the department's people as they are now: a few statements, however many
 * people there are. In the transaction of what moved them.
 */
export async function followFrom(ctx: Ctx, moved: Moved = {}): Promise<void> {
  const all = await followed(ctx, moved)
  if (all.length === 0) return
  for (const [groupId, gone] of byGroup(await departed(ctx, all, moved)))
    await takeOut(
      ctx,
      groupId,
      gone.map(({ personId }) => personId),
      "department",
    )
  const lastSeqs = new Map(all.map(({ id, lastSeq }) => [id, lastSeq]))
  for (const [id, come] of byGroup(await arrived(ctx, all, moved)))
    await bringIn(
      ctx,
      { id, lastSeq: lastSeqs.get(id) ?? 0 },
      come.map(({ personId }) => personId),
      "department",
    )
  for (const { id, headId } of all) if (headId !== null) await giveRole(ctx, id, headId, "manager")
}

/** Who led a department runs its group no longer, though they may stay in it. */
export async function stopRunning(ctx: Ctx, departmentId: number, personId: number): Promise<void> {
  const [group] = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.departmentId, departmentId))
  if (group) await giveRole(ctx, group.id, personId, "member")
}

async function giveRole(
  ctx: Ctx,
  groupId: number,
  personId: number,
  role: "manager" | "member",
): Promise<void> {
  const before = role === "manager" ? "member" : "manager"
  const [changed] = await ctx.tx
    .update(groupMembers)
    .set({ role })
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.personId, personId),
        eq(groupMembers.follows, true),
        eq(groupMembers.role, before),
      ),
    )
    .returning({ id: groupMembers.personId })
  if (!changed) return
  emit(ctx, {
    type: "group.role_changed",
    recordId: groupId,
    data: { personIds: [personId], before, after: role, by: "department" },
  })
}
