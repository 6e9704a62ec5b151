import { inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { InBoth } from "@/lib/platform/module"
import { actorsOf, departmentPath, organisation } from "@/lib/platform/organisation"
import { heldBy } from "./handover"
import { superiorsOf } from "./superiors"

export interface HandoverPart {
  /** The form's field: `to.task`, `to.task.3`. */
  field: string
  label: InBoth
  /** The name of the label that these records carry. */
  sensitivity: InBoth | null
  count: number
  /** Whether the one proposed for everything may have these. */
  fits: boolean
}

/**
 * What the dialog asks about. Of labels that the asking person isn't cleared for it says nothing,
 * not even a number.
 */
export async function handoverChoices(db: Db, actor: PersonActor, personId: number) {
  const [held, org] = [await heldBy(db, personId), await organisation(db)]
  const above = await superiorsOf(db, personId)
  const active = await actorsOf(db, above)
  const heir = above.flatMap((id) => active.find((each) => each.personId === id) ?? [])[0]
  const names = await labelNames(db, actor)
  const parts: HandoverPart[] = []
  for (const { holding, records } of held)
    for (const label of [null, ...names.keys()]) {
      const count = records.filter(({ sensitivityId }) => sensitivityId === label).length
      if (count === 0) continue
      const field = label === null ? `to.${holding.kind}` : `to.${holding.kind}.${label}`
      const sensitivity = label === null ? null : (names.get(label) ?? null)
      const fits = label === null || Boolean(heir?.clearances.has(label))
      parts.push({ field, label: holding.label, sensitivity, count, fits })
    }
  return {
    parts,
    heir: heir ? { id: heir.personId, name: heir.name } : null,
    leads: (org.ledBy.get(personId) ?? []).map((id) => ({ id, name: departmentPath(org, id) })),
  }
}

export type HandoverChoices = Awaited<ReturnType<typeof handoverChoices>>

async function labelNames(db: Db, actor: PersonActor): Promise<Map<number, InBoth>> {
  const cleared = [...actor.clearances]
  if (cleared.length === 0) return new Map()
  const rows = await db
    .select({ id: sensitivities.id, zh: sensitivities.name, en: sensitivities.nameEn })
    .from(sensitivities)
    .where(inArray(sensitivities.id, cleared))
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
