import type { Db } from "@/db/database"
import { findGroup } from "@/lib/groups/group"
import { canGuestUpload, canSee } from "@/lib/groups/policy"
import type { GuestActor } from "@/lib/platform/actor"
import type { Origin } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { receiveFromGuest } from "./receiving"
import { writeAsGuest } from "./writing"

/**
 * Takes a guest's file in and puts it before the group.
 * @throws Refusal
 */
export const handIn = (
  guest: GuestActor,
  groupId: number,
  request: Request,
  from: Origin,
): Promise<{ id: number }> =>
  receiveFromGuest(guest, request, from, {
    find: (on, actor) => groupFor(on, actor, groupId),
    hang: (ctx, group, fileId) => writeAsGuest(ctx, group, { body: "", fileIds: [fileId] }),
  })

async function groupFor(on: Db, guest: GuestActor, groupId: number) {
  const group = await findGroup(on, groupId)
  if (!group || !canSee(guest, group)) return refuse("not_found")
  return canGuestUpload(guest, group) ? group : refuse("forbidden")
}
