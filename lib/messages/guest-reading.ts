import { and, desc, eq, gte, isNull, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { files } from "@/db/schema/platform"
import { type GuestActor, guestMay } from "@/lib/platform/actor"
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
 * @param before only those before this file
 */
export async function filesForGuest(guest: GuestActor, groupId: number, before?: number) {
  if (!guestMay(guest, "group", groupId, "view")) return { rows: [], earlier: null }
  const talks = guestMay(guest, "group", groupId, "talk")
  const found = await db()
    .select({
      id: files.id,
      name: files.name,
      type: files.type,
      size: files.size,
      at: messages.at,
    })
    .from(files)
    .innerJoin(messages, and(eq(files.kind, "message"), eq(messages.id, files.recordId)))
    .where(
      and(
        eq(messages.groupId, groupId),
        isNull(messages.withdrawnAt),
        talks ? gte(messages.at, guest.since) : undefined,
        before === undefined ? undefined : lt(files.id, before),
      ),
    )
    .orderBy(desc(files.id))
    .limit(pageSize + 1)
  const rows = found.slice(0, pageSize)
  return { rows, earlier: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}
