import type { Group } from "@/lib/groups/group"
import { saySomethingAsGuest } from "@/lib/messages/guest-speaking"
import type { GuestActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"

/** What a guest says or hands in, in a group they were let in to; their host hears of it. */
export async function writeAsGuest(
  ctx: Ctx & { actor: GuestActor },
  group: Group,
  said: { body: string; fileIds: readonly number[] },
): Promise<{ id: number }> {
  const { id } = await saySomethingAsGuest(ctx, group, said)
  emit(ctx, {
    type: "guest.wrote",
    recordId: ctx.actor.guestId,
    data: { ref: `group:${group.id}`, messageId: id, files: said.fileIds.length },
  })
  return { id }
}
