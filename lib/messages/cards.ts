import { inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { type Place, placeKey } from "@/lib/platform/naming"
import { type ShownRecord, shownRecords } from "@/lib/platform/shown-records"

/** A record as a message shows it: live, and only to who may see it. */
export interface CardView {
  ref: string
  /** Absent when it isn't the reader's to see, or isn't there: both look the same. */
  record?: {
    icon: string
    title: string
    href: string
    state?: string
    at?: string
    text?: string
    progress?: number
    person?: { id: number; name: string; face: number | null }
  }
}

const most = 100

/** Cards of records, by `task:12`; each as its reader may see it at this moment. */
export async function cardsOf(actor: PersonActor, refs: readonly string[]): Promise<CardView[]> {
  const wanted = [...new Set(refs)].filter((ref) => /^[a-z]+:\d{1,15}$/.test(ref)).slice(0, most)
  const records = await shownRecords(actor, wanted.map(placeOf))
  const cards = wanted.map((ref) => cardOf(ref, records.get(placeKey(placeOf(ref)))))
  const ids = cards.flatMap(({ personId }) => personId ?? [])
  const named =
    ids.length === 0
      ? []
      : await db()
          .select({ id: people.id, name: people.name, face: people.faceFileId })
          .from(people)
          .where(inArray(people.id, ids))
  return cards.map(({ ref, record, personId }) => {
    const person = named.find(({ id }) => id === personId)
    return { ref, ...(record && { record: { ...record, ...(person && { person }) } }) }
  })
}

function placeOf(ref: string): Place {
  const [kind = "", id] = ref.split(":")
  return { kind, recordId: Number(id) }
}

function cardOf(ref: string, found: ShownRecord | undefined) {
  if (!found) return { ref }
  const { at, personId, ...record } = found
  return { ref, personId, record: { ...record, ...(at && { at: at.toISOString() }) } }
}
