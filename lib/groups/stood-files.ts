import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { messages } from "@/db/schema/messages"
import { files } from "@/db/schema/platform"
import type { GuestMay } from "@/lib/platform/actor"
import type { Stood } from "@/lib/platform/guest-scoped"

const portion = 50

/**
 * Files of a group that a guest is let in to see: all of them. Who is let in to talk reads on from
 * their invitation.
 * @param after the number of a message
 */
export async function stoodFiles(
  on: Db,
  { id }: { id: number },
  may: GuestMay,
  after: number,
): Promise<Stood> {
  const nothing = { texts: [], fileIds: [], last: after, more: false }
  if (may === "talk") return nothing
  const found = await on
    .select({ id: messages.id, seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.groupId, id),
        sql`${messages.files} > 0`,
        isNull(messages.withdrawnAt),
        gt(messages.seq, after),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(portion)
  if (found.length === 0) return nothing
  const ids = found.map((message) => message.id)
  const rows = await on
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.kind, "message"), inArray(files.recordId, ids)))
  return {
    texts: [],
    fileIds: rows.map((file) => file.id),
    last: found.at(-1)?.seq ?? after,
    more: found.length === portion,
  }
}
