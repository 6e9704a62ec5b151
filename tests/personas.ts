import { eq, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { actorsOf } from "@/lib/platform/organisation"

/** Somebody of the sample company who is still there, by staff number or name. */
export async function as(who: string): Promise<PersonActor> {
  const rows = await db()
    .select({ id: people.id })
    .from(people)
    .where(or(eq(people.staffNo, who), eq(people.name, who)))
  const [actor] = await actorsOf(
    db(),
    rows.map(({ id }) => id),
  )
  if (!actor) throw new Error(`nobody active is called ${who}`)
  return actor
}

/** Everybody who is still there. */
export async function everybody(): Promise<PersonActor[]> {
  const rows = await db().select({ id: people.id }).from(people)
  return actorsOf(
    db(),
    rows.map(({ id }) => id),
  )
}
