import { sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { kindOf, registry } from "@/lib/platform/registry"
import { matching, placeFound } from "@/lib/platform/search-matching"
import { tagPieces, tagToken } from "@/lib/platform/tags"
import { type Phrase, phraseQuery } from "@/lib/platform/tokens"

export interface Found {
  kind: string
  id: number
  icon: string
  title: string
  href: string
  state?: string
  at?: Date | null
  text?: string
}

interface Row {
  id: number
  kind: string
  record_id: number
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
  const rows = await engine().rows<Row>(
    db(),
    sql`select r.id, r.kind, r.record_id from ${matching([...actor.principals.keys()], phrases)}
      ${kind ? sql`and r.kind = ${kind}` : sql``} ${before ? sql`and ${placeFound} < ${before}` : sql``}
      order by ${placeFound} desc limit ${limit + spare}`,
  )
  const found: Found[] = []
  let last: number | null = null
  for (const row of rows) {
    if (found.length === limit) return { found, next: last }
    last = Number(row.id)
    const item = await asFound(actor, row.kind, Number(row.record_id))
    if (item) found.push(item)
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

async function asFound(actor: PersonActor, kindName: string, id: number): Promise<Found | null> {
  const kind = registry().kinds.get(kindName)
  const record = await kind?.find(db(), id)
  if (!kind || !record || !kind.canSee(actor, record)) return null
  return named(kindName, id, record)
}

function named(
  kindName: string,
  id: number,
  record: Parameters<ReturnType<typeof kindOf>["title"]>[0],
): Found {
  const kind = kindOf(kindName)
  return {
    kind: kindName,
    id,
    icon: kind.icon,
    title: kind.title(record),
    href: kind.href(record),
    ...kind.summary?.(record),
  }
}
