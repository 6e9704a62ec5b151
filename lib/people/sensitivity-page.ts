import { and, asc, count, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clearances, people, personDuties, sensitivities } from "@/db/schema/people"
import type { Duty, PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { kindOf } from "@/lib/platform/registry"
import { labelledCount, labelledOf } from "./clearing"

export const mostHolders = 300
const mostTitles = 20

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

/** Everybody with a duty, in the order of their staff numbers. */
export async function dutyHolders(db: Db) {
  const rows = await db
    .select({ id: people.id, name: people.name, post: people.post, duty: personDuties.duty })
    .from(personDuties)
    .innerJoin(people, and(eq(people.id, personDuties.personId), isNull(people.disabledAt)))
    .orderBy(asc(people.staffNo))
    .limit(1_000)
  const found = new Map<number, { id: number; name: string; post: string; duties: Duty[] }>()
  for (const { duty, ...person } of rows) {
    const known = found.get(person.id)
    if (known) known.duties.push(duty)
    else found.set(person.id, { ...person, duties: [duty] })
  }
  return [...found.values()]
}
