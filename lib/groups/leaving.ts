import { and, eq, inArray, isNull, ne } from "drizzle-orm"
import { idsIn, parts } from "@/db/bulk"
import { groupMembers } from "@/db/schema/groups"
import { groupPlaces, readPositions } from "@/db/schema/messages"
import { drafts } from "@/db/schema/messages/drafts"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { forgetWhoLost } from "@/lib/platform/notify"
import { refuse } from "@/lib/platform/refusal"
import { kindOf } from "@/lib/platform/registry"
import { findGroup, type Group } from "./group"
import { memberIn } from "./members"

export type Departure = "removed" | "left" | "department"

/** Takes people out, with all that was only theirs: who is out sees nothing (decision 6). */
export async function takeOut(
  ctx: Ctx,
  groupId: number,
  personIds: readonly number[],
  by: Departure,
): Promise<void> {
  const gone: number[] = []
  for (const part of parts(personIds)) {
    const rows = await ctx.tx
      .delete(groupMembers)
      .where(and(eq(groupMembers.groupId, groupId), inArray(groupMembers.personId, idsIn(part))))
      .returning({ id: groupMembers.personId })
    gone.push(...rows.map(({ id }) => id))
    for (const table of [readPositions, groupPlaces, drafts])
      await ctx.tx
        .delete(table)
        .where(and(eq(table.groupId, groupId), inArray(table.personId, idsIn(part))))
  }
  if (gone.length === 0) return
  emit(ctx, { type: "group.left", recordId: groupId, data: { personIds: gone, by } })
  const group = await findGroup(ctx.tx, groupId)
  if (group) await forgetWhoLost(ctx, "group", kindOf("group"), group)
}

/**
 * @throws Refusal when they are not in it, came with the department, or run it alone while others
 *   remain
 */
export async function removeMember(ctx: Ctx, group: Group, personId: number): Promise<void> {
  const member = (await memberIn(ctx.tx, group.id, personId)) ?? refuse("not_found")
  if (member.follows) refuse("conflict", { sentence: "groups.error.follows" })
  if (member.role === "manager") await requireAnotherManager(ctx, group.id, personId)
  await takeOut(ctx, group.id, [personId], "removed")
}

/** @throws Refusal as in `removeMember` */
export async function leaveGroup(ctx: Ctx & { actor: PersonActor }, group: Group): Promise<void> {
  const { personId } = ctx.actor
  const member = (await memberIn(ctx.tx, group.id, personId)) ?? refuse("not_found")
  if (member.follows) refuse("conflict", { sentence: "groups.error.followsSelf" })
  if (member.role === "manager") await requireAnotherManager(ctx, group.id, personId)
  await takeOut(ctx, group.id, [personId], "left")
}

/** Somebody runs a group as long as anybody is in it. @throws Refusal otherwise */
export async function requireAnotherManager(
  ctx: Ctx,
  groupId: number,
  personId: number,
): Promise<void> {
  const others = await ctx.tx
    .select({ role: groupMembers.role })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        ne(groupMembers.personId, personId),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(groupMembers.role)
    .limit(1)
  if (others.length > 0 && others[0]?.role !== "manager")
    refuse("conflict", { sentence: "groups.error.lastManager" })
}
