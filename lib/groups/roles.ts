import { and, eq } from "drizzle-orm"
import { groupMembers } from "@/db/schema/groups"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Group, GroupRole } from "./group"
import { requireAnotherManager } from "./leaving"
import { memberIn } from "./members"

const row = (groupId: number, personId: number) =>
  and(eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId))

/** @throws Refusal when they run it alone while others remain */
export async function setRole(
  ctx: Ctx,
  group: Group,
  personId: number,
  role: GroupRole,
): Promise<void> {
  const member = (await memberIn(ctx.tx, group.id, personId)) ?? refuse("not_found")
  if (member.role === role) return
  if (role === "member") await requireAnotherManager(ctx, group.id, personId)
  await ctx.tx.update(groupMembers).set({ role }).where(row(group.id, personId))
  emit(ctx, {
    type: "group.role_changed",
    recordId: group.id,
    data: { personIds: [personId], before: member.role, after: role },
  })
}

/** Puts somebody on the list of those called when something urgent is said, or takes them off. */
export async function setOnCall(
  ctx: Ctx,
  group: Group,
  personId: number,
  onCall: boolean,
): Promise<void> {
  const member = (await memberIn(ctx.tx, group.id, personId)) ?? refuse("not_found")
  if (member.onCall === onCall) return
  await ctx.tx.update(groupMembers).set({ onCall }).where(row(group.id, personId))
  emit(ctx, { type: "group.on_call", recordId: group.id, data: { personIds: [personId], onCall } })
}
