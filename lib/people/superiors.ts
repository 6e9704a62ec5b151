import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { ancestry, type DepartmentTree, organisation } from "@/lib/platform/organisation"

const one = prepared((db) =>
  db
    .select({ managerId: people.managerId, departmentId: people.departmentId })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
)
/** No company is deeper; a circle of managers ends too. */
const deepest = 20

/** Line managers upwards, then the heads of the own department and those above; nearest first. */
export async function superiorsOf(db: Db, personId: number): Promise<number[]> {
  const found = new Set<number>()
  const [own] = await one(db).execute({ id: personId })
  for (let at = own?.managerId ?? null; at !== null && found.size < deepest; ) {
    if (at === personId || found.has(at)) break
    found.add(at)
    const [row] = await one(db).execute({ id: at })
    at = row?.managerId ?? null
  }
  for (const head of own ? headsOver(await organisation(db), own.departmentId) : [])
    if (head !== personId) found.add(head)
  return [...found]
}

/** Heads of a department and of those above it, nearest first. */
const headsOver = (org: DepartmentTree, departmentId: number): number[] =>
  ancestry(org, departmentId).flatMap((id) => org.departments.get(id)?.headId ?? [])

/** The nearest department head above somebody; where there is none, their line manager. */
export async function headAbove(db: Db, personId: number): Promise<number | null> {
  const [own] = await one(db).execute({ id: personId })
  if (!own) return null
  const heads = headsOver(await organisation(db), own.departmentId)
  return heads.find((head) => head !== personId) ?? own.managerId
}

/**
 * Whose nearest head somebody is: everybody of these departments but themselves, and these heads of
 * departments below.
 */
export function peopleUnder(org: DepartmentTree, personId: number) {
  const all = [...org.departments.values()]
  const nearest = (of: number, but: number | null) =>
    headsOver(org, of).find((head) => head !== but) === personId
  return {
    departmentIds: all.flatMap(({ id }) => (nearest(id, null) ? [id] : [])),
    headIds: all.flatMap(({ id, headId }) =>
      headId !== null && headId !== personId && nearest(id, headId) ? [headId] : [],
    ),
  }
}
