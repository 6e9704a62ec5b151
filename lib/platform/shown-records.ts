import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import type { PersonActor } from "./actor"
import type { Kind, Known, Titled } from "./module"
import { type Place, placeKey } from "./naming"
import { registry } from "./registry"

/** A record of any kind as lists, cards and palette show it. */
export interface ShownRecord extends Titled, ReturnType<NonNullable<Kind["summary"]>> {
  icon: string
}

/**
 * Records of any kind, by `placeKey`, each as its reader may see it at this moment. Those that
 * aren't there, or aren't the reader's to see, are left out.
 */
export async function shownRecords(
  reader: PersonActor,
  places: readonly Place[],
): Promise<Map<string, ShownRecord>> {
  const shown = new Map<string, ShownRecord>()
  for (const [name, rows] of Map.groupBy(places, (place) => place.kind)) {
    const kind = registry().kinds.get(name)
    const ids = [...new Set(rows.map((row) => row.recordId))]
    for (const record of kind ? await recordsOf(db(), kind, ids) : [])
      if (kind?.canSee(reader, record))
        shown.set(placeKey({ kind: name, recordId: record.id }), {
          icon: kind.icon,
          title: kind.title(record, reader.locale ?? undefined),
          href: kind.href(record),
          ...kind.summary?.(record),
        })
  }
  return shown
}

/** Those that are there, in the order of their ids as given. */
export async function recordsOf(on: Db, kind: Kind, ids: readonly number[]): Promise<Known[]> {
  const many = await kind.findMany?.(on, ids)
  const found = many
    ? ids.map((id) => many.get(id))
    : await Promise.all(ids.map((id) => kind.find(on, id)))
  return found.filter((record): record is Known => Boolean(record))
}
