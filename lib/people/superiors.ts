import { eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { ancestry, organisation } from "@/lib/platform/organisation"

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
  const org = await organisation(db)
  for (const id of own ? ancestry(org, own.departmentId) : []) {
    const head = org.departments.get(id)?.headId ?? null
    if (head !== null && head !== personId) found.add(head)
  }
  return [...found]
}
