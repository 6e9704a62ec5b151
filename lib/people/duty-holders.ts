import { and, asc, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people, personDuties } from "@/db/schema/people"
import type { Duty } from "@/lib/platform/actor"

interface Holder {
  id: number
  name: string
  face: number | null
  post: string
  duties: Duty[]
}

/** Everybody with a duty, in the order of their staff numbers. */
export async function dutyHolders(db: Db) {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      post: people.post,
      duty: personDuties.duty,
    })
    .from(personDuties)
    .innerJoin(people, and(eq(people.id, personDuties.personId), isNull(people.disabledAt)))
    .orderBy(asc(people.staffNo))
    .limit(1_000)
  const found = new Map<number, Holder>()
  for (const { duty, ...person } of rows) {
    const known = found.get(person.id)
    if (known) known.duties.push(duty)
    else found.set(person.id, { ...person, duties: [duty] })
  }
  return [...found.values()]
}
