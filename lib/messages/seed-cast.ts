import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"

export type Own = Ctx & { actor: PersonActor }

/** The people of the sample company, who act by themselves. */
export interface Cast {
  id(name: string): number
  /** Who somebody is in a group: that changes with every group they come into. */
  actor(tx: Db, name: string, groupId: number): Promise<PersonActor>
}

export async function assemble(): Promise<Cast> {
  const rows = await db().select({ id: people.id, name: people.name }).from(people)
  const ids = new Map(rows.map(({ id, name }) => [name, id]))
  const actors = new Map<string, PersonActor>()
  return {
    id: (name) => found(ids, name),
    actor: async (tx, name, groupId) => {
      const known = actors.get(name)
      if (known?.principals.has(`group:${groupId}`)) return known
      const [actor] = await actorsOf(tx, [found(ids, name)])
      if (!actor) throw new Error(`${name} doesn't work here`)
      actors.set(name, actor)
      return actor
    },
  }
}

export function found<V>(among: ReadonlyMap<string, V>, name: string): V {
  const value = among.get(name)
  if (value === undefined) throw new Error(`the sample company has no ${name}`)
  return value
}
