import { groups } from "@/db/schema/groups"
import { openDepartment } from "@/lib/people/departments"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { ancestry, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { followFrom } from "./following"
import type { GroupKind, GroupRow } from "./group"
import { putMembers, requireActive } from "./joining"

type Own = Ctx & { actor: PersonActor }

export interface NewGroup {
  kind: Exclude<GroupKind, "direct">
  name: string
  about: string
  departmentId: number | null
  joinRule: GroupRow["joinRule"]
  memberIds: readonly number[]
}

/** @returns the row, or null when there is one of these already */
export async function insertGroup(
  ctx: Ctx,
  values: Partial<GroupRow> & Pick<GroupRow, "kind">,
): Promise<GroupRow | null> {
  const [row] = await ctx.tx
    .insert(groups)
    .values({ ...values, createdAt: ctx.now, lastAt: ctx.now })
    .onConflictDoNothing()
    .returning()
  return row ?? null
}

/**
 * Makes a group with its first members; who makes it runs it. A department's group gets the
 * department's people, and its head runs it.
 * @throws Refusal when a name is missing, or the department has one already
 */
export async function createGroup(ctx: Own, wanted: NewGroup): Promise<number> {
  if (wanted.kind === "department") return createForDepartment(ctx, wanted)
  if (wanted.name === "") refuse("invalid", { fields: { name: "groups.error.name" } })
  const { memberIds, departmentId: _, ...values } = wanted
  const own = ctx.actor.personId
  const others = [...new Set(memberIds)].filter((id) => id !== own)
  await requireActive(ctx, others)
  const group = (await insertGroup(ctx, { ...values, createdById: own })) ?? refuse("conflict")
  await putMembers(ctx, group, [own], { role: "manager" })
  await putMembers(ctx, group, others)
  emit(ctx, {
    type: "group.created",
    recordId: group.id,
    data: { kind: group.kind, personIds: [own, ...others] },
  })
  return group.id
}

async function createForDepartment(ctx: Own, wanted: NewGroup): Promise<number> {
  const { departmentId, memberIds, ...values } = wanted
  const department =
    (departmentId === null ? null : await openDepartment(ctx.tx, departmentId)) ??
    refuse("invalid", { fields: { department: "groups.error.department" } })
  await requireActive(ctx, memberIds)
  const group =
    (await insertGroup(ctx, {
      ...values,
      name: wanted.name || department.name,
      departmentId: department.id,
      createdById: ctx.actor.personId,
    })) ?? refuse("conflict", { fields: { department: "groups.error.departmentTaken" } })
  const leading = await putLeader(ctx, group, department.id)
  const brought = await putMembers(ctx, group, memberIds)
  emit(ctx, {
    type: "group.created",
    recordId: group.id,
    data: { kind: group.kind, personIds: [...leading, ...brought] },
  })
  await followFrom(ctx, { groupId: group.id })
  return group.id
}

/** Who leads the department, or what is above it, runs its group; 平台管理 makes it and stays outside. */
async function putLeader(ctx: Own, group: GroupRow, departmentId: number): Promise<number[]> {
  if (!ctx.actor.leads.has(departmentId)) return []
  const within = ancestry(await organisation(ctx.tx), ctx.actor.departmentId)
  const follows = within.includes(departmentId)
  return putMembers(ctx, group, [ctx.actor.personId], { role: "manager", follows })
}
