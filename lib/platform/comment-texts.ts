import { and, desc, eq, inArray, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { comments } from "@/db/schema/platform"

/** What was said before these is history: each new comment would else make all of it anew. */
const most = 100

const newest = prepared((db) =>
  db
    .select({ body: comments.body })
    .from(comments)
    .where(
      sql`${comments.kind} = ${sql.placeholder("kind")} and ${comments.recordId} = ${sql.placeholder("recordId")} and ${comments.state} = 'shown'`,
    )
    .orderBy(desc(comments.id))
    .limit(most)
    .prepare(),
)

/** The same of many records at once, by their ids. */
export async function commentTextsOf(
  db: Db,
  kind: string,
  recordIds: readonly number[],
): Promise<Map<number, string[]>> {
  const rows = await db
    .select({ recordId: comments.recordId, body: comments.body })
    .from(comments)
    .where(
      and(
        eq(comments.kind, kind),
        inArray(comments.recordId, idsIn(recordIds)),
        eq(comments.state, "shown"),
      ),
    )
    .orderBy(desc(comments.id))
  const texts = new Map<number, string[]>()
  for (const [recordId, said] of Map.groupBy(rows, (row) => row.recordId))
    texts.set(
      recordId,
      said.slice(0, most).map(({ body }) => body),
    )
  return texts
}

/** What was said under a record, for its search row and its tags; of many comments the newest. */
export async function commentTexts(db: Db, kind: string, recordId: number): Promise<string[]> {
  const rows = await newest(db).execute({ kind, recordId })
  return rows.map(({ body }) => body)
}
