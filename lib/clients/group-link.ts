import { and, eq, isNull, sql } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { findGroup } from "@/lib/groups/group"
import { canManage } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Client } from "./client"

type PersonCtx = Ctx & { actor: PersonActor }

/** A client group that the actor runs. @throws Refusal */
async function ownGroup(ctx: PersonCtx, groupId: number) {
  const group = await findGroup(ctx.tx, groupId)
  if (group?.kind !== "client" || !canManage(ctx.actor, group)) return refuse("not_found")
  return group
}

/**
 * From now on what the group's guests read and say goes into the client's archive, and what they have
 * read and said so far with the next.
 * @throws Refusal when it is another client's
 */
export async function linkGroup(ctx: PersonCtx, client: Client, groupId: number): Promise<void> {
  const group = await ownGroup(ctx, groupId)
  const linked = await ctx.tx
    .update(groups)
    .set({ clientId: client.id, clientSince: ctx.now, version: sql`${groups.version} + 1` })
    .where(and(eq(groups.id, group.id), isNull(groups.clientId)))
    .returning({ id: groups.id })
  if (linked.length === 0) refuse("conflict")
  emit(ctx, { type: "client.group_linked", recordId: client.id, data: { groupId: group.id } })
}

export async function unlinkGroup(ctx: PersonCtx, client: Client, groupId: number): Promise<void> {
  const group = await ownGroup(ctx, groupId)
  const unlinked = await ctx.tx
    .update(groups)
    .set({ clientId: null, clientSince: null, version: sql`${groups.version} + 1` })
    .where(and(eq(groups.id, group.id), eq(groups.clientId, client.id)))
    .returning({ id: groups.id })
  if (unlinked.length === 0) refuse("not_found")
  emit(ctx, { type: "client.group_unlinked", recordId: client.id, data: { groupId: group.id } })
}
