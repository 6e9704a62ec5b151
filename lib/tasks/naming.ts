import { and, asc, eq, inArray, lt } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { matching } from "@/lib/platform/search-matching"
import { phraseQuery } from "@/lib/platform/tokens"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

const most = 8
/** More are looked at, since labelled ones drop out only when they are read. */
const spare = 30

/** Tasks that the actor may see, by words in them; without any, their own that are open. */
export async function namedTasks(actor: PersonActor, query: string) {
  const phrases = phraseQuery(query)
  const wanted =
    phrases.length > 0
      ? inArray(tasks.id, idsIn(await foundBy(actor, phrases)))
      : and(eq(tasks.ownerId, actor.personId), lt(tasks.sortKey, stateRange("done").from))
  return db()
    .select({ id: tasks.id, name: tasks.name, state: tasks.state })
    .from(tasks)
    .where(and(wanted, visibleTo(actor)))
    .orderBy(asc(tasks.sortKey), asc(tasks.id))
    .limit(most)
}

async function foundBy(actor: PersonActor, phrases: ReturnType<typeof phraseQuery>) {
  const rows = await matching([...actor.principals.keys()], phrases, { kind: "task", limit: spare })
  return rows.map(({ recordId }) => recordId)
}
