import type { Db } from "@/db/database"
import type { PersonActor } from "@/lib/platform/actor"
import { kindOf } from "@/lib/platform/registry"
import { labelledOf } from "./labelled"

const mostTitles = 20

/** What somebody would have to give up with a clearance; null for whoever isn't cleared too. */
export async function heldUnder(
  db: Db,
  actor: PersonActor,
  sensitivityId: number,
  personId: number,
) {
  if (!actor.clearances.has(sensitivityId)) return null
  const owned = await labelledOf(db, sensitivityId, personId)
  const titles = await Promise.all(
    owned.slice(0, mostTitles).map(async ({ kind, id }) => {
      const record = await kindOf(kind).find(db, id)
      return record && kindOf(kind).canSee(actor, record) ? kindOf(kind).title(record) : null
    }),
  )
  return { count: owned.length, titles: titles.flatMap((title) => title ?? []) }
}
