import type { Db } from "@/db/database"
import { receiveFromGuest } from "@/lib/guests/receiving"
import type { GuestActor } from "@/lib/platform/actor"
import type { Origin } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { replyAsClient } from "./replying"
import { findPage, guestWrites, pageSees } from "./ticket-page"

/**
 * Takes a guest's file in and puts it onto the ticket.
 * @throws Refusal
 */
export const handInFile = (
  guest: GuestActor,
  id: number,
  request: Request,
  from: Origin,
): Promise<{ id: number }> =>
  receiveFromGuest(guest, request, from, {
    find: (on, actor) => pageFor(on, actor, id),
    hang: (ctx, page, fileId) => replyAsClient(ctx, page, { body: "", fileIds: [fileId] }),
  })

async function pageFor(on: Db, guest: GuestActor, id: number) {
  const page = await findPage(on, id)
  if (!page || !pageSees(guest, page)) return refuse("not_found")
  return guestWrites(guest, page) ? page : refuse("forbidden")
}
