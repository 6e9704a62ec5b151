import { and, asc, count, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clearances, people, sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { labelledCount } from "./labelled"

const mostHolders = 300

/** Every category with how many active people are cleared for it. */
export async function allLabels(db: Db) {
  const labels = await db.select().from(sensitivities).orderBy(asc(sensitivities.id)).limit(200)
  const counts = await db
    .select({ id: clearances.sensitivityId, count: count() })
    .from(clearances)
    .innerJoin(people, and(eq(people.id, clearances.personId), isNull(people.disabledAt)))
    .groupBy(clearances.sensitivityId)
  const held = new Map(counts.map((row) => [row.id, row.count]))
  return labels.map((label) => ({ ...label, count: held.get(label.id) ?? 0 }))
}

/** Who is cleared, and, for whoever is too, how many records there are (G1.3). */
export async function labelHolders(db: Db, actor: PersonActor, sensitivityId: number) {
  const org = await organisation(db)
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      post: people.post,
      departmentId: people.departmentId,
    })
    .from(clearances)
    .innerJoin(people, eq(people.id, clearances.personId))
    .where(and(eq(clearances.sensitivityId, sensitivityId), isNull(people.disabledAt)))
    .orderBy(asc(people.staffNo))
    .limit(mostHolders + 1)
  return {
    holders: rows.slice(0, mostHolders).map(({ departmentId, ...person }) => ({
      ...person,
      department: departmentPath(org, departmentId),
    })),
    more: rows.length > mostHolders,
    records: actor.clearances.has(sensitivityId) ? await labelledCount(db, sensitivityId) : null,
  }
}
