import { db } from "@/db/engine"
import type { GuestActor } from "@/lib/platform/actor"
import { formUpload } from "@/lib/platform/files/form-upload"
import { receiveFile } from "@/lib/platform/files/receiving"
import { guestOfSession } from "@/lib/platform/guest-session"
import { refuse } from "@/lib/platform/refusal"
import { origin } from "@/lib/platform/request"
import { write } from "@/lib/platform/write"
import { replyAsClient } from "./replying"
import { findPage, guestWrites, pageSees } from "./ticket-page"

/** Bytes of one file from outside: 200 MB. */
const largest = 200 * 1024 ** 2

/**
 * Takes a guest's file in and puts it onto the ticket. Whether they may is asked before anything is
 * read, and again when it has arrived: that may take long.
 * @throws Refusal
 */
export async function handInFile(guest: GuestActor, id: number, request: Request) {
  await pageFor(guest, id)
  const from = await origin()
  const file = await receiveFile(guest, await formUpload(request), from, largest)
  const actor = await stillIn(guest)
  const page = await pageFor(actor, id)
  return write(
    actor,
    (ctx) => replyAsClient(Object.assign(ctx, { actor }), page, { body: "", fileIds: [file.id] }),
    { origin: from },
  )
}

async function pageFor(guest: GuestActor, id: number) {
  const page = await findPage(db(), id)
  if (!page || !pageSees(guest, page)) return refuse("not_found")
  return guestWrites(guest, page) ? page : refuse("forbidden")
}

async function stillIn(guest: GuestActor): Promise<GuestActor> {
  const now = await guestOfSession(guest.sessionId)
  return typeof now === "string" ? refuse("signed_out", { sentence: `guests.over.${now}` }) : now
}
