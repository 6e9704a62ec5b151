import { inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { matching } from "@/lib/platform/search-matching"
import { phraseQuery } from "@/lib/platform/tokens"
import { viewsOf } from "./view"

const most = 30

/**
 * What was said in one group that holds every word of a query, newest first. The caller has
 * checked that the group is the reader's.
 * @param before only what was indexed before this search row
 */
export async function searchIn(groupId: number, query: string, before: number | null) {
  const phrases = phraseQuery(query.slice(0, 200))
  if (phrases.length === 0) return { rows: [], next: null }
  const found = await matching([`group:${groupId}`], phrases, {
    kind: "message",
    before,
    limit: most + 1,
  })
  const shown = found.slice(0, most)
  const ids = shown.map(({ recordId }) => recordId)
  const rows =
    ids.length === 0 ? [] : await db().select().from(messages).where(inArray(messages.id, ids))
  const views = await viewsOf(
    db(),
    rows.filter((row) => row.groupId === groupId).toSorted((a, b) => b.seq - a.seq),
  )
  return { rows: views, next: found.length > most ? (shown.at(-1)?.id ?? null) : null }
}
