import { and, asc, eq, isNull } from "drizzle-orm"
import { groupMembers, groups } from "@/db/schema/groups"
import { findGroup, type Group } from "@/lib/groups/group"
import { bringIn } from "@/lib/groups/joining"
import { takeOut } from "@/lib/groups/leaving"
import { setRole } from "@/lib/groups/roles"
import { sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { findClient } from "./client"

/**
 * Groups in which a client is spoken with go along when it changes hands: its new owner comes in, as
 * what the one before was there. Who sees the client no more is out of them; who still does, in the
 * same department, stays as a member.
 */
export async function moveGroups(
  ctx: Ctx,
  clientId: number,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const rows = await ctx.tx
    .select({ id: groups.id, role: groupMembers.role, follows: groupMembers.follows })
    .from(groups)
    .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(
      and(
        eq(groups.clientId, clientId),
        isNull(groups.archivedAt),
        eq(groupMembers.personId, from),
      ),
    )
    .orderBy(asc(groups.id))
  if (rows.length === 0) return
  const stays = await stillSees(ctx, clientId, from)
  for (const { id, role, follows } of rows) {
    const group = await findGroup(ctx.tx, id)
    if (!group) continue
    await bringIn(ctx, group, [to], "added")
    if (role === "manager") await passOn(ctx, group, { from, to })
    // Who came with a department goes with it; who has left is in no group's way.
    if (stays === false && !follows) await takeOut(ctx, id, [from], "removed")
  }
}

async function passOn(ctx: Ctx, group: Group, { from, to }: { from: number; to: number }) {
  await setRole(ctx, group, to, "manager")
  await setRole(ctx, group, from, "member")
}

/** Null for who doesn't work here any more. */
async function stillSees(ctx: Ctx, clientId: number, personId: number): Promise<boolean | null> {
  const [actor] = await actorsOf(ctx.tx, [personId])
  const client = await findClient(ctx.tx, clientId)
  return actor && client ? sees(actor, client) : null
}
