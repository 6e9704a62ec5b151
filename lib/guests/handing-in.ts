import { type Db, db } from "@/db/engine"
import { findGroup } from "@/lib/groups/group"
import { canGuestUpload, canSee } from "@/lib/groups/policy"
import type { GuestActor } from "@/lib/platform/actor"
import type { Ctx, Origin } from "@/lib/platform/context"
import { formUpload } from "@/lib/platform/files/form-upload"
import { receiveFile } from "@/lib/platform/files/receiving"
import { dropUnattached } from "@/lib/platform/files/unattached"
import { guestOfSession } from "@/lib/platform/guest-session"
import { refuse } from "@/lib/platform/refusal"
import { write, writeAsSystem } from "@/lib/platform/write"
import { writeAsGuest } from "./writing"

/** Bytes of one file from outside: 200 MB. */
const largest = 200 * 1024 ** 2

/**
 * Takes a guest's file in and puts it before the group. Whether they may is asked before anything is
 * read, and again when it has arrived: that may take long.
 * @throws Refusal
 */
export async function handIn(
  guest: GuestActor,
  groupId: number,
  request: Request,
  from: Origin,
): Promise<{ id: number }> {
  await groupFor(db(), guest, groupId)
  const upload = await formUpload(request)
  const file = await receiveFile(guest, upload, from, largest)
  try {
    const actor = await stillIn(guest)
    const said = { body: "", fileIds: [file.id] }
    const hang = async (ctx: Ctx) =>
      writeAsGuest(Object.assign(ctx, { actor }), await groupFor(ctx.tx, actor, groupId), said)
    return await write(actor, hang, { origin: from })
  } catch (error) {
    // What isn't theirs to hand in any more doesn't stay with their host either.
    await writeAsSystem("guests.upload", (ctx) => dropUnattached(ctx, file.id))
    throw error
  }
}

async function groupFor(on: Db, guest: GuestActor, groupId: number) {
  const group = await findGroup(on, groupId)
  if (!group || !canSee(guest, group)) return refuse("not_found")
  return canGuestUpload(guest, group) ? group : refuse("forbidden")
}

async function stillIn(guest: GuestActor): Promise<GuestActor> {
  const now = await guestOfSession(guest.sessionId)
  return typeof now === "string" ? refuse("signed_out", { sentence: `guests.over.${now}` }) : now
}
