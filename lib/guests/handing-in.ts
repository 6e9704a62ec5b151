import { db } from "@/db/engine"
import { findGroup } from "@/lib/groups/group"
import { canGuestUpload, canSee } from "@/lib/groups/policy"
import type { GuestActor } from "@/lib/platform/actor"
import { formUpload } from "@/lib/platform/files/form-upload"
import { receiveFile } from "@/lib/platform/files/receiving"
import { guestOfSession } from "@/lib/platform/guest-session"
import { refuse } from "@/lib/platform/refusal"
import { origin } from "@/lib/platform/request"
import { write } from "@/lib/platform/write"
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
): Promise<{ id: number }> {
  await groupFor(guest, groupId)
  const from = await origin()
  const upload = await formUpload(request)
  const file = await receiveFile(guest, upload, from, largest)
  const actor = await stillIn(guest)
  const group = await groupFor(actor, groupId)
  const said = { body: "", fileIds: [file.id] }
  return write(actor, (ctx) => writeAsGuest(Object.assign(ctx, { actor }), group, said), {
    origin: from,
  })
}

async function groupFor(guest: GuestActor, groupId: number) {
  const group = await findGroup(db(), groupId)
  if (!group || !canSee(guest, group)) return refuse("not_found")
  return canGuestUpload(guest, group) ? group : refuse("forbidden")
}

async function stillIn(guest: GuestActor): Promise<GuestActor> {
  const now = await guestOfSession(guest.sessionId)
  return typeof now === "string" ? refuse("signed_out", { sentence: `guests.over.${now}` }) : now
}
