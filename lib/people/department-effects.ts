import { isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import {
  ancestry,
  type Department,
  type DepartmentTree,
  organisation,
  subtree,
  treeOf,
} from "@/lib/platform/organisation"

/** Who begins or ceases to see the records of which departments. */
export interface AccessEffect {
  gains: boolean
  departmentIds: number[]
  people: { id: number; name: string }[]
}

/** What a change would leave different. */
export interface Planned {
  departments?: ReadonlyMap<number, Partial<Pick<Department, "parentId" | "headId">>>
  /** Where people would belong, by person. */
  people?: ReadonlyMap<number, number>
}

/** What a change of the tree would do to what people see, before anything is done (decision 1). */
export async function accessEffects(db: Db, planned: Planned): Promise<AccessEffect[]> {
  const before = await organisation(db)
  const after = treeOf(
    [...before.departments.values()].map((each) => ({
      ...each,
      ...planned.departments?.get(each.id),
    })),
  )
  const staff = await db
    .select({ id: people.id, name: people.name, departmentId: people.departmentId })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(people.id)
  const found = new Map<string, AccessEffect>()
  for (const gains of [false, true])
    for (const [departmentId, who] of difference(before, after, staff, planned, gains)) {
      const key = `${gains} ${who.map(({ id }) => id).join()}`
      const same = found.get(key)
      if (same) same.departmentIds.push(departmentId)
      else found.set(key, { gains, departmentIds: [departmentId], people: who })
    }
  return [...found.values()]
}

interface Member {
  id: number
  name: string
  departmentId: number
}

/** By department, who is added (`gains`) or taken out. */
function difference(
  before: DepartmentTree,
  after: DepartmentTree,
  staff: readonly Member[],
  planned: Planned,
  gains: boolean,
) {
  const found = new Map<number, { id: number; name: string }[]>()
  for (const { id, name, departmentId } of staff) {
    const had = reach(before, id, departmentId)
    const has = reach(after, id, planned.people?.get(id) ?? departmentId)
    const [more, less] = gains ? [has, had] : [had, has]
    for (const each of more) {
      if (less.has(each)) continue
      const who = found.get(each) ?? []
      who.push({ id, name })
      found.set(each, who)
    }
  }
  return found
}

/** The departments whose records somebody sees: the own, those above, and all below what they lead. */
const reach = (tree: DepartmentTree, personId: number, departmentId: number): Set<number> =>
  new Set([
    ...ancestry(tree, departmentId),
    ...(tree.ledBy.get(personId) ?? []).flatMap((id) => subtree(tree, id)),
  ])
