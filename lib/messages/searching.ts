import { inArray, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { matching, placeFound } from "@/lib/platform/search-matching"
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
  const found = await engine().rows<{ id: number; record_id: number }>(
    db(),
    sql`select r.id, r.record_id from ${await matching([`group:${groupId}`], phrases)}
      and r.kind = 'message' ${before === null ? sql`` : sql`and ${placeFound} < ${before}`}
      order by ${placeFound} desc limit ${most + 1}`,
  )
  const shown = found.slice(0, most)
  const ids = shown.map((row) => Number(row.record_id))
  const rows =
    ids.length === 0 ? [] : await db().select().from(messages).where(inArray(messages.id, ids))
  const views = await viewsOf(
    db(),
    rows.filter((row) => row.groupId === groupId).toSorted((a, b) => b.seq - a.seq),
  )
  return { rows: views, next: found.length > most ? Number(shown.at(-1)?.id) : null }
}
