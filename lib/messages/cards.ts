import { inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { registry } from "@/lib/platform/registry"

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
  const cards = await Promise.all(wanted.map((ref) => cardOf(actor, ref)))
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

async function cardOf(actor: PersonActor, ref: string) {
  const [name = "", id] = ref.split(":")
  const kind = registry().kinds.get(name)
  const record = await kind?.find(db(), Number(id))
  if (!kind || !record || !kind.canSee(actor, record)) return { ref }
  const { at, personId, ...summary } = kind.summary?.(record) ?? {}
  return {
    ref,
    personId,
    record: {
      icon: kind.icon,
      title: kind.title(record),
      href: kind.href(record),
      ...summary,
      ...(at && { at: at.toISOString() }),
    },
  }
}
