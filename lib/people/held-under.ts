import type { Db } from "@/db/database"
import type { PersonActor } from "@/lib/platform/actor"
import { kindOf } from "@/lib/platform/registry"
import { labelledOf } from "./labelled"

const mostTitles = 20

/** What somebody would have to give up with a clearance; titles only for whoever may read them. */
export async function heldUnder(
  db: Db,
  actor: PersonActor,
  sensitivityId: number,
  personId: number,
) {
  const owned = await labelledOf(db, sensitivityId, personId)
  const first = owned.slice(0, mostTitles)
  const titles = await Promise.all(
    first.map(async ({ kind, id }) => {
      const record = await kindOf(kind).find(db, id)
      return record && kindOf(kind).canSee(actor, record) ? kindOf(kind).title(record) : null
    }),
  )
  return { count: owned.length, titles: titles.flatMap((title) => title ?? []) }
}
