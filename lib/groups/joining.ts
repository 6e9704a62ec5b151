import { sql } from "drizzle-orm"
import { insertMany } from "@/db/bulk"
import { groupMembers } from "@/db/schema/groups"
import { activePeople } from "@/lib/people/moving"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Group, GroupRole, GroupRow } from "./group"
import { answerByComingIn } from "./open-requests"

/** How somebody came in: only who was brought in by somebody is told. */
export type Arrival = "added" | "joined" | "request" | "department" | "casual"

/** @throws Refusal at `field` when somebody named doesn't work here */
export async function requireActive(
  ctx: Ctx,
  personIds: readonly number[],
  field = "members",
): Promise<void> {
  const active = new Set((await activePeople(ctx, personIds)).map(({ id }) => id))
  if (personIds.some((id) => !active.has(id)))
    refuse("invalid", { fields: { [field]: "people.error.nobody" } })
}

/**
 * Writes members down and says nothing. Who is in already stays as they are.
 * @returns the new ones
 */
export async function putMembers(
  ctx: Ctx,
  group: Pick<GroupRow, "id" | "lastSeq">,
  personIds: readonly number[],
  { role = "member", follows = false }: { role?: GroupRole; follows?: boolean } = {},
): Promise<number[]> {
  if (personIds.length === 0) return []
  const rows = personIds.map((personId) => ({
    groupId: group.id,
    personId,
    role,
    follows,
    joinedAt: ctx.now,
    joinedSeq: group.lastSeq,
    onCall: false,
  }))
  const added = await insertMany<typeof groupMembers, { person_id: number }>(
    ctx.tx,
    groupMembers,
    rows,
    { tail: sql`on conflict do nothing`, returning: ["person_id"] },
  )
  return added.map((row) => Number(row.person_id))
}

/** Brings people in. They see everything said before, and none of it counts as unread. */
export async function bringIn(
  ctx: Ctx,
  group: Pick<GroupRow, "id" | "lastSeq">,
  personIds: readonly number[],
  by: Arrival,
): Promise<number[]> {
  const added = await putMembers(ctx, group, personIds, { follows: by === "department" })
  if (added.length === 0) return added
  emit(ctx, { type: "group.joined", recordId: group.id, data: { personIds: added, by } })
  await answerByComingIn(ctx, group.id, added)
  return added
}

/** A manager brings colleagues in. */
export async function addMembers(
  ctx: Ctx,
  group: Group,
  personIds: readonly number[],
): Promise<number> {
  await requireActive(ctx, personIds)
  return (await bringIn(ctx, group, personIds, "added")).length
}

/** Anybody comes in where the door is open. */
export async function joinGroup(ctx: Ctx & { actor: PersonActor }, group: Group): Promise<number> {
  if (group.joinRule !== "open") refuse("forbidden", { sentence: "groups.error.ask" })
  await bringIn(ctx, group, [ctx.actor.personId], "joined")
  return group.id
}
