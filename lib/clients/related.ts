import { and, eq, inArray, min } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import type { PersonActor } from "@/lib/platform/actor"
import { placeKey } from "@/lib/platform/naming"
import { registry } from "@/lib/platform/registry"
import { type ShownRecord, shownRecords } from "@/lib/platform/shown-records"

export interface RelatedRecord extends ShownRecord {
  kind: string
  id: number
  /** When it was made. */
  at: Date
}

/** Of one kind, the newest. */
const most = 100

/**
 * What was made from a record, of every kind whose module says so (`madeFrom`), as far as the
 * reader may see it: tasks and matters today, whatever else is about a client tomorrow.
 */
export async function relatedTo(
  reader: PersonActor,
  kind: string,
  id: number,
): Promise<RelatedRecord[]> {
  const found = await Promise.all(
    [...registry().kinds].map(async ([name, { madeFrom }]) => {
      const made = (await madeFrom?.(db(), kind, [id]))?.get(id) ?? []
      return made.length === 0 ? [] : ofKind(reader, name, made.slice(-most))
    }),
  )
  return found.flat()
}

async function ofKind(reader: PersonActor, kind: string, ids: readonly number[]) {
  const shown = await shownRecords(
    reader,
    ids.map((recordId) => ({ kind, recordId })),
  )
  const begun = await db()
    .select({ id: events.recordId, at: min(events.at) })
    .from(events)
    .where(and(eq(events.kind, kind), inArray(events.recordId, [...ids])))
    .groupBy(events.recordId)
  return begun.flatMap(({ id, at }) => {
    const record = shown.get(placeKey({ kind, recordId: id }))
    return record && at ? [{ ...record, kind, id, at: new Date(at) }] : []
  })
}
