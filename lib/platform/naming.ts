import { sql } from "drizzle-orm"
import { valuesTable } from "@/db/bulk"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { visible } from "./access"
import type { Locale, PersonActor } from "./actor"
import type { Kind, Titled } from "./module"
import { registry } from "./registry"

export interface Place {
  kind: string
  recordId: number
}

/** Names a place in a map. */
export const placeKey = ({ kind, recordId }: Place): string => `${kind}:${recordId}`

/** What an event or a kind of record is called; undefined for what no module knows any more. */
export function saidOf(code: string, locale: Locale): string | undefined {
  for (const module of registry().modules) {
    const said = module.said?.[locale]
    // The code comes from a stored row: `constructor` is nobody's word.
    if (said && Object.hasOwn(said, code)) return said[code]
  }
  return undefined
}

/**
 * Titles and addresses of records of any kind, by `placeKey`, of those alone that the reader may
 * see. One query says which these are, then one for each kind that names many at once.
 */
export async function titlesOf(
  on: Db,
  reader: PersonActor,
  places: readonly Place[],
  locale: Locale,
): Promise<Map<string, Titled>> {
  const found = new Map<string, Titled>()
  for (const [name, rows] of Map.groupBy(await seenBy(on, reader, places), (row) => row.kind)) {
    const kind = registry().kinds.get(name)
    const ids = rows.map((row) => row.recordId)
    for (const [recordId, titled] of kind ? await namesIn(on, kind, ids, locale) : [])
      found.set(placeKey({ kind: name, recordId }), titled)
  }
  return found
}

async function seenBy(on: Db, reader: PersonActor, places: readonly Place[]): Promise<Place[]> {
  const asked = new Map(places.map((place) => [placeKey(place), [place.kind, place.recordId]]))
  if (asked.size === 0) return []
  const given = valuesTable([...asked.values()], ["text", "bigint"])
  const may = visible(reader, sql`given.column1`, sql`given.column2`)
  const rows = await engine().rows<{ kind: string; id: number }>(
    on,
    sql`select column1 as kind, column2 as id from ${given} as given where ${may}`,
  )
  return rows.map((row) => ({ kind: row.kind, recordId: Number(row.id) }))
}

async function namesIn(on: Db, kind: Kind, ids: readonly number[], locale: Locale) {
  if (kind.titled) return kind.titled(on, ids, locale)
  const found = new Map<number, Titled>()
  for (const id of ids) {
    const record = await kind.find(on, id)
    if (record) found.set(id, { title: kind.title(record, locale), href: kind.href(record) })
  }
  return found
}
