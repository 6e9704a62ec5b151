import { and, eq } from "drizzle-orm"
import { groupRequests } from "@/db/schema/groups"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { findGroup, type Group } from "./group"
import { bringIn, requireActive } from "./joining"
import { memberIn } from "./members"
import { doneWhenNoneWaits, open } from "./open-requests"

type Own = Ctx & { actor: PersonActor }

/** For actions: a group that lets people in or be asked. Others aren't there for who is outside. */
export async function joinableGroup(ctx: Ctx, input: { groupId: number }): Promise<Group | null> {
  const group = await findGroup(ctx.tx, input.groupId)
  const joinable =
    group && group.kind !== "direct" && group.archivedAt === null && group.joinRule !== "invitation"
  return joinable ? group : null
}

/** Asks a group's managers to be let in. Once asked, asking again changes nothing. */
export async function askToJoin(ctx: Own, group: Group, note: string): Promise<void> {
  const { personId } = ctx.actor
  if (group.joinRule !== "request") refuse("conflict", { sentence: "groups.error.justJoin" })
  if (await memberIn(ctx.tx, group.id, personId))
    refuse("conflict", { sentence: "groups.error.memberAlready" })
  const [asked] = await ctx.tx
    .select({ id: groupRequests.id })
    .from(groupRequests)
    .where(and(open(group.id), eq(groupRequests.personId, personId)))
  if (asked) return
  const [row] = await ctx.tx
    .insert(groupRequests)
    .values({ groupId: group.id, personId, note, at: ctx.now })
    .returning({ id: groupRequests.id })
  emit(ctx, {
    type: "group.requested",
    recordId: group.id,
    data: { requestId: row?.id ?? refuse("conflict"), personIds: [personId] },
  })
}

/**
 * A manager says yes or no.
 * @throws Refusal when another was faster, or who asked has left the company
 */
export async function decideRequest(
  ctx: Own,
  group: Group,
  requestId: number,
  accepted: boolean,
): Promise<void> {
  const [request] = await ctx.tx
    .update(groupRequests)
    .set({ decidedAt: ctx.now, decidedById: ctx.actor.personId, accepted })
    .where(and(open(group.id), eq(groupRequests.id, requestId)))
    .returning({ personId: groupRequests.personId })
  const { personId } = request ?? refuse("conflict", { sentence: "groups.error.decided" })
  if (accepted) await requireActive(ctx, [personId], "request")
  emit(ctx, {
    type: "group.request_decided",
    recordId: group.id,
    data: { requestId, personIds: [personId], accepted },
  })
  if (accepted) await bringIn(ctx, group, [personId], "request")
  await doneWhenNoneWaits(ctx, group.id)
}
