import type { Db } from "@/db/database"
import { registry } from "@/lib/platform/registry"

/** What every module keeps under labels. */
export const labelKeepers = () => registry().modules.flatMap((module) => module.labelled ?? [])

/** The records under a label that somebody owns: they would lose them with the clearance. */
export async function labelledOf(db: Db, sensitivityId: number, personId: number) {
  const found = await Promise.all(
    labelKeepers().map(async ({ kind, ownedBy }) => ({
      kind,
      ids: await ownedBy(db, sensitivityId, personId),
    })),
  )
  return found.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })))
}

/** How many records a label closes. */
export async function labelledCount(db: Db, sensitivityId: number): Promise<number> {
  const counts = await Promise.all(labelKeepers().map(({ count }) => count(db, sensitivityId)))
  return counts.reduce((sum, count) => sum + count, 0)
}
