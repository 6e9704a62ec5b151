import { groupPlaces } from "@/db/schema/messages"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Group } from "./group"

type Own = Ctx & { actor: PersonActor }

/** A person's own arrangement: nobody else hears of it. */
const place = (ctx: Own, group: Group, set: { mutedAt: Date | null } | { pinnedAt: Date | null }) =>
  ctx.tx
    .insert(groupPlaces)
    .values({ personId: ctx.actor.personId, groupId: group.id, ...set })
    .onConflictDoUpdate({ target: [groupPlaces.personId, groupPlaces.groupId], set })

export async function muteGroup(ctx: Own, group: Group, on: boolean): Promise<void> {
  await place(ctx, group, { mutedAt: on ? ctx.now : null })
}

export async function pinGroup(ctx: Own, group: Group, on: boolean): Promise<void> {
  await place(ctx, group, { pinnedAt: on ? ctx.now : null })
}
