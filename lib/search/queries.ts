import type { PersonActor } from "@/lib/platform/actor"
import { placeKey } from "@/lib/platform/naming"
import { matching } from "@/lib/platform/search-matching"
import { type ShownRecord, shownRecords } from "@/lib/platform/shown-records"
import { tagPieces, tagToken } from "@/lib/platform/tags"
import { type Phrase, phraseQuery } from "@/lib/platform/tokens"

export interface Found extends ShownRecord {
  kind: string
  id: number
}

/** At least this many are looked at, since labelled records drop out only when they are read. */
const spare = 10

/**
 * What a reader may see that holds every word of a query, newest first.
 * @param before only rows older than this search row
 */
export async function searchFor(
  actor: PersonActor,
  query: string,
  {
    kind,
    before,
    limit = 20,
  }: { kind?: string | undefined; before?: number | undefined; limit?: number } = {},
): Promise<{ found: Found[]; next: number | null }> {
  const phrases = askedFor(query.slice(0, 200))
  if (phrases.length === 0) return { found: [], next: null }
  const rows = await matching([...actor.principals.keys()], phrases, {
    kind,
    before,
    limit: limit + spare,
  })
  const records = await shownRecords(actor, rows)
  const found: Found[] = []
  let last: number | null = null
  for (const place of rows) {
    if (found.length === limit) return { found, next: last }
    last = place.id
    const record = records.get(placeKey(place))
    if (record) found.push({ kind: place.kind, id: place.recordId, ...record })
  }
  return { found, next: rows.length > limit ? last : null }
}

/** A #tag asks for what carries it, not for what has its words; the rest is found as words. */
function askedFor(query: string): Phrase[] {
  const pieces = tagPieces(query)
  const tags = pieces.flatMap(({ tag }) => (tag ? [tagToken(tag.key)] : []))
  const rest = pieces.map(({ text, tag }) => (tag ? " " : text)).join("")
  return [...tags.map((token) => ({ tokens: [token], prefix: false })), ...phraseQuery(rest)]
}
