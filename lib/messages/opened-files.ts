import { and, desc, eq, inArray, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { messages } from "@/db/schema/messages"
import { files } from "@/db/schema/platform"

const mostLooked = 50

/** The newest files of groups: what somebody reads who is let in to see their files. */
export async function newestFilesOf(on: Db, groupIds: readonly number[]): Promise<number[]> {
  if (groupIds.length === 0) return []
  const rows = await on
    .select({ id: files.id })
    .from(files)
    .innerJoin(messages, and(eq(files.kind, "message"), eq(messages.id, files.recordId)))
    .where(and(inArray(messages.groupId, [...groupIds]), isNull(messages.withdrawnAt)))
    .orderBy(desc(files.id))
    .limit(mostLooked)
  return rows.map(({ id }) => id)
}
