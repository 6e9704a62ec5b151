import { and, desc, eq, gte, isNull, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { type GuestActor, guestMay } from "@/lib/platform/actor"
import { filesSaidIn } from "./files-said"
import { type MessageView, viewsOf } from "./view"

const pageSize = 50

/** What a guest reads of a message: words, files, who and when. Nothing of how it is dealt with inside. */
export type GuestMessage = Pick<
  MessageView,
  "id" | "seq" | "at" | "author" | "html" | "files" | "edited"
> & { own: boolean }

/**
 * What was said in a client group since the guest was let in, the newest last.
 * @param before only what stands before this number
 */
export async function talkForGuest(guest: GuestActor, groupId: number, before?: number) {
  if (!guestMay(guest, "group", groupId, "talk")) return { rows: [], earlier: null }
  const found = await db()
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.groupId, groupId),
        gte(messages.at, guest.since),
        isNull(messages.withdrawnAt),
        isNull(messages.note),
        before === undefined ? undefined : lt(messages.seq, before),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(pageSize + 1)
  const shown = found.slice(0, pageSize).reverse()
  const rows = (await viewsOf(db(), shown)).map(
    ({ id, seq, at, author, html, files, edited }): GuestMessage => ({
      ...{ id, seq, at, author, html, files, edited },
      own: author.id === -guest.guestId,
    }),
  )
  return { rows, earlier: found.length > pageSize ? (shown[0]?.seq ?? null) : null }
}

/**
 * The files of a group that a guest may open, the newest first: all of them, or, where they were
 * let in to talk, those said since.
 * @param before only those of messages before this number
 */
export async function filesForGuest(guest: GuestActor, groupId: number, before?: number) {
  if (!guestMay(guest, "group", groupId, "view")) return { rows: [], earlier: null }
  const talks = guestMay(guest, "group", groupId, "talk")
  return filesSaidIn(groupId, { since: talks ? guest.since : null, before })
}
