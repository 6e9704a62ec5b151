import { and, eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import type { Actor, PersonActor } from "@/lib/platform/actor"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"

/** The record that a task was made from. */
export interface Source {
  kind: string
  id: number
}

export const sourceIn = (ref: string): Source => {
  const [kind = "", id] = ref.split(":")
  return { kind, id: Number(id) }
}

/** The record, if it is the actor's to see: what may not be seen leaves no trace in a task. */
async function seen(on: Db, actor: Actor, { kind: name, id }: Source) {
  const kind = registry().kinds.get(name)
  const record = await kind?.find(on, id)
  return kind && record && kind.canSee(actor, record) ? { kind, record } : null
}

/** @throws Refusal not_found when it isn't there, or not the actor's to see */
export async function requireSource(on: Db, actor: Actor, source: Source): Promise<Source> {
  return (await seen(on, actor, source)) ? source : refuse("not_found")
}

/** How a source is called and where it is, with its words; null when it isn't the actor's to see. */
export async function shownSource(actor: PersonActor, source: Source) {
  const found = await seen(db(), actor, source)
  if (!found) return null
  const { kind, record } = found
  return {
    title: kind.title(record),
    href: kind.href(record),
    icon: kind.icon,
    text: kind.searchText(record),
  }
}

/** Tasks that were made from records of another kind, by those records. */
export async function tasksFrom(
  on: Db,
  kind: string,
  ids: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await on
    .select({ id: tasks.id, from: tasks.sourceId })
    .from(tasks)
    .where(and(eq(tasks.sourceKind, kind), inArray(tasks.sourceId, [...ids])))
    .limit(500)
  const found = new Map<number, number[]>()
  for (const { id, from } of rows)
    if (from !== null) found.set(from, [...(found.get(from) ?? []), id])
  return found
}
